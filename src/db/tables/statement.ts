import { integer, jsonb, snakeCase, text, unique } from 'drizzle-orm/pg-core';
import { source } from './source.ts';

/**
 * What a dataset says, as last imported: the facts of all imported datasets are derived from these rows, so
 * that a fact stated by several datasets is one fact. `content` is a Statement, see
 * src/importers/statements/statement.ts.
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
