import { sql } from 'drizzle-orm';
import { check, index, integer, snakeCase, text } from 'drizzle-orm/pg-core';
import { country } from './country.ts';
import { partialDate } from './dates.ts';
import { source } from './source.ts';
import { coverageTopic } from './vocabulary.ts';

/**
 * For which times which sources speak of a country, by topic: outside them, nobody says. Times of one source may overlap, for
 * each collection has its own. Null is no bound.
 */
export const coverage = snakeCase.table(
  'coverage',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    countryId: integer()
      .notNull()
      .references(() => country.entityId),
    topic: coverageTopic().notNull(),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    from: partialDate(),
    until: partialDate(),
    /** The collection that says so, and replaces it. */
    collection: text().notNull(),
  },
  t => [
    check('coverage_runs_forwards', sql`first_day("from") <= last_day(until)`),
    // Country.coverage
    index('coverage_country_idx').on(t.countryId, t.topic, t.sourceId),
    // A source that is taken out must not be one that speaks of a country.
    index('coverage_source_idx').on(t.sourceId),
  ],
);
