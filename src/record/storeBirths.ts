import { sql } from 'drizzle-orm';
import type { Owner } from '../db/owner.ts';
import type { Birth } from './facts.ts';

/**
 * Replaces what a collection says about the births of leaders. A date that another collection has from the same source is
 * left to that one.
 *
 * @param sources the ids of the sources by their slugs
 */
export async function storeBirths(
  transaction: Owner,
  collection: string,
  leaders: { leaderId: number; births: Birth[] }[],
  sources: ReadonlyMap<string, number>,
): Promise<void> {
  const ids = JSON.stringify(leaders.map(({ leaderId }) => leaderId));
  await transaction.execute(sql`
    delete from leader_birth where collection = ${collection}
      and leader_id in (select jsonb_array_elements_text(${ids}::jsonb)::integer)`);
  const rows = leaders.flatMap(({ leaderId, births }) =>
    births.map(({ date, source, locator }) => ({ leaderId, date, sourceId: sources.get(source), locator })),
  );
  await transaction.execute(sql`
    insert into leader_birth (leader_id, date, source_id, locator, collection)
    select "leaderId", date, "sourceId", locator, ${collection}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given ("leaderId" integer, date partial_date, "sourceId" integer, locator text)
    on conflict do nothing`);
}
