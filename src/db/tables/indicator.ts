import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, snakeCase, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { claim } from './claim.ts';
import { country } from './country.ts';
import { periodColumns, periodIsWhole } from './dates.ts';
import { factColumns, knownForwards, onRecord } from './facts.ts';

/** A figure about a country. */
export const indicator = snakeCase.table(
  'indicator',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    countryId: integer()
      .notNull()
      .references(() => country.entityId),
    code: text().notNull(),
    name: text().notNull(),
    value: doublePrecision().notNull(),
    unit: text().notNull(),
    ...periodColumns(),
    claimId: integer().references(() => claim.id),
    ...factColumns(),
  },
  t => [
    check('indicator_code_is_kebab_case', sql`code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('indicator_period_is_whole', periodIsWhole),
    check('indicator_known_forwards', knownForwards),
    // Country.indicators
    index('indicator_country_idx').on(t.countryId, t.code, t.startsOn, t.id),
    index('indicator_claim_idx').on(t.claimId),
    // node: facts that are not on record any more
    index('indicator_superseded_idx').on(t.fingerprint).where(sql`known_until is not null`),
    uniqueIndex('indicator_collection_idx').on(t.collection, t.fingerprint).where(onRecord),
  ],
);
