import { index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { leader } from './leader.ts';
import { source } from './source.ts';

/** Every date of birth that a source gives for a leader; they may contradict each other. */
export const leaderBirth = snakeCase.table(
  'leader_birth',
  {
    leaderId: integer()
      .notNull()
      .references(() => leader.entityId, { onDelete: 'cascade' }),
    date: partialDate().notNull(),
    sourceId: integer()
      .notNull()
      .references(() => source.id),
    locator: text().notNull(),
    /** The collection that says so. */
    collection: text().notNull(),
  },
  t => [
    // Leader.births
    primaryKey({ columns: [t.leaderId, t.date, t.sourceId] }),
    index('leader_birth_source_idx').on(t.sourceId),
  ],
);
