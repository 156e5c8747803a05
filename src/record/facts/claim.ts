import { type Static, Type } from 'typebox';
import { verification } from '../../db/tables/vocabulary.ts';
import { evidenceList } from './evidence.ts';
import { described, object, partialDate, quote, reference, slug, text } from './values.ts';

export const claim = object('What somebody said. The evidence is evidence that it was said.', {
  slug: described(slug, 'Stable key, unique among claims.'),
  text: described(text, 'What was claimed, in your own words.'),
  quote: Type.Optional(described(quote, "The speaker's own words, verbatim, at most 300 characters.")),
  speaker: reference('actor', 'Slug of the actor who said it.'),
  madeOn: Type.Optional(described(partialDate, 'When it was said.')),
  verification: Type.Optional(
    Type.Enum(verification.enumValues, {
      description:
        'Whether what was said is so. UNVERIFIED, also when left out: nobody has checked it in our sources.',
    }),
  ),
  about: Type.Optional(
    Type.Array(reference('entity', 'Slug of an entity.'), {
      uniqueItems: true,
      description: 'What the claim is about.',
    }),
  ),
  event: Type.Optional(reference('EVENT', 'Slug of the event in which it was said.')),
  evidence: described(evidenceList, 'Evidence that it was said, at least one piece.'),
});
export type Claim = Static<typeof claim>;
