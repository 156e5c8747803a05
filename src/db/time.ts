/**
 * The filters over valid and known time, for relational queries. Two that mean the same are equal, or the same
 * object: only then are two selections of one connection read as one.
 */
import { and, type Column, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type EntityKey, entityNumber } from './entityKey.ts';
import { adjacency, collection, type country, event, type relationship } from './tables/index.ts';

/**
 * Facts that were on record at an instant, or are now.
 *
 * @param knownAt the instant; by default, now
 */
export const onRecord = (knownAt?: Date | null) =>
  knownAt
    ? {
        knownFrom: { lte: knownAt },
        OR: [{ knownUntil: { isNull: true as const } }, { knownUntil: { gt: knownAt } }],
      }
    : { knownUntil: { isNull: true as const } };

/**
 * The facts with these fingerprints, whatever their collection, superseded ones included. Those on record are found by collection,
 * as their index has them.
 */
export const withFingerprint = (fingerprints: string[]) => ({
  RAW: (fact: { collection: SQLWrapper; fingerprint: SQLWrapper; knownUntil: SQLWrapper }) => {
    const asked = sql`${fact.fingerprint} = any (${`{${fingerprints.join(',')}}`}::uuid[])`;
    return sql`(${asked} and ${fact.knownUntil} is null
      and ${fact.collection} = any (array(select slug from ${collection})))
      or (${asked} and ${fact.knownUntil} is not null)`;
  },
});

/** Adjacency of relationships on record now. */
const standing = { RAW: (row: typeof adjacency) => sql`${row.knownUntil} = 'infinity'` };

/** Adjacency of relationships that were on record at an instant, or are now. */
export const tieOnRecord = (knownAt?: Date | null) =>
  knownAt ? { knownFrom: { lte: knownAt }, knownUntil: { gt: knownAt } } : standing;

/**
 * Adjacency of relationships that held or may have held on a day, YYYY-MM-DD, as far as sources vouch; by default, at any time.
 *
 * @param unattested also those for which no source vouches on that day, as long as nothing says that they did not hold
 */
export const tieHeldOn = (asOf?: string | null, unattested?: boolean | null) => {
  if (!asOf) return {};
  if (!unattested) return { heldFrom: { lte: asOf }, heldUntil: { gt: asOf } };
  return {
    relationship: {
      RAW: ({ period, startNoEarlierThan, endNoLaterThan, lifetime }: typeof relationship) => sql`
        may_be_under_way(${period}, ${startNoEarlierThan}, ${endNoLaterThan}, ${lifetime}) @> ${asOf}::date`,
    },
  };
};

/** Countries that existed on a day, YYYY-MM-DD, or may have: those without a beginning or an end count as always there before or after. */
export const existedOn = (day: string) => ({
  RAW: ({ foundedOn, dissolvedOn }: typeof country) =>
    sql`coalesce(first_day(${foundedOn}) <= ${day}::date, true) and coalesce(last_day(${dissolvedOn}) >= ${day}::date, true)`,
});

/**
 * The adjacency of an event that was on record together with this version of the event: a superseded version
 * had the participants and parts that were superseded with it.
 */
export const tieOnRecordWithEvent = {
  RAW: (row: typeof adjacency) =>
    sql`${row.knownUntil} = (select coalesce(${event.knownUntil}, 'infinity')
      from ${event} where ${event.entityId} = ${row.entityId})`,
};

/**
 * The offices that an event began or ended, as they were on record last with this version of it: they are told anew when
 * it is.
 *
 * @param of the column that leads to the event
 */
export const officeOnRecordWithEvent = (of: 'begunById' | 'endedById') => ({
  RAW: (row: typeof relationship) =>
    sql`coalesce(${row.knownUntil}, 'infinity') >= (select coalesce(${event.knownUntil}, 'infinity')
      from ${event} where ${event.entityId} = ${row[of]})`,
});

/**
 * The start of the earliest event that lasts longer than a day and was under way on this day; otherwise this
 * day.
 */
const earliestStart = (day: string) => sql`coalesce((
  select min(lasting.starts_on) from event as lasting
  where (upper_inf(lasting.period) or upper(lasting.period) > lower(lasting.period) + 1)
    and lasting.starts_on < ${day}::date and (upper_inf(lasting.period) or upper(lasting.period) > ${day}::date)
), ${day}::date)`;

/**
 * The last start of anything that may have been under way by a day: that day, unless an event has no known
 * start.
 */
const latestStart = (day: string) => sql`case when exists (
  select from event as undated where undated.starts_on = 'infinity' and undated.period && daterange(null, ${day}::date, '[]')
) then 'infinity'::date else ${day}::date end`;

/**
 * Events, or participation in them, that were or may have been under way on some day from the first to the last,
 * YYYY-MM-DD, as far as sources vouch; either may be left open. Overlapping periods would be enough; the bounds on the
 * start let an index find them.
 *
 * @param unattested also those for which no source vouches on these days, as long as nothing says that they were over
 */
export const heldDuring = (first?: string | null, last?: string | null, unattested?: boolean | null) => {
  if (!first && !last) return {};
  const begins = (startsOn: Column) =>
    and(
      first ? sql`${startsOn} >= ${earliestStart(first)}` : undefined,
      last ? sql`${startsOn} <= ${latestStart(last)}` : undefined,
    ) as SQL;
  const overlaps = (heldFrom: SQL, heldUntil: SQL) =>
    and(
      first ? sql`${heldUntil} > ${first}::date` : undefined,
      last ? sql`${heldFrom} <= ${last}::date` : undefined,
    ) as SQL;
  return {
    event: {
      RAW: ({ startsOn, period, attested, endNoLaterThan }: typeof event) => {
        const held = unattested
          ? sql`may_be_under_way(${period}, null, ${endNoLaterThan}, '(,)')`
          : sql`may_have_held(${attested}, null, ${endNoLaterThan}, '(,)')`;
        return and(begins(startsOn), overlaps(sql`held_from(${held})`, sql`held_until(${held})`)) as SQL;
      },
    },
    adjacency: {
      RAW: ({ startsOn, heldFrom, heldUntil }: typeof adjacency) =>
        // Taking part in an event lasts as long as the event, whose own filter says the rest.
        and(begins(startsOn), unattested ? undefined : overlaps(sql`${heldFrom}`, sql`${heldUntil}`)) as SQL,
    },
  };
};

/**
 * Events in which an entity took part, in any role: read from the entity's side, since it took part in fewer
 * events than there are, and only on the days when the events may have been under way.
 */
export const tookPart = (
  who: EntityKey,
  {
    first,
    last,
    unattested,
    knownAt,
  }: { first?: string | null; last?: string | null; unattested?: boolean | null; knownAt?: Date | null },
) => ({
  RAW: ({ entityId }: typeof event) => {
    const during = heldDuring(first, last, unattested).adjacency?.RAW(adjacency);
    const onRecord = knownAt
      ? sql`known_from <= ${knownAt.toISOString()}::timestamptz and known_until > ${knownAt.toISOString()}::timestamptz`
      : sql`known_until = 'infinity'`;
    return sql`${entityId} in (
      select counterpart_id from ${adjacency}
      where ${adjacency.entityId} = ${entityNumber(who)} and type = 'PARTICIPATED_IN' and direction = 'OUTGOING'
        and ${and(onRecord, during)})`;
  },
});
