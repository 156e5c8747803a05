import { sql } from 'drizzle-orm';
import { check, foreignKey, snakeCase } from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { detailOf } from './detail.ts';
import { entity } from './entity.ts';
import { allianceType } from './vocabulary.ts';

export const alliance = snakeCase.table(
  'alliance',
  {
    ...detailOf('ALLIANCE'),
    types: allianceType().array().notNull(),
    foundedOn: partialDate(),
    dissolvedOn: partialDate(),
  },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('alliance_has_a_type', sql`cardinality(types) > 0`),
    check('alliance_life_runs_forwards', sql`first_day(founded_on) <= last_day(dissolved_on)`),
  ],
);
