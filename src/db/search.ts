import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import type { EntityKind } from './tables/relationshipTypes.ts';

export type Hit = { id: number; score: number };

/**
 * The entities that best match a text, best first; equal ones in the order of their ids. One statement.
 *
 * @param text what was typed, without NUL
 * @param kinds only of these kinds; null for any
 * @param limit how many at the most
 * @param offset how many to pass over
 * @returns the ids of that page with their score from 0 to 1, and how many match in all
 */
export async function search(
  db: Database,
  text: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
  offset: number,
): Promise<{ hits: Hit[]; total: number }> {
  const ofKinds = kinds ? sql`${`{${kinds.join(',')}}`}::entity_kind[]` : sql`null::entity_kind[]`;
  // The total comes with a page of nothing, too.
  const { rows } = await db.execute<{ id: number | null; score: number; total: string }>(sql`
    with match as (select id, score from search_entities(${text}, ${ofKinds})),
      page as (select id, score from match order by score desc, id limit ${limit} offset ${offset})
    select id, score, total
    from (select count(*) as total from match) as counted left join page on true
    order by score desc, id`);
  const hits = rows.flatMap(({ id, score }) => (id === null ? [] : [{ id, score }]));
  return { hits, total: Number(rows[0]?.total) };
}
