import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  snakeCase,
  text,
} from 'drizzle-orm/pg-core';
import { partialDate } from './dates.ts';
import { detailOf } from './detail.ts';
import { entity } from './entity.ts';
import { source } from './source.ts';

/** Former states have an end, and no ISO codes. */
export const country = snakeCase.table(
  'country',
  {
    ...detailOf('COUNTRY'),
    iso2: char({ length: 2 }).unique(),
    iso3: char({ length: 3 }).unique(),
    /** Numbers in the lists of states of Correlates of War, and of Gleditsch and Ward. */
    cowCode: integer().unique(),
    gwCode: integer().unique(),
    region: text(),
    subregion: text(),
    capitals: text().array().notNull().default([]),
    independent: boolean(),
    unMember: boolean(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    foundedOn: partialDate(),
    dissolvedOn: partialDate(),
    /** Where all of this comes from. */
    referenceId: integer()
      .notNull()
      .references(() => source.id),
    /** Where the capitals come from; null where nobody names any. */
    capitalsSourceId: integer().references(() => source.id),
    /** Where the membership in the United Nations comes from. */
    unMemberSourceId: integer().references(() => source.id),
  },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('country_life_runs_forwards', sql`first_day(founded_on) <= last_day(dissolved_on)`),
    check('country_numbers_are_positive', sql`cow_code > 0 and gw_code > 0`),
    check('country_capitals_have_a_source', sql`capitals_source_id is not null or capitals = '{}'`),
    check('country_membership_has_a_source', sql`(un_member_source_id is null) = (un_member is null)`),
    check('country_codes_are_capitals', sql`iso2 ~ '^[A-Z]{2}$' and iso3 ~ '^[A-Z]{3}$'`),
    check(
      'country_position_is_on_earth',
      sql`latitude between -90 and 90 and longitude between -180 and 180`,
    ),
    // countries(filter: { regions })
    index('country_region_idx').on(t.region, t.entityId),
    // A source that is taken out must not be one that countries rest on.
    index('country_reference_idx').on(t.referenceId),
    index('country_capitals_source_idx').on(t.capitalsSourceId),
    index('country_un_member_source_idx').on(t.unMemberSourceId),
  ],
);
