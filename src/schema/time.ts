import type { InputShapeFromFields } from '@pothos/core';
import { tieHeldOn, tieOnRecord } from '../db/time.ts';
import { builder } from './builder.ts';

/** The arguments that ask for one day and one state of the record. */
export const timeArgs = builder.args(t => ({
  asOf: t.field({
    type: 'Date',
    description:
      'Only what held or may have held on that day, as far as sources vouch for it; by default, at any time.',
  }),
  knownAt: t.field({
    type: 'DateTime',
    description: 'Only what was on record at that instant; by default, what is on record now.',
  }),
}));

/** The filter over adjacency for `timeArgs`. */
export const inTime = ({ asOf, knownAt }: InputShapeFromFields<typeof timeArgs>) => ({
  AND: [tieOnRecord(knownAt), tieHeldOn(asOf)],
});
