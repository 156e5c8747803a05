/** The searches through the graph, each one statement. They find numbers, which `hydrate` turns into rows. */
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { type EntityKey, entityNumber } from '../db/entityKey.ts';
import { entitiesNamed, entityNumbers, type Walk, walkArguments } from './walk.ts';

export type FoundHop = { from: number; to: number; relationship: number; alternatives: number };
export type FoundPath = {
  hops: FoundHop[];
  /** The longest time in which each hop held by whichever relationship, as a Postgres daterange; null if there is none. */
  during: string | null;
  /** Relationships beside those of the hops whose dates say how precisely the ends of that time are known. */
  bounds: number[];
};
export type FoundPaths = { source: number; paths: FoundPath[]; truncated: boolean };
export type FoundNeighborhood = {
  /** Entity and depth, nearest first. */
  nodes: [entity: number, depth: number][];
  relationships: number[];
  truncated: boolean;
};
export type FoundShared = { entity: number; relationships: number[] }[];

/** A traversal was asked to begin or end at something that does not exist. */
export class NoSuchEntity extends Error {}

/**
 * The shortest paths between two entities, then the next shortest; from an entity to itself, one path without
 * hops.
 *
 * @param longest at most this many hops, 1 to 8
 * @param wanted at most this many paths, 1 to 20
 * @returns paths by length, and whether a limit cut the search short
 * @throws NoSuchEntity when one of the two does not exist
 */
export async function findPaths(
  db: Database,
  from: EntityKey,
  to: EntityKey,
  longest: number,
  wanted: number,
  walk: Walk,
): Promise<FoundPaths> {
  const { rows } = await db.execute<{ source: number; found: Omit<FoundPaths, 'source'> | null }>(sql`
    select source, case when source is not null and target is not null then find_paths(
      source, target, ${longest}::integer, ${wanted}::integer, ${walkArguments(walk)},
      ${entityNumbers(walk.avoid ?? [])}) end as found
    from (select ${entityNumber(from)} as source, ${entityNumber(to)} as target) as ends`);
  const [row] = rows;
  if (!row?.found) throw new NoSuchEntity();
  return { source: row.source, ...row.found };
}

/**
 * Everything near the given entities, nearest first, at the same depth the better connected first, and the
 * relationships between what was found.
 *
 * @param depth at most this many steps, 1 to 4
 * @param limit at most this many entities, 1 to 500
 * @throws NoSuchEntity when one of the centers does not exist
 */
export async function findNeighborhood(
  db: Database,
  of: readonly EntityKey[],
  depth: number,
  limit: number,
  walk: Walk,
): Promise<FoundNeighborhood> {
  const { rows } = await db.execute<{ there: number; found: FoundNeighborhood }>(sql`
    select ${entitiesNamed(of)} as there, neighborhood(
      ${entityNumbers(of)}, ${depth}::integer, ${limit}::integer, ${walkArguments(walk)},
      ${entityNumbers(walk.avoid ?? [])}) as found`);
  return allThere(of, rows[0]);
}

/**
 * The entities tied to all of the given ones, better connected first, and the relationships that tie them.
 *
 * @param first at most this many, 1 to 100
 * @throws NoSuchEntity when one of the entities does not exist
 */
export async function findSharedNeighbors(
  db: Database,
  of: readonly EntityKey[],
  first: number,
  walk: Walk,
): Promise<FoundShared> {
  const { rows } = await db.execute<{ there: number; found: { shared: FoundShared } }>(sql`
    select ${entitiesNamed(of)} as there, shared_neighbors(
      ${entityNumbers(of)}, ${first}::integer, ${walkArguments(walk)},
      ${entityNumbers(walk.avoid ?? [])}) as found`);
  return allThere(of, rows[0]).shared;
}

function allThere<Found>(
  asked: readonly EntityKey[],
  row: { there: number; found: Found } | undefined,
): Found {
  const distinct = new Set(asked.map(({ slug }) => slug));
  if (row?.there !== distinct.size) throw new NoSuchEntity();
  return row.found;
}
