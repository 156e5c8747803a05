import { migrate } from '../db/migrate.ts';
import { type DatabasePlace, openDatabase } from '../local/database.ts';
import { startEndpoint } from '../local/endpoint.ts';
import { buildPages } from '../local/pages.ts';
import { startWorker } from '../local/workerd.ts';
import { loadFacts } from './loadFacts.ts';

/** A running part of the whole. */
export interface Part {
  close(): Promise<void>;
}

/**
 * Starts all of Statecraft on `port` of 127.0.0.1 and tells the terminal what it does, until the Worker answers. Each
 * part stands on the one before; `opened` receives them in that order, so that the caller can close them.
 * Throws UserMistake when the database cannot be opened or the dataset is wrong.
 */
export async function serve(port: number, place: DatabasePlace, opened: Part[]): Promise<void> {
  const open = <P extends Part>(part: P) => {
    opened.push(part);
    return part;
  };
  const database = open(await openDatabase(place));
  await migrate(database.drizzle);
  console.log(await loadFacts(database.drizzle, line => console.log(line)));
  await buildPages(() => console.log('Building the pages …'));
  console.log('Starting the Worker …');
  const endpoint = open(await startEndpoint(await database.reader()));
  const worker = open(await startWorker(port, endpoint));
  const ready = await fetch(`${worker.url}/ready`);
  if (!ready.ok) throw new Error(`The Worker started, but cannot answer: ${await ready.text()}`);
  console.log(`\nGraphiQL  ${worker.url}/graphiql\nGraphQL   ${worker.url}/graphql\n\nCtrl-C ends it.`);
}
