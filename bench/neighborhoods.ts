import { openKuzu } from './kuzu.ts';
import { measure, type Series } from './measure.ts';
import type { Server } from './postgres.ts';
import { BEST, centresOf, HELD_ON } from './questions.ts';
import { printSeries } from './report.ts';
import { statecraftSearches } from './statecraft.ts';

/**
 * Measures the neighbourhood of two steps around the best connected entity and around `count` average ones, and prints the
 * table. Ours gives the ties between the entities as well, Kuzu only the entities. Throws when they do not agree on
 * how many entities there are.
 */
export async function compareNeighborhoods(server: Server, database: string, count: number): Promise<void> {
  const times = Math.ceil(count / 4);
  const client = await server.connect(database);
  const { hub, average } = await centresOf(client, count);
  const statecraft = statecraftSearches(client);
  const kuzu = await openKuzu(server, database);
  for (const [what, centres] of [
    [`Around the best connected entity, ${times} times`, Array<number>(times).fill(hub)],
    [`Around ${count} entities with the median number of ties`, average],
  ] as const) {
    for (const held of [false, true]) {
      const ours = await measure('neighborhood', centres, centre => statecraft.neighborhood(centre, held));
      const theirs = await measure(`Kuzu ${kuzu.version}`, centres, centre =>
        kuzu.neighborhood(centre, held),
      );
      refuseDisagreement(centres, ours, theirs);
      console.log(
        `${what}, ${held ? `ties that held on ${HELD_ON}` : 'all ties'}, ${BEST} entities at the most.\n`,
      );
      printSeries([ours, theirs], [ours]);
    }
  }
  await kuzu.close();
  await client.end();
}

function refuseDisagreement(centres: readonly number[], one: Series<number>, other: Series<number>): void {
  const index = centres.findIndex((_, index) => one.answers[index] !== other.answers[index]);
  if (index >= 0)
    throw new Error(
      `Around ${centres[index]} they do not agree: ${one.name} finds ${one.answers[index]}, ${other.name} ${other.answers[index]}.`,
    );
}
