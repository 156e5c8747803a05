import { drizzle } from 'drizzle-orm/pglite';
import type { Owner } from '../../src/db/owner.ts';
import { embeddedReader } from '../../src/local/embedded.ts';
import { startEndpoint } from '../../src/local/endpoint.ts';
import type { Reader } from '../../src/local/reader.ts';
import { startWorker } from '../../src/local/workerd.ts';
import { openTemplate } from './openTemplate.ts';

/** All of Statecraft, as `npm start` runs it, on a database of its own. */
export interface RunningStack {
  /** The Worker's address, without a path. */
  url: string;
  /** The database behind it. */
  owner: Owner;
  /** How many statements each trip to the database carried that a request made, in the order of the trips. */
  tripsOf(requestId: string): number[];
  closeDatabase(): Promise<void>;
  /** Puts a copy of the database in a tar file in the place of the one that was closed. */
  reopenDatabase(template: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Worker in workerd over an embedded database, which is a copy of one in a tar file. */
export async function runStack(template: string): Promise<RunningStack> {
  let postgres = await openTemplate(template);
  let reader = embeddedReader(postgres);
  const trips = new Map<string | null, number[]>();
  const current: Reader = {
    run: statement => reader.run(statement),
    runTogether: (statements, modes) => reader.runTogether(statements, modes),
  };
  const endpoint = await startEndpoint(current, ({ requestId, queries }) => {
    trips.set(requestId, [...(trips.get(requestId) ?? []), queries.length]);
  });
  const worker = await startWorker(0, endpoint);
  return {
    url: worker.url,
    get owner() {
      return drizzle({ client: postgres });
    },
    closeDatabase: () => postgres.close(),
    reopenDatabase: async template => {
      postgres = await openTemplate(template);
      reader = embeddedReader(postgres);
    },
    tripsOf: requestId => trips.get(requestId) ?? [],
    close: async () => {
      await worker.close();
      await endpoint.close();
      if (!postgres.closed) await postgres.close();
    },
  };
}
