import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, snakeCase, text, uuid } from 'drizzle-orm/pg-core';
import { claim } from './claim.ts';
import { entity } from './entity.ts';
import { event } from './event.ts';
import { indicator } from './indicator.ts';
import { relationship } from './relationship.ts';
import { source } from './source.ts';
import { entityKind, evidenceStance } from './vocabulary.ts';

/** Why a fact is held: a source, its stance, and who says so inside it. Each row speaks for exactly one fact. */
export const evidence = snakeCase.table(
  'evidence',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    relationshipId: integer().references(() => relationship.id, { onDelete: 'cascade' }),
    eventId: integer().references(() => event.entityId, { onDelete: 'cascade' }),
    claimId: integer().references(() => claim.id, { onDelete: 'cascade' }),
    indicatorId: integer().references(() => indicator.id, { onDelete: 'cascade' }),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    stance: evidenceStance().notNull(),
    attributedToId: integer(),
    attributedToKind: entityKind(),
    quote: text(),
    locator: text(),
    // The md5 of what it says and of the fact that it says it of.
    fingerprint: uuid().notNull(),
  },
  t => [
    foreignKey({ columns: [t.attributedToId, t.attributedToKind], foreignColumns: [entity.id, entity.kind] }),
    check(
      'evidence_is_on_one_fact',
      sql`num_nonnulls(relationship_id, event_id, claim_id, indicator_id) = 1`,
    ),
    check('evidence_quote_is_short', sql`char_length(quote) <= 300`),
    check(
      'evidence_attributed_to_an_actor',
      sql`(attributed_to_id is null) = (attributed_to_kind is null) and attributed_to_kind <> 'EVENT'`,
    ),
    // Fact.evidence, from each side
    index('evidence_relationship_idx').on(t.relationshipId, t.id).where(sql`relationship_id is not null`),
    index('evidence_event_idx').on(t.eventId, t.id).where(sql`event_id is not null`),
    index('evidence_claim_idx').on(t.claimId, t.id).where(sql`claim_id is not null`),
    index('evidence_indicator_idx').on(t.indicatorId, t.id).where(sql`indicator_id is not null`),
    // Source.facts
    index('evidence_source_idx').on(t.sourceId, t.id),
    index('evidence_attributed_to_idx').on(t.attributedToId).where(sql`attributed_to_id is not null`),
  ],
);
