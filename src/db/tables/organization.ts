import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, snakeCase } from 'drizzle-orm/pg-core';
import { country } from './country.ts';
import { partialDate } from './dates.ts';
import { detailOf } from './detail.ts';
import { entity } from './entity.ts';
import { organizationType } from './vocabulary.ts';

export const organization = snakeCase.table(
  'organization',
  {
    ...detailOf('ORGANIZATION'),
    type: organizationType().notNull(),
    countryId: integer().references(() => country.entityId),
    foundedOn: partialDate(),
    dissolvedOn: partialDate(),
  },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('organization_life_runs_forwards', sql`first_day(founded_on) <= last_day(dissolved_on)`),
    index('organization_country_idx').on(t.countryId, t.entityId),
  ],
);
