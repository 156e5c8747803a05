import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  snakeCase,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { claim, indicator } from './claim.ts';
import { daterange, instant, partialDate } from './dates.ts';
import { entity } from './entity.ts';
import { event } from './kinds.ts';
import { relationship } from './relationship.ts';
import { datePrecision, endState, entityKind, evidenceStance, sourceType } from './vocabulary.ts';

export const source = snakeCase.table(
  'source',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull().unique(),
    type: sourceType().notNull(),
    title: text().notNull(),
    publisher: text(),
    authors: text().array().notNull().default([]),
    publishedOn: partialDate(),
    url: text(),
    licence: text(),
    /** The work that its makers ask to be named when it is used. */
    citation: text(),
    /** Whose report this is: sources of one origin are not independent. Null means its own. */
    origin: text(),
    /** Made by a machine and reviewed by nobody: what rests on it is CODED. */
    machineCoded: boolean().notNull().default(false),
    coverage: daterange(),
    coverageStartPrecision: datePrecision(),
    coverageEndPrecision: datePrecision(),
    coverageEndState: endState(),
    coverageText: text(),
  },
  t => [
    check('source_slug_is_kebab_case', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('source_coverage_is_whole', sql`(coverage is null) = (coverage_end_state is null)`),
    // Query.sources
    index('source_title_idx').on(t.title, t.id),
  ],
);

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

/**
 * What a dataset says, as it was last imported: the facts of all imported datasets are derived from these rows, so that
 * one which several state is one fact. `content` is what src/importers/statements/statement.ts calls a statement.
 */
export const statement = snakeCase.table(
  'statement',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    key: text().notNull(),
    content: jsonb().notNull(),
  },
  t => [unique('statement_source_key').on(t.sourceId, t.key)],
);

/**
 * What has been loaded, by collection: the dataset's version is made of the checksums. How many events and relationships of
 * each are on record is kept here, because there can be millions.
 */
export const collection = snakeCase.table('collection', {
  slug: text().primaryKey(),
  checksum: text().notNull(),
  events: integer().notNull().default(0),
  relationships: integer().notNull().default(0),
  updatedAt: instant().notNull(),
});
