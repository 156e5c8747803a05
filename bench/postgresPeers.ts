import type pg from 'pg';
import { LONGEST } from './questions.ts';

/** The number of milliseconds after which a recursive query is stopped. */
export const PATIENCE = 3_000;

/** The answer of a search that was stopped before it had one. */
export const GAVE_UP = Symbol('gave up');

/**
 * The search without a function: a recursive query over (entity, depth), bounded by the length of the path (LONGEST where
 * there is none), which a real query would not know. Gives the length, null for no path, or GAVE_UP. Every later statement
 * on the connection is stopped after PATIENCE.
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
 * pgRouting's bidirectional Dijkstra, every tie at cost 1: it reads the whole graph again at each call.
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
