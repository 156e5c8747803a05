import { type Static, Type } from 'typebox';
import { coverageTopic } from '../../db/tables/vocabulary.ts';
import { described, object, partialDate, reference } from './values.ts';

export const coverage = object(
  'A time for which a source says all that there was on a topic in a country. Outside such times, nobody says.',
  {
    country: reference('COUNTRY', 'Slug of the country.'),
    topic: Type.Enum(coverageTopic.enumValues, { description: 'What the source tells of.' }),
    source: reference('source', 'Slug of the source.'),
    from: Type.Optional(
      described(partialDate, 'The first day. Leave it out when the source has no beginning.'),
    ),
    until: Type.Optional(described(partialDate, 'The last day. Leave it out when the source has no end.')),
  },
);
export type Coverage = Static<typeof coverage>;
