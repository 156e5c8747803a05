import { migrate } from '../db/migrate.ts';
import { writeExpected } from '../db/parts.ts';
import { type DatabasePlace, openDatabase } from '../local/database.ts';
import { startEndpoint } from '../local/endpoint.ts';
import { buildPages } from '../local/pages.ts';
import { startWorker } from '../local/workerd.ts';
import { UserMistake } from '../mistake.ts';
import { followEdits } from './followEdits.ts';
import { loadFacts } from './loadFacts.ts';
import { sqlLog } from './sqlLog.ts';

/** A running part of the whole. */
export interface Part {
  close(): Promise<void>;
}

export interface ServeOptions {
  /** The port on 127.0.0.1. */
  port: number;
  place: DatabasePlace;
  /** Follows every edit of the code, the SQL functions, the curated facts and the pages. */
  watch: boolean;
  /** Prints each trip to the database. */
  logSql: boolean;
}

const print = (line: string) => console.log(line);

/**
 * Starts all of Statecraft and prints what it is doing, until the Worker answers. Each part depends on the
 * one before; `opened` receives them in that order, so that the caller can close them.
 * Throws UserMistake when the database cannot be opened or the curated facts are wrong, and the reason of `stop` between two
 * steps once that is aborted.
 */
export async function serve(
  { port, place, watch, logSql }: ServeOptions,
  opened: Part[],
  stop: AbortSignal,
): Promise<void> {
  const open = <P extends Part>(part: P) => {
    opened.push(part);
    stop.throwIfAborted();
    return part;
  };
  const database = open(await openDatabase(place));
  await migrate(database.drizzle);
  stop.throwIfAborted();
  if (watch) writeExpected();
  print(await loadFacts(database.drizzle, print));
  stop.throwIfAborted();
  await buildPages(() => print('Building the pages …'));
  stop.throwIfAborted();
  print('Starting the Worker …');
  const endpoint = open(await startEndpoint(await database.reader(), logSql ? sqlLog(print) : undefined));
  const worker = open(await startWorker(port, endpoint));
  const ready = await fetch(`${worker.url}/ready`);
  if (!ready.ok) throw await whyNotReady(ready);
  if (watch) open(followEdits(database.drizzle, worker, print));
  print(`\nGraphiQL  ${worker.url}/graphiql\nGraphQL   ${worker.url}/graphql\n\nPress Ctrl-C to stop.`);
}

async function whyNotReady(ready: Response): Promise<Error> {
  const text = await ready.text();
  // The database has just been migrated, so it is the Worker that is behind.
  if (JSON.parse(text).status === 'OUTDATED')
    return new UserMistake(
      'The SQL in src/db has changed since src/db/expected.ts was written: run npm run schema, then this again.',
    );
  return new Error(`The Worker started, but cannot answer: ${text}`);
}
