import { type SQL, sql } from 'drizzle-orm';

/** Names one entity. */
export interface EntityKey {
  slug: string;
}

/** The number of the entity that a key names, as a scalar subquery; null when there is none. */
export const entityNumber = ({ slug }: EntityKey): SQL => sql`(select id from entity where slug = ${slug})`;
