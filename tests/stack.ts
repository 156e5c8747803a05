import { loadDataset } from '../src/dataset/load.ts';
import type { Owner } from '../src/db/owner.ts';
import { startEndpoint } from '../src/local/endpoint.ts';
import { startWorker } from '../src/local/workerd.ts';
import { embedded } from './databases.ts';

/** All of Statecraft, as `npm start` runs it, on a database of its own. */
export interface Stack {
  /** The Worker's address, without a path. */
  url: string;
  /** The database behind it, for tests that change what the Worker reads. */
  owner: Owner;
  /** How many SQL statements reach the database while `act` runs. */
  countStatements(act: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/** Starts the Worker in workerd over an embedded database that holds the dataset. */
export async function startStack(): Promise<Stack> {
  const database = await embedded.open();
  await loadDataset(database.drizzle, {});
  let statements = 0;
  const endpoint = await startEndpoint(await database.reader(), () => statements++);
  const worker = await startWorker(0, endpoint);
  return {
    url: worker.url,
    owner: database.drizzle,
    countStatements: async act => {
      const before = statements;
      await act();
      return statements - before;
    },
    close: async () => {
      await worker.close();
      await endpoint.close();
      await database.close();
    },
  };
}
