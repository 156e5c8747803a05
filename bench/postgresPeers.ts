import type pg from 'pg';
import { LONGEST } from './questions.ts';

/** After how many milliseconds a recursive query is ended. */
export const PATIENCE = 3_000;

/** A search that was ended before it had an answer. */
export const GAVE_UP = Symbol('gave up');

/**
 * The search as one writes it without a function: a recursive query over (entity, depth), bounded at `length`, which is
 * more than it could know (LONGEST where there is no path). Gives the length, null for no path, or GAVE_UP. All that the
 * connection runs from now on is ended after PATIENCE.
 */
export async function recursiveQuery(client: pg.Client) {
  await client.query(`set statement_timeout = ${PATIENCE}`);
  return async (
    source: number,
    target: number,
    length: number | null,
  ): Promise<number | null | typeof GAVE_UP> => {
    try {
      const { rows } = await client.query({
        name: 'recursive',
        text: `
          with recursive reached (id, depth) as (
            select $1::integer, 0
            union
            select counterpart_id, depth + 1 from reached join adjacency on entity_id = id where depth < $3
          )
          select min(depth) as length from reached where id = $2`,
        values: [source, target, length ?? LONGEST],
      });
      return rows[0].length;
    } catch (error) {
      if ((error as { code?: string }).code === '57014') return GAVE_UP;
      throw error;
    }
  };
}

/**
 * pgRouting's bidirectional Dijkstra, every tie at cost 1: it reads the whole graph anew at each call.
 * Gives undefined when the server has no pgRouting.
 */
export async function pgRouting(client: pg.Client) {
  const { rowCount } = await client.query(`select from pg_available_extensions where name = 'pgrouting'`);
  if (!rowCount) return undefined;
  await client.query('create extension if not exists pgrouting cascade');
  const { rows } = await client.query(
    `select extversion as version from pg_extension where extname = 'pgrouting'`,
  );
  return {
    version: rows[0].version as string,
    findPath: async (source: number, target: number): Promise<number | null> => {
      const { rows } = await client.query({
        name: 'pgrouting',
        text: `select count(*)::integer - 1 as length from pgr_bdDijkstra(
          'select id, subject_id as source, object_id as target, 1.0::float8 as cost from relationship',
          $1::integer, $2::integer, directed => false)`,
        values: [source, target],
      });
      const length: number = rows[0].length;
      return length < 0 || length > LONGEST ? null : length;
    },
  };
}
