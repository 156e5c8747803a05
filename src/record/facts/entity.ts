import { type Static, Type } from 'typebox';
import { allianceType, organizationType } from '../../db/tables/vocabulary.ts';
import type { ReferenceCountry } from '../../reference/countries.ts';
import { described, object, partialDate, reference, slug, text } from './values.ts';

export const aliases = Type.Array(described(text, 'Another name or spelling.'), {
  uniqueItems: true,
  description: 'Other names and spellings; search finds them all.',
});

/** What entities of every kind have. */
export const entityProperties = {
  slug: described(
    slug,
    'Stable key, unique among entities of every kind: the common English name in kebab-case.',
  ),
  name: described(text, 'The name to show.'),
  aliases: Type.Optional(aliases),
  summary: Type.Optional(described(text, 'One sentence, in your own words, that says who or what this is.')),
};
const entity = Type.Object(entityProperties);
export type Entity = Static<typeof entity>;

/** That a source gives this date of birth. */
export const birth = object('A date of birth, and which source gives it.', {
  date: described(partialDate, 'The date, as precise as the source.'),
  source: reference('source', 'Slug of the source.'),
  locator: described(text, 'Where in the source: page, paragraph, row or key.'),
});
export type Birth = Static<typeof birth>;

export const leader = object('A person of political weight.', {
  ...entityProperties,
  bornOn: Type.Optional(
    described(partialDate, 'Date of birth: the best attested of `births`, if there are any.'),
  ),
  births: Type.Optional(
    Type.Array(birth, {
      description: 'Every date of birth that a source gives; they may contradict each other.',
    }),
  ),
  diedOn: Type.Optional(described(partialDate, 'Date of death.')),
});
export type Leader = Static<typeof leader>;

const lifetime = {
  foundedOn: Type.Optional(described(partialDate, 'When it was founded.')),
  dissolvedOn: Type.Optional(described(partialDate, 'When it was dissolved.')),
};

export const organization = object('A body that acts: a guard, junta, party, company, newspaper or group.', {
  ...entityProperties,
  type: Type.Enum(organizationType.enumValues, { description: 'What kind of organization it is.' }),
  country: Type.Optional(reference('COUNTRY', 'Slug of the country it belongs to.')),
  ...lifetime,
});
export type Organization = Static<typeof organization>;

export const alliance = object('A bloc, treaty or standing partnership of actors.', {
  ...entityProperties,
  types: Type.Array(Type.Enum(allianceType.enumValues, { description: 'One of the things that it is.' }), {
    minItems: 1,
    uniqueItems: true,
    description: 'Everything that it is.',
  }),
  ...lifetime,
});
export type Alliance = Static<typeof alliance>;

/** Countries are not written as facts: they come from works of reference. */
export type Country = ReferenceCountry & {
  /** Its number in the list of states of Correlates of War; left out where it has none. */
  cowCode?: number;
  /** Its number in the list of Gleditsch and Ward; left out where it has none. */
  gwCode?: number;
};
