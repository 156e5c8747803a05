import type { InputShapeFromFields } from '@pothos/core';
import { sql } from 'drizzle-orm';
import { builder } from './builder.ts';

/**
 * The filter that keeps what was on record at an instant, or what is on record now.
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

/** The filter that keeps what may have held on a day, YYYY-MM-DD; nothing means at any time. */
export const heldOn = (asOf?: string | null) =>
  asOf ? { RAW: (table: { period: unknown }) => sql`${table.period} @> ${asOf}::date` } : {};

/** The arguments that ask for one day and one state of the record. */
export const timeArgs = builder.args(t => ({
  asOf: t.field({
    type: 'Date',
    description: 'Only what may have held on that day; without it, of all times.',
  }),
  knownAt: t.field({
    type: 'DateTime',
    description: 'Only what was on record at that instant; without it, what is on record now.',
  }),
}));

/** The filter for `timeArgs`. */
export const inTime = ({ asOf, knownAt }: InputShapeFromFields<typeof timeArgs>) => ({
  AND: [onRecord(knownAt), heldOn(asOf)],
});
