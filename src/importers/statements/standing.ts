/** What a dataset has on record, and whether an import would remove too much of it. */
import { sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import { UserMistake } from '../../mistake.ts';
import { COLLECTION } from './onRecord.ts';

/** Facts on record by key, each with the rows of the dataset that support it. */
export type Standing = ReadonlyMap<string, string[]>;

/** The imported facts on record that rest on a source. Curated ones that cite it stay on record whatever a file says. */
export async function standingFacts(transaction: Owner, sourceId: number): Promise<Standing> {
  const { rows } = await transaction.execute<{ fact: string; cited: string[] }>(sql`
    select coalesce('relationship ' || relationship_id, 'event ' || event_id) as fact, array_agg(locator) as cited
    from evidence
    left join relationship on relationship.id = relationship_id
    left join event on event.entity_id = event_id
    where source_id = ${sourceId} and evidence.stance = 'SUPPORTS' and locator is not null
      and (relationship_id is not null or event_id is not null)
      and coalesce(relationship.known_until, event.known_until) is null
      and coalesce(relationship.collection, event.collection) = ${COLLECTION}
    group by 1`);
  return new Map(rows.map(({ fact, cited }) => [fact, cited]));
}

/** How many facts, and what share of all, a file may take off the record without --replace. */
const tolerated = { facts: 10, share: 0.1 };

/**
 * Refuses an import that would leave more than ten facts, and more than a tenth of the dataset's, without a
 * row to rest on: a truncated download, or an older version, looks like a dataset that retracts most of what
 * it said. A corrected fact still rests on its rows.
 *
 * @throws UserMistake with both numbers and the option that allows it
 */
export function refuseLoss(before: Standing, after: Standing): void {
  const cited = new Set([...after.values()].flat());
  const lost = [...before.values()].filter(rows => !rows.some(row => cited.has(row))).length;
  if (lost <= tolerated.facts || lost <= tolerated.share * before.size) return;
  const [gone, all] = [lost, before.size].map(count => count.toLocaleString('en-US'));
  throw new UserMistake(
    `This file would take ${gone} of the dataset's ${all} facts off the record: it may be truncated, or an older version. ` +
      'Nothing was written. To replace what is there, run this again with --replace.',
  );
}
