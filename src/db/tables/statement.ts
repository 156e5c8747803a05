import { integer, jsonb, snakeCase, text, unique } from 'drizzle-orm/pg-core';
import { source } from './source.ts';

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
