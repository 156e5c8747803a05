import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../src/cli/command.ts';
import { UserMistake } from '../src/mistake.ts';
import { fingerprint } from './fingerprint.ts';
import { madeGraph, makeDatabase } from './graph.ts';
import { compareServed } from './graphql.ts';
import { icewsGraph } from './icews.ts';
import { writeMadeEvents } from './madeEvents.ts';
import { compareNeighborhoods } from './neighborhoods.ts';
import { comparePaths, compareSizes } from './paths.ts';
import { checkPlans } from './plans.ts';
import type { Server } from './postgres.ts';
import { randomPairs } from './questions.ts';
import { runOnServer } from './runOnServer.ts';

const help = `
npm run traversal: how fast paths and neighborhoods are found, compared with other ways to find them

Makes its graphs the first time and keeps them in bench/.data; runs its own Postgres on 127.0.0.1. Prints ratios
from one run; README.md has those of one machine.

  --small     a tenth of the entities and relationships: minutes instead of half an hour, and other figures
  --smallest  every comparison on a few made entities, with made ICEWS files: about 20 seconds, to see that all of it
              works; the figures mean nothing, and nothing is kept
  ICEWS_DIR   where the ICEWS event files are, icews*.tsv
`;

/** How much is measured. */
interface Size {
  /** Organizations in the smaller graph, with ten times as many relationships; the larger graph has ten times as many of both. */
  entities: number;
  /** How many questions each way has to answer. */
  questions: number;
}

const whole: Size = { entities: 100_000, questions: 200 };
const tenth: Size = { entities: 10_000, questions: 200 };
const least: Size = { entities: 200, questions: 8 };
// With fewer, most actors have no path between them.
const LEAST_EVENTS = 20_000;

await runCommand(help, ['small', 'smallest'], async ({ small, smallest }) => {
  if (small && smallest) throw new UserMistake('Take either --small or --smallest.');
  if (smallest)
    await runOnServer(undefined, async server => {
      await writeMadeEvents(join(server.directory, 'icews-made.tsv'), LEAST_EVENTS);
      await compareAll(server, least, server.directory);
    });
  else
    await runOnServer(keptGraphs(), server =>
      compareAll(server, small ? tenth : whole, process.env.ICEWS_DIR),
    );
});

/** Removes the graphs that are out of date, and gives the folder of the current ones. */
function keptGraphs(): string {
  const kept = join(import.meta.dirname, '.data');
  const ours = fingerprint();
  for (const name of globSync('*', { cwd: kept })) {
    const isOpen = existsSync(join(kept, name, 'postgres/postmaster.pid'));
    if (name !== ours && !isOpen) rmSync(join(kept, name), { recursive: true });
  }
  return join(kept, ours);
}

async function compareAll(
  server: Server,
  { entities, questions }: Size,
  eventsFolder: string | undefined,
): Promise<void> {
  const smaller = madeGraph(`made_${entities}`, entities, 10 * entities);
  await makeDatabase(server, smaller);
  const pairs = randomPairs(entities, questions);

  title(`Paths, ${count(entities)} entities and ${count(10 * entities)} relationships`);
  const ours = await comparePaths(server, smaller.name, pairs, true);

  title('The same paths through GraphQL');
  await compareServed(server, smaller.name, pairs, ours);

  title('Neighborhoods');
  await compareNeighborhoods(server, smaller.name, questions);

  title(`Paths, ${count(10 * entities)} entities and ${count(100 * entities)} relationships`);
  const greater = madeGraph(`made_${10 * entities}`, 10 * entities, 100 * entities);
  await makeDatabase(server, greater);
  await compareSizes(server, greater.name, randomPairs(10 * entities, questions), ours);

  const icews = eventsFolder ? icewsGraph(eventsFolder) : undefined;
  if (icews) {
    title(`Paths, ICEWS: ${count(icews.entities)} entities and ${count(icews.relationships)} relationships`);
    await makeDatabase(server, icews);
    await comparePaths(server, icews.name, randomPairs(icews.entities, questions), false);
  } else console.log('The ICEWS graph is left out: set ICEWS_DIR to the folder that has icews*.tsv.\n');

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
