import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, snakeCase, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { entity } from './entity.ts';
import { event } from './event.ts';
import { factColumns, knownForwards, onRecord } from './facts.ts';
import { entityKind, verification } from './vocabulary.ts';

/** Something that somebody said. The fact is that it was said; whether it is true is `verification`. */
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
    // node: facts that are not on record any more
    index('claim_superseded_idx').on(t.fingerprint).where(sql`known_until is not null`),
    uniqueIndex('claim_collection_idx').on(t.collection, t.fingerprint).where(onRecord),
  ],
);
