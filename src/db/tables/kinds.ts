/** What only one kind of entity has: a row here for each entity of that kind, which the composite key holds to. */
import { sql } from 'drizzle-orm';
import {
  char,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  snakeCase,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { partialDate, periodColumns, periodIsWhole } from './dates.ts';
import { entity } from './entity.ts';
import { quadClassOf } from './eventTypes.ts';
import { factColumns, knownForwards, onRecord } from './facts.ts';
import { allianceType, entityKind, eventType, organizationType, quadClass } from './vocabulary.ts';

type Kind = (typeof entityKind.enumValues)[number];

const detailOf = (kind: Kind) => ({
  entityId: integer().primaryKey(),
  kind: entityKind()
    .notNull()
    .generatedAlwaysAs(sql.raw(`'${kind}'::entity_kind`)),
});

/** Former states have neither ISO code, and an end. */
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

export const leader = snakeCase.table(
  'leader',
  { ...detailOf('LEADER'), bornOn: partialDate(), diedOn: partialDate() },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('leader_life_runs_forwards', sql`first_day(born_on) <= last_day(died_on)`),
  ],
);

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

/** An event is an entity, because facts are about it, and a fact, because a source says that it happened. */
export const event = snakeCase.table(
  'event',
  {
    ...detailOf('EVENT'),
    type: eventType().notNull(),
    mode: text(),
    quadClass: quadClass().generatedAlwaysAs(quadClassOf('type')),
    ...periodColumns(),
    deadline: partialDate(),
    countryId: integer().references(() => country.entityId),
    place: text(),
    ...factColumns(),
  },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('event_mode_is_kebab_case', sql`mode ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('event_period_is_whole', periodIsWhole),
    check('event_known_forwards', knownForwards),
    // events: the timeline, earliest first
    index('event_starts_on_idx').on(t.startsOn, t.entityId),
    // events(filter: { from }): since when something that lasts longer than a day has been going on
    index('event_lasting_idx')
      .on(t.startsOn)
      .where(sql`upper_inf(period) or upper(period) > lower(period) + 1`),
    // events(filter: { types })
    index('event_type_starts_on_idx').on(t.type, t.startsOn, t.entityId),
    // events(filter: { countries })
    index('event_country_starts_on_idx').on(t.countryId, t.startsOn, t.entityId),
    // facts of a collection on record; no fact twice
    uniqueIndex('event_collection_idx').on(t.collection, t.fingerprint).where(onRecord),
  ],
);
