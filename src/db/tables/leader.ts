import { sql } from 'drizzle-orm';
import { check, foreignKey, snakeCase } from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { detailOf } from './detail.ts';
import { entity } from './entity.ts';

export const leader = snakeCase.table(
  'leader',
  { ...detailOf('LEADER'), bornOn: partialDate(), diedOn: partialDate() },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('leader_life_runs_forwards', sql`first_day(born_on) <= last_day(died_on)`),
  ],
);
