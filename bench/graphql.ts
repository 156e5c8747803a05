import { openDatabase } from '../src/local/database.ts';
import { startEndpoint } from '../src/local/endpoint.ts';
import { buildPages } from '../src/local/pages.ts';
import { startWorker } from '../src/local/workerd.ts';
import { measure, type Series } from './measure.ts';
import { type Length, refuseDisagreement } from './paths.ts';
import type { Server } from './postgres.ts';
import { LONGEST, type Pair } from './questions.ts';
import { printSeries } from './report.ts';

const document = `
  query ($from: String!, $to: String!) {
    paths(
      from: { slug: $from } to: { slug: $to } maxLength: ${LONGEST} first: 1
      filter: { certainty: [ESTABLISHED, REPORTED, ALLEGED, DISPUTED, CODED] }
    ) {
      truncated
      paths { length sentence hops { from { name } to { name } relationship { type certainty period { start end } } } }
    }
  }`;

/**
 * Starts the Worker in workerd as `npm start` does, over the made graph of a database, and asks it over HTTP, as any client
 * does, for the paths that `ours` has found, over all ties. Prints how long it takes, next to a query that needs no database, which
 * is the cost of the round trip. Throws when a length differs from that of `ours`.
 */
export async function compareServed(
  server: Server,
  name: string,
  pairs: Pair[],
  ours: Series<Length>,
): Promise<void> {
  const database = await openDatabase({ url: server.url(name), dataDir: '' });
  const endpoint = await startEndpoint(await database.reader());
  await buildPages(() => console.log('Building the pages …'));
  const worker = await startWorker(0, endpoint);
  try {
    const served = await measure('Query.paths', pairs, async ([source, target]) => {
      const variables = { from: `organization-${source}`, to: `organization-${target}` };
      const { paths } = await ask(worker.url, document, variables);
      return (paths.paths[0]?.length ?? null) as number | null;
    });
    const unasked = await measure('{ __typename }', pairs, () => ask(worker.url, '{ __typename }', {}));
    refuseDisagreement(pairs, [served, ours]);
    printSeries([served, unasked, ours], [ours]);
  } finally {
    await worker.close();
    await endpoint.close();
    await database.close();
  }
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
