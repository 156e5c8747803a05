import { openDatabase } from '../src/local/database.ts';
import { startEndpoint } from '../src/local/endpoint.ts';
import { buildPages } from '../src/local/pages.ts';
import { startWorker } from '../src/local/workerd.ts';
import type { Server } from './postgres.ts';
import { HELD_ON, LONGEST } from './questions.ts';

const document = `
  query ($from: String!, $to: String!, $asOf: Date) {
    paths(
      from: { slug: $from } to: { slug: $to } maxLength: ${LONGEST} first: 1
      filter: { certainty: [ESTABLISHED, REPORTED, ALLEGED, DISPUTED, CODED], asOf: $asOf }
    ) {
      truncated
      paths { length sentence hops { from { name } to { name } relationship { type certainty period { start end } } } }
    }
  }`;

/** The Worker in workerd over a database of the bench, asked over HTTP as any client asks it. */
export interface Api {
  /** The length of the shortest path, as `Query.paths` gives it with the entities and ties on it; null when there is none. */
  findPath(source: number, target: number, held: boolean): Promise<number | null>;
  /** Asks what needs no database: the cost of the way there and back. */
  askNothing(): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts the Worker as `npm start` does, over the made graph of a database. */
export async function startApi(server: Server, name: string): Promise<Api> {
  const database = await openDatabase({ url: server.url(name), dataDir: '' });
  const endpoint = await startEndpoint(await database.reader());
  await buildPages(() => console.log('Building the pages …'));
  const worker = await startWorker(0, endpoint);
  const slug = (id: number) => `organization-${id}`;
  return {
    findPath: async (source, target, held) => {
      const variables = { from: slug(source), to: slug(target), asOf: held ? HELD_ON : null };
      const { paths } = await ask(worker.url, document, variables);
      return paths.paths[0]?.length ?? null;
    },
    askNothing: () => ask(worker.url, '{ __typename }', {}),
    close: async () => {
      await worker.close();
      await endpoint.close();
      await database.close();
    },
  };
}

async function ask(url: string, query: string, variables: object) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`The API answers: ${errors[0].message}`);
  return data;
}
