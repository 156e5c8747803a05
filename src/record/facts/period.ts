import { type Static, Type } from 'typebox';
import { endState } from '../../db/tables/vocabulary.ts';
import { described, object, partialDate, rule, text } from './values.ts';

export const period = object(
  'When it held or happened. Where only bounds are known, start and end are the bounds.',
  {
    start: Type.Optional(
      described(
        partialDate,
        'When it began, or the earliest it can have begun. Leave it out when the source does not say.',
      ),
    ),
    end: Type.Optional(
      described(partialDate, 'When it ended. Leave it out when it goes on or the source does not say.'),
    ),
    endState: Type.Optional(
      Type.Enum(endState.enumValues, {
        description:
          'What is known of the end. With an end it is ENDED and can be left out; without one it must be given.',
      }),
    ),
    text: Type.Optional(
      described(text, "The source's own words on the time, where they say more than the dates."),
    ),
  },
  rule(
    { required: ['end'] },
    { properties: { endState: { const: 'ENDED', description: 'A period with an end has ended.' } } },
    { required: ['endState'] },
  ),
);
export type Period = Static<typeof period>;
