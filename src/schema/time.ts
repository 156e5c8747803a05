import type { InputShapeFromFields } from '@pothos/core';
import { tieHeldOn, tieOnRecord } from '../db/time.ts';
import type { builder } from './builder.ts';

type Types = typeof builder.$inferSchemaTypes;
type Fields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

/** The field of every filter over time that lets through what no source vouches for. */
export const unattestedField = (t: Fields) =>
  t.boolean({
    defaultValue: false,
    description:
      'Also what is UNATTESTED at that time: nothing says that it had not begun or was over, but no source vouches for it.',
  });

/** The fields of a filter that ask for one day and one state of the record. */
export const timeFields = (t: Fields) => ({
  asOf: t.field({
    type: 'Date',
    description:
      'Only what held or may have held on that day, as far as sources vouch for it; by default, at any time.',
  }),
  unattested: unattestedField(t),
  knownAt: t.field({
    type: 'DateTime',
    description: 'Only what was on record at that instant; by default, what is on record now.',
  }),
});

type Time = InputShapeFromFields<ReturnType<typeof timeFields>>;

/** The filter over adjacency for `timeFields`. */
export const inTime = ({ asOf, unattested, knownAt }: Partial<Time>) => ({
  AND: [tieOnRecord(knownAt), tieHeldOn(asOf, unattested)],
});
