import { integer, snakeCase, text, unique } from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { source } from './source.ts';
import { coverageTopic } from './vocabulary.ts';

/**
 * What imports have brought onto the record whole: all that a dataset tells on a topic, in the states of a list (COW or GW),
 * for a time. Null is no bound.
 */
export const imported = snakeCase.table(
  'imported',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    topic: coverageTopic().notNull(),
    states: text().notNull(),
    from: partialDate(),
    until: partialDate(),
  },
  t => [unique('imported_once').on(t.sourceId, t.topic, t.from, t.until).nullsNotDistinct()],
);
