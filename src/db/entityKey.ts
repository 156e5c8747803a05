import { type SQL, sql } from 'drizzle-orm';

/** Names one entity, by its number or its slug. */
export type EntityKey = { id: number } | { slug: string };

/** The number of the entity that a key names, as a scalar subquery; null when there is none. */
export const entityNumber = (key: EntityKey): SQL =>
  'id' in key
    ? sql`(select id from entity where id = ${key.id}::integer)`
    : sql`(select id from entity where slug = ${key.slug})`;
