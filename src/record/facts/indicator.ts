import { type Static, Type } from 'typebox';
import { evidenceList } from './evidence.ts';
import { period } from './period.ts';
import { described, object, reference, slug, text } from './values.ts';

export const indicator = object('A figure about a country.', {
  country: reference('COUNTRY', 'Slug of the country.'),
  code: described(slug, 'Stable key of the indicator, the same for every country.'),
  name: described(text, "The indicator's name."),
  value: Type.Number({ description: 'The figure, in the unit.' }),
  unit: described(text, 'What the figure counts or measures.'),
  period: described(period, 'The time for which the figure holds.'),
  claim: Type.Optional(reference('claim', 'Slug of the claim that states the figure.')),
  evidence: described(evidenceList, 'Evidence for the figure, at least one piece.'),
});
export type Indicator = Static<typeof indicator>;
