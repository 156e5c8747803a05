import { type SQL, sql } from 'drizzle-orm';
import type { Owner } from '../db/owner.ts';
import type { Recorded } from './collection.ts';

/** How many facts a load put on record, and how many it superseded. */
export interface Changes {
  added: number;
  superseded: number;
}

/** A fact that is not on record yet, and since when it will be. */
export type Fresh<Fact> = Fact & { knownFrom: Date };

type FactTable = 'event' | 'relationship' | 'claim' | 'indicator';

// As Recorded.identity has it; a superseded event's slug ends in `@` and a number.
const identities: Record<FactTable, { identity: SQL; joins: SQL }> = {
  event: {
    identity: sql`split_part(entity.slug, '@', 1)`,
    joins: sql`join entity on entity.id = fact.entity_id`,
  },
  relationship: {
    identity: sql`split_part(subject.slug, '@', 1) || ' ' || fact.type || ' ' || split_part(object.slug, '@', 1)`,
    joins: sql`join entity subject on subject.id = fact.subject_id join entity object on object.id = fact.object_id`,
  },
  claim: { identity: sql`fact.slug`, joins: sql`` },
  indicator: {
    identity: sql`entity.slug || ' ' || fact.code`,
    joins: sql`join entity on entity.id = fact.country_id`,
  },
};

/** How to end the record of facts. */
export interface Ending {
  now: Date;
  /**
   * Whether to remove them as if they had never been, instead of superseding them from `now` on: for what was not wrong, only
   * told by fewer sources than are on file now.
   */
  forgets: boolean;
}

/**
 * Ends the record of the collection's facts in `table` that are not among `facts`, and gives those of `facts`
 * that are not on record. These are known from the first publication of their evidence, or from `now` when it has
 * no date; but a correction never before what it corrects was superseded.
 */
export async function supersede<Fact extends Recorded<object>>(
  transaction: Owner,
  table: FactTable,
  collection: { slug: string },
  facts: Fact[],
  { now, forgets }: Ending,
): Promise<{ fresh: Fresh<Fact>[]; superseded: number }> {
  const rows = sql.identifier(table);
  const mine = sql`fact.collection = ${collection.slug}`;
  const fingerprints = JSON.stringify(facts.map(fact => fact.fingerprint));
  const gone = sql`${mine} and fact.known_until is null
      and fact.fingerprint::text not in (select jsonb_array_elements_text(${fingerprints}::jsonb))`;

  const superseded = forgets
    ? []
    : (
        await transaction.execute(sql`
          update ${rows} fact set known_until = greatest(fact.known_from, ${now.toISOString()}::timestamptz)
          where ${gone} returning fact.fingerprint`)
      ).rows;
  if (forgets && table === 'event') {
    await transaction.execute(sql`
      with removed as (delete from event fact where ${gone} returning fact.entity_id)
      delete from entity where id in (select entity_id from removed)`);
  } else if (forgets) {
    await transaction.execute(sql`delete from ${rows} fact where ${gone}`);
  }
  if (table === 'event' && superseded.length > 0) await giveUpSlugs(transaction, collection.slug);

  const kept = await transaction.execute<{ fingerprint: string }>(
    sql`select fact.fingerprint from ${rows} fact where ${mine} and fact.known_until is null`,
  );
  const { identity, joins } = identities[table];
  const corrected = await transaction.execute<{ identity: string; at: number }>(sql`
    select ${identity} as identity, (extract(epoch from max(fact.known_until)) * 1000)::float8 as at
    from ${rows} fact ${joins} where ${mine} and fact.known_until is not null group by 1`);

  const onRecord = new Set(kept.rows.map(row => row.fingerprint));
  const correctedAt = new Map(corrected.rows.map(row => [row.identity, row.at]));
  const fresh = facts
    .filter(fact => !onRecord.has(fact.fingerprint))
    .map(fact => {
      const published = (fact.publishedAt ?? now).getTime();
      return {
        ...fact,
        knownFrom: new Date(Math.max(published, correctedAt.get(fact.identity) ?? published)),
      };
    });
  return { fresh, superseded: superseded.length };
}

async function giveUpSlugs(transaction: Owner, collection: string): Promise<void> {
  await transaction.execute(sql`
    update entity set slug = entity.slug || '@' || abs(entity.id)
    from event
    where event.entity_id = entity.id and event.collection = ${collection} and event.known_until is not null
      and strpos(entity.slug, '@') = 0`);
}
