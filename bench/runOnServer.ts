import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Server, startPostgres } from './postgres.ts';

/**
 * Starts a Postgres server, prints what the figures depend on (processors, memory, versions, load), and runs `benchmark`. Stops
 * the server when that ends or fails, and on SIGINT and SIGTERM.
 * Throws UserMistake when the machine has no Postgres, or another run has the server of `kept` open.
 *
 * @param kept the folder that keeps the databases for the next run; without it, they are in a temporary folder that is removed
 */
export async function runOnServer(
  kept: string | undefined,
  benchmark: (server: Server) => Promise<void>,
): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'statecraft-bench-'));
  let server: Server | undefined;
  const cleanUp = () => {
    try {
      server?.stop();
    } finally {
      if (!kept) rmSync(folder, { recursive: true });
    }
  };
  const stop = () => {
    cleanUp();
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    server = await startPostgres(folder);
    console.log(
      `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, Postgres ${server.version}, load ${loadavg()[0]?.toFixed(1)} at the start\n`,
    );
    await benchmark(server);
  } finally {
    cleanUp();
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  }
}
