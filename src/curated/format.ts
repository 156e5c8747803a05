/** The format of a file of facts: its sections, made of the facts that go on record. */
import { type Static, type TSchema, Type } from 'typebox';
import { claim } from '../record/facts/claim.ts';
import { aliases, alliance, birth, entityProperties, leader, organization } from '../record/facts/entity.ts';
import { event, participant } from '../record/facts/event.ts';
import { evidence, evidenceList } from '../record/facts/evidence.ts';
import { indicator } from '../record/facts/indicator.ts';
import { period } from '../record/facts/period.ts';
import { relationship } from '../record/facts/relationship.ts';
import { source } from '../record/facts/source.ts';
import { described, object, partialDate, quote, reference, slug, text } from '../record/facts/values.ts';

const country = object(
  'Further names of a country. The countries themselves come from the package world-countries.',
  {
    slug: reference('COUNTRY', 'Slug of a country of world-countries: its common name in kebab-case.'),
    aliases,
  },
);

const formerState = object(
  'A state that no longer exists. The countries of today come from the package world-countries.',
  {
    ...entityProperties,
    summary: Type.Optional(
      described(
        text,
        'One sentence, in your own words, that says what this was and which source has its dates.',
      ),
    ),
    region: Type.Optional(
      described(
        text,
        'The continent, as world-countries names it: Africa, Americas, Asia, Europe or Oceania.',
      ),
    ),
    subregion: Type.Optional(
      described(text, 'The part of the continent, as world-countries names it, such as Western Africa.'),
    ),
    foundedOn: Type.Optional(
      described(partialDate, 'When it came into being. Leave it out when the source does not say.'),
    ),
    dissolvedOn: described(partialDate, 'When it ended.'),
  },
);

const section = <Item extends TSchema>(item: Item, description: string) =>
  Type.Optional(Type.Array(item, { description }));

/** The sections of a file. */
export const sections = {
  sources: section(source, 'What facts rest on.'),
  leaders: section(leader, 'Persons.'),
  organizations: section(organization, 'Bodies that act.'),
  alliances: section(alliance, 'Blocs, treaties and standing partnerships.'),
  countries: section(country, 'Further names of countries.'),
  formerStates: section(formerState, 'States that no longer exist.'),
  events: section(event, 'What happened.'),
  relationships: section(relationship, 'Ties between entities.'),
  claims: section(claim, 'What somebody said.'),
  indicators: section(indicator, 'Figures about countries.'),
};

/** A whole file. */
export const format = object(
  'A file of curated facts. It may hold any of the sections; slugs are shared by all files.',
  { format: Type.Unsafe<1>({ const: 1, description: 'Version of this format: 1.' }), ...sections },
);

/** One file of facts. */
export type Facts = Omit<Static<typeof format>, 'format'>;

/** What the format is made of, by the name that the printed schema gives it. */
export const definitions = {
  text,
  slug,
  partialDate,
  quote,
  period,
  evidence,
  evidenceList,
  source,
  leader,
  birth,
  organization,
  alliance,
  country,
  formerState,
  participant,
  event,
  relationship,
  claim,
  indicator,
};
