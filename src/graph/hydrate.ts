import type { Database } from '../db/client.ts';

type Query = Record<string, unknown>;
type Finder = { findMany(query: Query): Promise<{ id: number }[]> };

/** Rows by their number. */
export type Rows = Map<number, { id: number }>;

/**
 * Reads the entities and relationships that a search found, in one trip to the database.
 *
 * @param entities the entities' numbers, and the relational query that says what to read of them
 * @param relationships the same for relationships
 */
export async function hydrate(
  db: Database,
  entities: { ids: readonly number[]; query: Query },
  relationships: { ids: readonly number[]; query: Query },
): Promise<{ entities: Rows; relationships: Rows }> {
  const find = (table: 'entity' | 'relationship', { ids, query }: typeof entities) =>
    (db.query[table] as unknown as Finder).findMany({ ...query, where: { id: { in: [...new Set(ids)] } } });
  const trip = [find('entity', entities), find('relationship', relationships)] as never;
  const [entityRows, relationshipRows] = (await db.batch(trip)) as unknown as { id: number }[][];
  return { entities: byId(entityRows ?? []), relationships: byId(relationshipRows ?? []) };
}

const byId = (rows: { id: number }[]): Rows => new Map(rows.map(row => [row.id, row]));
