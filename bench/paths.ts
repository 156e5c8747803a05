import type pg from 'pg';
import { openLimit } from './csr.ts';
import { openKuzu } from './kuzu.ts';
import { measure, type Series } from './measure.ts';
import type { Server } from './postgres.ts';
import { GAVE_UP, PATIENCE, pgRouting, recursiveQuery } from './postgresPeers.ts';
import { HELD_ON, LONGEST, type Pair } from './questions.ts';
import { figure, printSeries, ratio } from './report.ts';
import { statecraftSearches } from './statecraft.ts';

// The slow ways get fewer pairs: the first ones of all.
const RECURSIVE_PAIRS = 40;
const PGROUTING_PAIRS = 10;

const day = Date.parse(HELD_ON) / 86_400_000;

/** The length of a shortest path, null when all are longer than LONGEST, or GAVE_UP. */
export type Length = number | null | typeof GAVE_UP;

/**
 * Compares the ways to find the shortest path between the same pairs and prints the table: over all ties and, if
 * `onADay`, over those that held on HELD_ON. Throws when two of them do not agree on a length.
 * Gives the times of the project's own search, over all ties.
 */
export async function comparePaths(
  server: Server,
  database: string,
  pairs: Pair[],
  onADay: boolean,
): Promise<Series<Length>> {
  const kuzu = await openKuzu(server, database);
  const clients = await Promise.all([1, 2, 3].map(() => server.connect(database)));
  const [forOurs, forRecursive, forRouting] = clients as [pg.Client, pg.Client, pg.Client];
  const statecraft = statecraftSearches(forOurs);
  const plain = await openLimit(server, database, 'entities');
  const sharper = await openLimit(server, database, 'ties');
  const recursive = await recursiveQuery(forRecursive);
  const routing = await pgRouting(forRouting);

  const measureAll = async (held: boolean) => {
    const heldOn = held ? day : undefined;
    const inMemory = await measure('limit', pairs, pair => plain(...pair, LONGEST, heldOn));
    const sharpened = await measure('limit, by ties', pairs, pair => sharper(...pair, LONGEST, heldOn));
    const ours = await measure('find_paths', pairs, pair => statecraft.findPath(...pair, held));
    const inKuzu = await measure(`Kuzu ${kuzu.version}`, pairs, pair => kuzu.findPath(...pair, held));
    return { ours, inKuzu, inMemory, sharpened };
  };
  const { ours, inKuzu, inMemory, sharpened } = await measureAll(false);
  const asked = pairs.map((pair, index) => ({ pair, length: ours.answers[index] as number | null }));
  const byRecursion: Series<Length> = await measure(
    'recursive query',
    asked.slice(0, RECURSIVE_PAIRS),
    ({ pair, length }) => recursive(...pair, length),
  );
  const all = [ours, inKuzu, byRecursion];
  if (routing)
    all.push(
      await measure(`pgRouting ${routing.version}`, pairs.slice(0, PGROUTING_PAIRS), pair =>
        routing.findPath(...pair),
      ),
    );
  else console.log('pgRouting is left out: this Postgres does not have it.');

  refuseDisagreement(pairs, [...all, inMemory, sharpened]);
  console.log(`All ties. Lengths of the paths: ${spread(ours.answers)}.\n`);
  printSeries([...all, inMemory, sharpened], [ours, inMemory]);
  const gaveUp = byRecursion.answers.filter(answer => answer === GAVE_UP).length;
  console.log(
    `The recursive query had no answer within ${PATIENCE / 1000} s to ${gaveUp} of ${byRecursion.answers.length}.\n`,
  );

  if (onADay) {
    const { ours, inKuzu, inMemory, sharpened } = await measureAll(true);
    refuseDisagreement(pairs, [ours, inKuzu, inMemory, sharpened]);
    console.log(`Ties that held on ${HELD_ON}. Lengths of the paths: ${spread(ours.answers)}.\n`);
    printSeries([ours, inKuzu, inMemory, sharpened], [ours, inMemory]);
  }
  await kuzu.close();
  for (const client of clients) await client.end();
  return ours;
}

/**
 * Measures the project's own search on a larger graph, checks it against the limit, and prints both with the ratio to
 * the times on the smaller one.
 */
export async function compareSizes(
  server: Server,
  database: string,
  pairs: Pair[],
  smaller: Series<Length>,
): Promise<void> {
  const client = await server.connect(database);
  const statecraft = statecraftSearches(client);
  const limit = await openLimit(server, database, 'entities');
  const inMemory = await measure('limit', pairs, pair => limit(...pair, LONGEST, undefined));
  const ours = await measure('find_paths', pairs, pair => statecraft.findPath(...pair, false));
  refuseDisagreement(pairs, [ours, inMemory]);
  console.log(`All ties. Lengths of the paths: ${spread(ours.answers)}.\n`);
  printSeries([ours, inMemory], [ours, inMemory]);
  console.log(
    `The median of find_paths is ${figure(ratio(ours, smaller))} times that on the smaller graph.\n`,
  );
  await client.end();
}

/** Throws when two of the series do not have the same length for a pair that both were asked. */
export function refuseDisagreement(pairs: Pair[], all: Series<Length>[]): void {
  for (const [index, pair] of pairs.entries()) {
    const lengths = all
      .filter(({ answers }) => index < answers.length && answers[index] !== GAVE_UP)
      .map(({ name, answers }) => ({ name, length: answers[index] as number | null }));
    if (new Set(lengths.map(({ length }) => length)).size > 1)
      throw new Error(
        `From ${pair.join(' to ')} they do not agree: ${lengths.map(({ name, length }) => `${name} ${length}`).join(', ')}.`,
      );
  }
}

function spread(lengths: Length[]): string {
  const counts = Map.groupBy(lengths, length => (length === null ? 'none' : String(length)));
  return [...counts.keys()]
    .sort()
    .map(length => `${length} (${counts.get(length)?.length})`)
    .join(', ');
}
