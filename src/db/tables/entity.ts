import { sql } from 'drizzle-orm';
import { boolean, check, customType, index, integer, snakeCase, text, unique } from 'drizzle-orm/pg-core';
import { entityKind } from './vocabulary.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * Identity: whatever facts are about. What is specific to a kind is in that kind's own table. A superseded
 * version of an event has the event's slug followed by `@` and its own id.
 */
export const entity = snakeCase.table(
  'entity',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    kind: entityKind().notNull(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    aliases: text().array().notNull().default([]),
    summary: text(),
    /**
     * False for machine-coded events: there are millions, and their names are just those of the participants.
     */
    searchable: boolean().notNull().default(true),
    /** Name and aliases, unaccented and in lower case, each between bars: what trigrams search. */
    names: text().generatedAlwaysAs(sql`case when searchable then searchable_names(name, aliases) end`),
    /** Name, aliases and summary: what full text searches. */
    document: tsvector().generatedAlwaysAs(
      sql`case when searchable then searchable_document(name, aliases, summary) end`,
    ),
  },
  t => [
    unique('entity_id_kind_key').on(t.id, t.kind),
    check('entity_slug_is_kebab_case', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*(@[0-9]+)?$'`),
    check('entity_name_is_not_empty', sql`name <> ''`),
    // countries, leaders, organizations, alliances: the root connections
    index('entity_kind_name_idx').on(t.kind, t.name, t.id).where(sql`kind <> 'EVENT'`),
    // search: misspelled names
    index('entity_names_idx').using('gin', t.names.op('gin_trgm_ops')).where(sql`searchable`),
    // search: words
    index('entity_document_idx').using('gin', t.document).where(sql`searchable`),
  ],
);
