import { type Static, Type } from 'typebox';
import { evidenceStance } from '../../db/tables/vocabulary.ts';
import { described, object, quote, reference, text } from './values.ts';

export const evidence = object('Why the fact is held. Certainty is derived from it and never written.', {
  source: reference('source', 'Slug of the source.'),
  stance: Type.Optional(
    Type.Enum(evidenceStance.enumValues, {
      description: 'Whether the source supports the fact or disputes it; SUPPORTS when left out.',
    }),
  ),
  attributedTo: Type.Optional(
    reference(
      'actor',
      'Slug of the actor who says so inside the source. Leave it out when the source says it in its own voice.',
    ),
  ),
  quote: Type.Optional(described(quote, 'What the source says of it, verbatim, at most 300 characters.')),
  locator: Type.Optional(described(text, 'Where in the source: page, paragraph, row or key.')),
});
export type Evidence = Static<typeof evidence>;

export const evidenceList = Type.Array(evidence, {
  minItems: 1,
  description: 'The evidence, at least one piece.',
});
