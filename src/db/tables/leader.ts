import { sql } from 'drizzle-orm';
import { check, foreignKey, snakeCase, text } from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { detailOf } from './detail.ts';
import { entity } from './entity.ts';

export const leader = snakeCase.table(
  'leader',
  {
    ...detailOf('LEADER'),
    bornOn: partialDate(),
    diedOn: partialDate(),
    /** The collection that has the leader. One that only datasets name goes when they name it no more. */
    collection: text().notNull(),
    /**
     * What datasets add to a leader of another collection: names, which are among the aliases, and dates, which come before those of
     * the collection.
     */
    derivedNames: text().array().notNull().default([]),
    derivedBornOn: partialDate(),
    derivedDiedOn: partialDate(),
  },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('leader_life_runs_forwards', sql`first_day(born_on) <= last_day(died_on)`),
    check('leader_derived_life_runs_forwards', sql`first_day(derived_born_on) <= last_day(derived_died_on)`),
  ],
);
