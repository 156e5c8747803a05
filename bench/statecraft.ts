import type pg from 'pg';
import { BEST, HELD_ON, LONGEST } from './questions.ts';

// Any type, stance and certainty, on record now, nothing avoided.
const ANY = 'null, null, null';
const NOW = `false, '9999-01-01', '{}'`;

/** The project's own searches, prepared, on one connection. */
export function statecraftSearches(client: pg.Client) {
  return {
    /** The length of the shortest path between two entities, or null when all are longer than LONGEST. Throws when the search gave up. */
    findPath: async (source: number, target: number, held: boolean): Promise<number | null> => {
      const { rows } = await client.query({
        name: 'find_paths',
        text: `select find_paths($1, $2, ${LONGEST}, 1, ${ANY}, $3, ${NOW}) as found`,
        values: [source, target, held ? HELD_ON : null],
      });
      const { paths, truncated } = rows[0].found;
      if (truncated) throw new Error(`find_paths gave up between ${source} and ${target}.`);
      return paths[0]?.hops.length ?? null;
    },
    /** How many entities there are in the neighborhood of one, depth 2 and at most BEST. */
    neighborhood: async (center: number, held: boolean): Promise<number> => {
      const { rows } = await client.query({
        name: 'neighborhood',
        text: `select neighborhood($1, 2, ${BEST}, ${ANY}, $2, ${NOW}) as found`,
        values: [[center], held ? HELD_ON : null],
      });
      return rows[0].found.nodes.length;
    },
  };
}
