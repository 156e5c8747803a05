import { sql } from 'drizzle-orm';
import { char, check, doublePrecision, foreignKey, index, snakeCase, text } from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { detailOf } from './detail.ts';
import { entity } from './entity.ts';

/** Former states have an end, and no ISO codes. */
export const country = snakeCase.table(
  'country',
  {
    ...detailOf('COUNTRY'),
    iso2: char({ length: 2 }).unique(),
    iso3: char({ length: 3 }).unique(),
    region: text(),
    subregion: text(),
    capital: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    foundedOn: partialDate(),
    dissolvedOn: partialDate(),
  },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('country_life_runs_forwards', sql`first_day(founded_on) <= last_day(dissolved_on)`),
    check('country_codes_are_capitals', sql`iso2 ~ '^[A-Z]{2}$' and iso3 ~ '^[A-Z]{3}$'`),
    check(
      'country_position_is_on_earth',
      sql`latitude between -90 and 90 and longitude between -180 and 180`,
    ),
    // countries(filter: { regions })
    index('country_region_idx').on(t.region, t.entityId),
  ],
);
