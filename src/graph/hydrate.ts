import type { Database } from '../db/client.ts';

type Query = Record<string, unknown>;
type Finder = { findMany(query: Query): Promise<{ id: number }[]> };

/** Rows by their number. */
export type Rows = Map<number, { id: number }>;

/** Rows to read: their numbers, and the relational query that says what to read of them. */
export interface Wanted {
  table: 'entity' | 'relationship';
  ids: readonly number[];
  query: Query;
}

/** Reads what a search found, in one trip to the database: the rows of each of `wanted`, in that order. */
export async function hydrate<All extends readonly Wanted[]>(
  db: Database,
  ...wanted: All
): Promise<{ [Each in keyof All]: Rows }> {
  const trip = wanted.map(({ table, ids, query }) =>
    (db.query[table] as unknown as Finder).findMany({ ...query, where: { id: { in: [...new Set(ids)] } } }),
  );
  const found = (await db.batch(trip as never)) as unknown as { id: number }[][];
  return found.map(byId) as { [Each in keyof All]: Rows };
}

const byId = (rows: { id: number }[]): Rows => new Map(rows.map(row => [row.id, row]));
