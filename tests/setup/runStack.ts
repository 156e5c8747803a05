import { drizzle } from 'drizzle-orm/pglite';
import type { Owner } from '../../src/db/owner.ts';
import { embeddedReader } from '../../src/local/embedded.ts';
import { startEndpoint } from '../../src/local/endpoint.ts';
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
  close(): Promise<void>;
}

/** Starts the Worker in workerd over an embedded database, which is a copy of one in a tar file. */
export async function runStack(template: string): Promise<RunningStack> {
  const postgres = await openTemplate(template);
  const trips = new Map<string | null, number[]>();
  const endpoint = await startEndpoint(embeddedReader(postgres), ({ requestId, queries }) => {
    trips.set(requestId, [...(trips.get(requestId) ?? []), queries.length]);
  });
  const worker = await startWorker(0, endpoint);
  return {
    url: worker.url,
    owner: drizzle({ client: postgres }),
    tripsOf: requestId => trips.get(requestId) ?? [],
    close: async () => {
      await worker.close();
      await endpoint.close();
      await postgres.close();
    },
  };
}
