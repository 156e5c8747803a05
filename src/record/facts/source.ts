import { type Static, Type } from 'typebox';
import { sourceType } from '../../db/tables/vocabulary.ts';
import { period } from './period.ts';
import { described, object, partialDate, slug, text } from './values.ts';

export const source = object('A document, broadcast or dataset that facts rest on.', {
  slug: described(slug, 'Stable key, unique among sources.'),
  type: Type.Enum(sourceType.enumValues, {
    description: 'What kind of source it is. What a REFERENCE says in its own voice is ESTABLISHED.',
  }),
  title: described(text, 'Its title, or a plain description when it has none.'),
  publisher: Type.Optional(described(text, 'Who published it.')),
  authors: Type.Optional(
    Type.Array(described(text, 'Name of an author.'), {
      description: 'Its authors, in the order in which it names them.',
    }),
  ),
  publishedOn: Type.Optional(
    described(partialDate, 'When it was published: the day from which its facts are on record.'),
  ),
  url: Type.Optional(
    Type.String({
      pattern: '^https?://\\S+$',
      description: 'An address that starts with http:// or https://.',
    }),
  ),
  licence: Type.Optional(
    described(text, 'SPDX identifier or short name of the license that it is published under.'),
  ),
  citation: Type.Optional(
    described(text, 'The work to name when the source is used, as it would stand in a bibliography.'),
  ),
  origin: Type.Optional(
    described(
      slug,
      "Whose report this is, when it repeats somebody else's: sources with the same origin are not independent.",
    ),
  ),
  machineCoded: Type.Optional(
    Type.Boolean({
      description: 'True for what a machine coded and nobody reviewed: facts that rest on it are CODED.',
    }),
  ),
  coverage: Type.Optional(described(period, 'The time that a dataset covers.')),
});
export type Source = Static<typeof source>;
