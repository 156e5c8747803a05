import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../src/cli/command.ts';
import { compareLoads, type Load } from './load.ts';
import { writeMadeEvents } from './madeEvents.ts';
import { startPostgres } from './postgres.ts';
import { compareQueries } from './queries.ts';

const help = `
npm run import: how fast events are imported, and what their number does to the queries

Imports the ICEWS event files, where they are at hand, and then made events of the same shape, into a Postgres of its own on
127.0.0.1; copies the same rows into bare tables with psql; and asks the questions of front ends at either size. Prints ratios
from one run; README.md has those of one machine.

  --small     250,000 made events instead of 5,000,000: minutes instead of a quarter of an hour, and other figures
  ICEWS_DIR   where the ICEWS event files are, icews*.tsv (default ../../shared/data)
`;

const MADE = 5_000_000;

await runCommand(help, ['small'], async ({ small }) => {
  const directory = join(import.meta.dirname, '.data/import');
  mkdirSync(directory, { recursive: true });
  const server = await startPostgres(directory);
  const stop = () => {
    server.stop();
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    console.log(
      `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, Postgres ${server.version}, load ${loadavg()[0]?.toFixed(1)} at the start\n`,
    );
    const made = small ? MADE / 20 : MADE;
    const file = join(directory, `made-${made}.tsv`);
    await writeMadeEvents(file, made);
    const loads: Load[] = [
      ...(realEvents(directory) ?? []),
      { name: `${made.toLocaleString('en')} made events`, database: 'made', file },
    ];
    for (const load of loads) await compareLoads(server, load);
    if (loads.length > 1) await compareQueries(server, loads);
  } finally {
    server.stop();
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  }
});

/** The real files as one; undefined where they are not at hand. */
function realEvents(directory: string): Load[] | undefined {
  const folder = process.env.ICEWS_DIR || join(import.meta.dirname, '../../shared/data');
  const files = existsSync(folder) ? globSync('icews*.tsv', { cwd: folder }).sort() : [];
  if (files.length === 0) {
    console.log(`There are no ICEWS files in ${folder}: set ICEWS_DIR to have them imported as well.\n`);
    return undefined;
  }
  const texts = files.map(name => readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/));
  const [header] = texts[0] ?? [];
  const file = join(directory, 'icews.tsv');
  writeFileSync(file, [header, ...texts.flatMap(lines => lines.slice(1))].join('\n'));
  return [{ name: 'the real ICEWS events', database: 'icews', file }];
}
