/**
 * The filters over valid and known time, for relational queries. Two that mean the same are equal, or the same
 * object: only then are two selections of one connection read as one.
 */
import { and, type Column, type SQL, sql } from 'drizzle-orm';
import { type EntityKey, entityNumber } from './entityKey.ts';
import { adjacency, event, type relationship } from './tables/index.ts';

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

/** Adjacency of relationships on record now. */
const standing = { RAW: (row: typeof adjacency) => sql`${row.knownUntil} = 'infinity'` };

/** Adjacency of relationships that were on record at an instant, or are now. */
export const tieOnRecord = (knownAt?: Date | null) =>
  knownAt ? { knownFrom: { lte: knownAt }, knownUntil: { gt: knownAt } } : standing;

/** Adjacency of relationships that held or may have held on a day, YYYY-MM-DD, as far as sources vouch; by default, at any time. */
export const tieHeldOn = (asOf?: string | null) =>
  asOf ? { heldFrom: { lte: asOf }, heldUntil: { gt: asOf } } : {};

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
 */
export const heldDuring = (first?: string | null, last?: string | null) => {
  if (!first && !last) return {};
  const overlaps = (startsOn: Column, heldFrom: SQL, heldUntil: SQL) =>
    and(
      first ? sql`${startsOn} >= ${earliestStart(first)} and ${heldUntil} > ${first}::date` : undefined,
      last ? sql`${startsOn} <= ${latestStart(last)} and ${heldFrom} <= ${last}::date` : undefined,
    ) as SQL;
  return {
    event: {
      RAW: ({ startsOn, attested }: typeof event) =>
        overlaps(startsOn, sql`held_from(${attested}, '(,)')`, sql`held_until(${attested}, '(,)')`),
    },
    adjacency: {
      RAW: ({ startsOn, heldFrom, heldUntil }: typeof adjacency) =>
        overlaps(startsOn, sql`${heldFrom}`, sql`${heldUntil}`),
    },
  };
};

/**
 * Events in which an entity took part, in any role: read from the entity's side, since it took part in fewer
 * events than there are, and only on the days when the events may have been under way.
 */
export const tookPart = (
  who: EntityKey,
  { first, last, knownAt }: { first?: string | null; last?: string | null; knownAt?: Date | null },
) => ({
  RAW: ({ entityId }: typeof event) => {
    const during = heldDuring(first, last).adjacency?.RAW(adjacency);
    const onRecord = knownAt
      ? sql`known_from <= ${knownAt.toISOString()}::timestamptz and known_until > ${knownAt.toISOString()}::timestamptz`
      : sql`known_until = 'infinity'`;
    return sql`${entityId} in (
      select counterpart_id from ${adjacency}
      where ${adjacency.entityId} = ${entityNumber(who)} and type = 'PARTICIPATED_IN' and direction = 'OUTGOING'
        and ${and(onRecord, during)})`;
  },
});
