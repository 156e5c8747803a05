import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  primaryKey,
  snakeCase,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { partialDate, periodColumns, periodIsWhole } from './dates.ts';
import { entity } from './entity.ts';
import { factColumns, knownForwards, onRecord } from './facts.ts';
import { country, event } from './kinds.ts';
import { entityKind, verification } from './vocabulary.ts';

/** What somebody said. The fact is that it was said; whether it is so is `verification`. */
export const claim = snakeCase.table(
  'claim',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    text: text().notNull(),
    quote: text(),
    speakerId: integer().notNull(),
    speakerKind: entityKind().notNull(),
    madeOn: partialDate(),
    /** What connections order by: an unknown day comes last. */
    madeFrom: date({ mode: 'string' })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(first_day(made_on), 'infinity'::date)`),
    verification: verification().notNull(),
    eventId: integer().references(() => event.entityId),
    ...factColumns(),
  },
  t => [
    foreignKey({ columns: [t.speakerId, t.speakerKind], foreignColumns: [entity.id, entity.kind] }),
    check('claim_slug_is_kebab_case', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('claim_quote_is_short', sql`char_length(quote) <= 300`),
    check('claim_speaker_is_an_actor', sql`speaker_kind <> 'EVENT'`),
    check('claim_known_forwards', knownForwards),
    uniqueIndex('claim_slug_idx').on(t.slug).where(onRecord),
    // Actor.claims
    index('claim_speaker_idx').on(t.speakerId, t.madeFrom, t.id),
    // Query.claims
    index('claim_made_from_idx').on(t.madeFrom, t.id),
    index('claim_event_idx').on(t.eventId, t.madeFrom, t.id),
    uniqueIndex('claim_collection_idx').on(t.collection, t.fingerprint).where(onRecord),
  ],
);

export const claimAbout = snakeCase.table(
  'claim_about',
  {
    claimId: integer()
      .notNull()
      .references(() => claim.id, { onDelete: 'cascade' }),
    entityId: integer()
      .notNull()
      .references(() => entity.id),
  },
  t => [
    primaryKey({ columns: [t.claimId, t.entityId] }),
    // Entity.claimsAbout
    index('claim_about_entity_idx').on(t.entityId, t.claimId),
  ],
);

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
    uniqueIndex('indicator_collection_idx').on(t.collection, t.fingerprint).where(onRecord),
  ],
);
