/** What a dataset has on record, and whether an import would remove too much of it. */
import { sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import { UserMistake } from '../../mistake.ts';
import { COLLECTION } from './onRecord.ts';

/** Facts on record by key, each with the rows of the dataset that support it, and whether an import made it. */
export type Standing = ReadonlyMap<string, { cited: string[]; imported: boolean }>;

/** The facts on record that rest on a source. */
export async function standingFacts(transaction: Owner, sourceId: number): Promise<Standing> {
  const { rows } = await transaction.execute<{ fact: string; cited: string[]; imported: boolean }>(sql`
    select coalesce('relationship ' || relationship_id, 'event ' || event_id) as fact, array_agg(locator) as cited,
      bool_and(coalesce(relationship.collection, event.collection) = ${COLLECTION}) as imported
    from evidence
    left join relationship on relationship.id = relationship_id
    left join event on event.entity_id = event_id
    where source_id = ${sourceId} and evidence.stance = 'SUPPORTS' and locator is not null
      and (relationship_id is not null or event_id is not null)
      and coalesce(relationship.known_until, event.known_until) is null
    group by 1`);
  return new Map(rows.map(({ fact, ...standing }) => [fact, standing]));
}

/** How many facts, and what share of all, a file may take off the record without --replace. */
const tolerated = { facts: 10, share: 0.1 };

/**
 * Refuses an import that would leave more than ten facts, and more than a tenth of the dataset's, without a
 * row to rest on: a truncated download, or an older version, looks like a dataset that retracts most of what
 * it said. A corrected fact still rests on its rows. Curated facts do not count: they stay whatever a file says.
 *
 * @throws UserMistake with both numbers and the option that allows it
 */
export function refuseLoss(before: Standing, after: Standing): void {
  const cited = new Set([...after.values()].flatMap(fact => fact.cited));
  const imported = [...before.values()].filter(fact => fact.imported);
  const lost = imported.filter(fact => !fact.cited.some(row => cited.has(row))).length;
  if (lost <= tolerated.facts || lost <= tolerated.share * imported.length) return;
  const [gone, all] = [lost, imported.length].map(count => count.toLocaleString('en-US'));
  throw new UserMistake(
    `This file would take ${gone} of the dataset's ${all} facts off the record: it may be truncated, or an older version. ` +
      'Nothing was written. To replace what is there, run this again with --replace.',
  );
}
