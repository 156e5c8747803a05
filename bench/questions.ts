import type pg from 'pg';
import { seededRandom } from './measure.ts';

/** The greatest length of a path. */
export const LONGEST = 6;
/** How many entities a neighborhood may have, its center included. */
export const BEST = 100;
/** The day on which ties must have held, for questions about a day. */
export const HELD_ON = '2010-01-01';

/** Two entities of a graph to find a path between. */
export type Pair = readonly [source: number, target: number];

/** The same random pairs at every run, from entities 1 to `entities`. */
export function randomPairs(entities: number, count: number): Pair[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => {
    const source = 1 + Math.floor(random() * entities);
    const target = 1 + Math.floor(random() * (entities - 1));
    return [source, target < source ? target : target + 1];
  });
}

/** The entity with the most ties, and `count` others with the median number of ties or slightly more. */
export async function centersOf(
  client: pg.Client,
  count: number,
): Promise<{ hub: number; average: number[] }> {
  const { rows: hubs } = await client.query(
    'select entity_id as id from degree order by degree desc limit 1',
  );
  const { rows: average } = await client.query<{ id: number }>(
    `select entity_id as id from degree
    where degree >= (select percentile_disc(0.5) within group (order by degree) from degree)
    order by degree, entity_id limit $1`,
    [count],
  );
  return { hub: hubs[0].id, average: average.map(({ id }) => id) };
}
