import type { Owner } from '../src/db/owner.ts';
import { startEndpoint } from '../src/local/endpoint.ts';
import { startWorker } from '../src/local/workerd.ts';
import { openLoaded } from './databases.ts';

/** All of Statecraft, as `npm start` runs it, on a database of its own. */
export interface Stack {
  /** The Worker's address, without a path. */
  url: string;
  /** The database behind it, for tests that change what the Worker reads. */
  owner: Owner;
  /** How many SQL statements reach the database while `act` runs. */
  countStatements(act: () => Promise<unknown>): Promise<number>;
  /** How many statements each trip to the database carries while `act` runs, in the order of the trips. */
  tripsDuring(act: () => Promise<unknown>): Promise<number[]>;
  close(): Promise<void>;
}

/** Starts the Worker in workerd over an embedded database that holds the dataset. */
export async function startStack(): Promise<Stack> {
  const database = await openLoaded();
  const trips: number[] = [];
  const endpoint = await startEndpoint(await database.reader(), ({ queries }) => trips.push(queries.length));
  const worker = await startWorker(0, endpoint);
  async function tripsDuring(act: () => Promise<unknown>): Promise<number[]> {
    const before = trips.length;
    await act();
    return trips.slice(before);
  }
  return {
    url: worker.url,
    owner: database.drizzle,
    countStatements: async act => (await tripsDuring(act)).reduce((sum, statements) => sum + statements, 0),
    tripsDuring,
    close: async () => {
      await worker.close();
      await endpoint.close();
      await database.close();
    },
  };
}
