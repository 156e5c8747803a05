import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import type { EntityKind } from './tables/relationshipTypes.ts';

export type Hit = { id: number; score: number };

/**
 * The entities that best match a text, best first; ties in the order of their ids. One statement.
 *
 * @param text what was typed, without NUL
 * @param kinds only of these kinds; null for any
 * @param limit at most this many
 * @param offset how many to skip
 * @returns the ids of that page with their score from 0 to 1, and how many match in total
 */
export async function search(
  db: Database,
  text: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
  offset: number,
): Promise<{ hits: Hit[]; total: number }> {
  const ofKinds = kinds ? sql`${`{${kinds.join(',')}}`}::entity_kind[]` : sql`null::entity_kind[]`;
  // An empty page has the total, too.
  const { rows } = await db.execute<{ id: number | null; score: number; total: string }>(sql`
    with match as (select id, score from search_entities(${text}, ${ofKinds})),
      page as (select id, score from match order by score desc, id limit ${limit} offset ${offset})
    select id, score, total
    from (select count(*) as total from match) as counted left join page on true
    order by score desc, id`);
  const hits = rows.flatMap(({ id, score }) => (id === null ? [] : [{ id, score }]));
  return { hits, total: Number(rows[0]?.total) };
}
