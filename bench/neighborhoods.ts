import { openKuzu } from './kuzu.ts';
import { measure, type Series } from './measure.ts';
import type { Server } from './postgres.ts';
import { BEST, centersOf, HELD_ON } from './questions.ts';
import { printSeries } from './report.ts';
import { statecraftSearches } from './statecraft.ts';

/**
 * Measures neighborhoods of two steps around the best connected entity and around `count` average ones, and prints the
 * table. Ours gives the ties between the entities as well, Kuzu only the entities. Throws when they do not agree on
 * how many entities there are.
 */
export async function compareNeighborhoods(server: Server, database: string, count: number): Promise<void> {
  const times = Math.ceil(count / 4);
  const client = await server.connect(database);
  const { hub, average } = await centersOf(client, count);
  const statecraft = statecraftSearches(client);
  const kuzu = await openKuzu(server, database);
  for (const [what, centers] of [
    [`Around the best connected entity, ${times} times`, Array<number>(times).fill(hub)],
    [`Around ${count} entities with the median number of ties`, average],
  ] as const) {
    for (const held of [false, true]) {
      const ours = await measure('neighborhood', centers, center => statecraft.neighborhood(center, held));
      const theirs = await measure(`Kuzu ${kuzu.version}`, centers, center =>
        kuzu.neighborhood(center, held),
      );
      refuseDisagreement(centers, ours, theirs);
      console.log(
        `${what}, ${held ? `ties that held on ${HELD_ON}` : 'all ties'}, at most ${BEST} entities.\n`,
      );
      printSeries([ours, theirs], [ours]);
    }
  }
  await kuzu.close();
  await client.end();
}

function refuseDisagreement(centers: readonly number[], one: Series<number>, other: Series<number>): void {
  const index = centers.findIndex((_, index) => one.answers[index] !== other.answers[index]);
  if (index >= 0)
    throw new Error(
      `Around ${centers[index]} they do not agree: ${one.name} finds ${one.answers[index]}, ${other.name} ${other.answers[index]}.`,
    );
}
