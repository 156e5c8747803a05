/**
 * The filters over valid and known time, for relational queries. Two that mean the same are equal, or the same
 * object: only then are two selections of one connection read as one.
 */
import { sql } from 'drizzle-orm';
import { type adjacency, event } from './tables/index.ts';

/**
 * Facts that were on record at an instant, or are now.
 *
 * @param knownAt the instant; nothing means now
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

/** Adjacency of relationships that may have held on a day, YYYY-MM-DD; nothing means at any time. */
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

/** Facts that may have held on some day from the first to the last, YYYY-MM-DD; either may be left open. */
export const heldDuring = (first?: string | null, last?: string | null) =>
  // What drizzle calls overlapping arrays is Postgres's &&, which ranges have as well.
  first || last ? { period: { arrayOverlaps: `[${first ?? ''},${last ?? ''}]` as never } } : {};
