import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, snakeCase, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { country } from './country.ts';
import { partialDate, periodColumns, periodIsWhole } from './dates.ts';
import { detailOf } from './detail.ts';
import { entity } from './entity.ts';
import { quadClassOf } from './eventTypes.ts';
import { factColumns, knownForwards, onRecord } from './facts.ts';
import { eventOutcome, eventType, quadClass } from './vocabulary.ts';

/** An event is an entity, because facts are about it, and a fact, because a source says that it happened. */
export const event = snakeCase.table(
  'event',
  {
    ...detailOf('EVENT'),
    type: eventType().notNull(),
    mode: text(),
    outcome: eventOutcome(),
    quadClass: quadClass().generatedAlwaysAs(quadClassOf('type')),
    ...periodColumns(),
    deadline: partialDate(),
    // The last day that an unknown end can have been: that of the deadline.
    endNoLaterThan: date({ mode: 'string' }),
    countryId: integer().references(() => country.entityId),
    place: text(),
    ...factColumns(),
  },
  t => [
    foreignKey({ columns: [t.entityId, t.kind], foreignColumns: [entity.id, entity.kind] }),
    check('event_mode_is_kebab_case', sql`mode ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('event_coup_has_outcome', sql`type <> 'COUP' or outcome is not null`),
    check('event_period_is_whole', periodIsWhole),
    check('event_known_forwards', knownForwards),
    // events: the timeline, earliest first
    index('event_starts_on_idx').on(t.startsOn, t.entityId),
    // events(filter: { from }): the start of what lasts longer than a day
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
