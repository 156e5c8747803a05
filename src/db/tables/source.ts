import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, snakeCase, text } from 'drizzle-orm/pg-core';
import { daterange, partialDate } from './dates.ts';
import { datePrecision, endState, sourceType } from './vocabulary.ts';

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
    /** The work that its authors ask users to cite. */
    citation: text(),
    /** Whose report this is: sources of one origin are not independent. Null means its own. */
    origin: text(),
    /** Coded by a machine and not reviewed: what rests on it is CODED. */
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
