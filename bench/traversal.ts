import { existsSync, globSync, rmSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../src/cli/command.ts';
import { fingerprint } from './fingerprint.ts';
import { madeGraph, makeDatabase } from './graph.ts';
import { startApi } from './graphql.ts';
import { icewsGraph } from './icews.ts';
import { measure } from './measure.ts';
import { compareNeighborhoods } from './neighborhoods.ts';
import { comparePaths, compareSizes, refuseDisagreement } from './paths.ts';
import { checkPlans } from './plans.ts';
import { type Server, startPostgres } from './postgres.ts';
import { randomPairs } from './questions.ts';
import { printSeries } from './report.ts';

const help = `
npm run traversal: how fast paths and neighbourhoods are found, against other ways to find them

Makes its graphs the first time and keeps them in bench/.data; runs a Postgres of its own on 127.0.0.1. Prints ratios
from one run; README.md has those of one machine.

  --small     a tenth of the entities and relationships: minutes instead of half an hour, and other figures
  ICEWS_DIR   where the ICEWS event files are, icews*.tsv (default ../../shared/data)
`;

const PAIRS = 200;

await runCommand(help, ['small'], async ({ small }) => {
  const kept = join(import.meta.dirname, '.data');
  const ours = fingerprint();
  for (const name of globSync('*', { cwd: kept })) {
    const isOpen = existsSync(join(kept, name, 'postgres/postmaster.pid'));
    if (name !== ours && !isOpen) rmSync(join(kept, name), { recursive: true });
  }
  const server = await startPostgres(join(kept, ours));
  const stop = () => {
    server.stop();
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await compareAll(server, small ? 10_000 : 100_000);
  } finally {
    server.stop();
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  }
});

async function compareAll(server: Server, entities: number): Promise<void> {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, Postgres ${server.version}, load ${loadavg()[0]?.toFixed(1)} at the start\n`,
  );
  const smaller = madeGraph(`made_${entities}`, entities, 10 * entities);
  await makeDatabase(server, smaller);
  const pairs = randomPairs(entities, PAIRS);

  title(`Paths, ${count(entities)} entities and ${count(10 * entities)} relationships`);
  const ours = await comparePaths(server, smaller.name, pairs, true);

  title('The same paths through GraphQL');
  const api = await startApi(server, smaller.name);
  const served = await measure('Query.paths', pairs, pair => api.findPath(...pair, false));
  const unasked = await measure('{ __typename }', pairs, () => api.askNothing());
  await api.close();
  refuseDisagreement(pairs, [served, ours]);
  printSeries([served, unasked, ours], [ours]);

  title('Neighbourhoods');
  await compareNeighborhoods(server, smaller.name);

  title(`Paths, ${count(10 * entities)} entities and ${count(100 * entities)} relationships`);
  const greater = madeGraph(`made_${10 * entities}`, 10 * entities, 100 * entities);
  await makeDatabase(server, greater);
  await compareSizes(server, greater.name, randomPairs(10 * entities, PAIRS), ours);

  const folder = process.env.ICEWS_DIR ?? join(import.meta.dirname, '../../shared/data');
  const icews = icewsGraph(folder);
  if (icews) {
    title(`Paths, ICEWS: ${count(icews.entities)} entities and ${count(icews.relationships)} relationships`);
    await makeDatabase(server, icews);
    await comparePaths(server, icews.name, randomPairs(icews.entities, PAIRS), false);
  } else
    console.log(
      `The ICEWS graph is left out: ${folder} has no icews*.tsv. Set ICEWS_DIR to the folder that has them.\n`,
    );

  title('Plans');
  await checkPlans(server, greater.name, pairs, false);
  await checkPlans(server, smaller.name, pairs, true);
}

function title(text: string): void {
  console.log(`## ${text}\n`);
}

function count(number: number): string {
  return number.toLocaleString('en');
}
