import { once } from 'node:events';
import { createServer } from 'node:net';
import { databasePlace } from '../local/database.ts';
import { UserMistake } from '../mistake.ts';
import { runCommand } from './command.ts';
import type { Part } from './serve.ts';

const help = `
npm start: all of Statecraft on this machine

Opens the database (or creates it, the first time), loads the curated facts, builds the pages, and serves the API and GraphiQL
until Ctrl-C. Needs no account and no network.

  --watch       follows every edit of the code, the SQL functions, the curated facts and the pages; npm run dev is
                npm start with it

Environment:

  PORT          where to serve, on 127.0.0.1 (default 8787)
  DATA_DIR      where the embedded Postgres keeps its files (default .data)
  DATABASE_URL  a Postgres server, version 15 or newer, to use instead of the embedded one, as its owner
  DEBUG         sql: prints every trip to the database, with its statements and milliseconds
`;

await runCommand(help, ['watch'], async ({ watch }) => {
  const port = readPort(process.env.PORT || '8787');
  const place = databasePlace(process.env);
  await refuseTakenPort(port);
  const stop = new AbortController();
  const interrupted = once(stop.signal, 'abort');
  // Once each: a second Ctrl-C ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  console.log(
    place.url ? 'Opening the database at DATABASE_URL …' : `Opening the database in ${place.dataDir} …`,
  );
  // Loaded only now: Drizzle takes a second, too long to wait for --help or a mistake.
  const { serve } = await import('./serve.ts');
  const options = { port, place, watch, logSql: process.env.DEBUG === 'sql' };
  const opened: Part[] = [];
  try {
    await serve(options, opened, stop.signal);
    await interrupted;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    for (const part of opened.reverse()) await part.close();
  }
  // wrangler may leave something that keeps the process alive. Not at once: process.exit() waits forever for V8 when V8 is still
  // compiling in the background (seen with Node 24.21, once in ten interrupted starts).
  setTimeout(() => process.exit(), 1_000).unref();
});

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new UserMistake('PORT must be a whole number from 1 to 65535.');
}

async function refuseTakenPort(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const reason = (error as { code?: string }).code === 'EACCES' ? 'is not available to you' : 'is taken';
    throw new UserMistake(
      `Port ${port} ${reason}: choose another, for example PORT=${port < 65535 ? port + 1 : 8787} npm start.`,
    );
  }
  server.close();
  await once(server, 'close');
}
