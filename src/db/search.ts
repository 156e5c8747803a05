import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import type { EntityKind } from './tables/relationshipTypes.ts';

export type Hit = { id: number; score: number; total: number };

/**
 * The entities that best match a text, best first; equal ones in the order of their ids. One statement.
 *
 * @param text what was typed, without NUL
 * @param kinds only of these kinds; null for any
 * @param limit how many at the most
 * @param offset how many to pass over
 * @returns ids with their score from 0 to 1, and how many match in all
 */
export async function search(
  db: Database,
  text: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
  offset: number,
): Promise<Hit[]> {
  const ofKinds = kinds ? sql`${`{${kinds.join(',')}}`}::entity_kind[]` : sql`null::entity_kind[]`;
  const { rows } = await db.execute<{ id: number; score: number; total: string }>(sql`
    select id, score, count(*) over () as total
    from search_entities(${text}, ${ofKinds})
    order by score desc, id
    limit ${limit} offset ${offset}`);
  return rows.map(({ id, score, total }) => ({ id, score, total: Number(total) }));
}
