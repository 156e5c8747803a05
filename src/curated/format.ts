/** The format of a file of facts: its sections, made of the facts that go on record. */
import { type Static, type TSchema, Type } from 'typebox';
import { claim } from '../record/facts/claim.ts';
import { coverage } from '../record/facts/coverage.ts';
import { aliases, alliance, birth, entityProperties, leader, organization } from '../record/facts/entity.ts';
import { event, participant } from '../record/facts/event.ts';
import { evidence, evidenceList } from '../record/facts/evidence.ts';
import { indicator } from '../record/facts/indicator.ts';
import { period } from '../record/facts/period.ts';
import { relationship } from '../record/facts/relationship.ts';
import { source } from '../record/facts/source.ts';
import { described, object, partialDate, quote, reference, slug, text } from '../record/facts/values.ts';

const country = object(
  'What is added to a country, or put right. The countries themselves come from the package world-countries.',
  {
    slug: reference('COUNTRY', 'Slug of a country of world-countries: its common name in kebab-case.'),
    aliases: Type.Optional(aliases),
    capitals: Type.Optional(
      object('Its capitals, where world-countries is wrong about them.', {
        names: Type.Array(described(text, 'Name of a capital.'), {
          uniqueItems: true,
          description: 'All of its capitals; none where the source says that it has none.',
        }),
        source: reference('source', 'Slug of the source that says so.'),
      }),
    ),
    unMember: Type.Optional(
      object('Its membership in the United Nations, where world-countries is wrong about it.', {
        is: Type.Boolean({ description: 'Whether it is a member.' }),
        source: reference('source', 'Slug of the source that says so.'),
      }),
    ),
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
    reference: reference('source', 'Slug of the source that has it as a state.'),
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
  countries: section(country, 'Further names of countries, and corrections.'),
  formerStates: section(formerState, 'States that no longer exist.'),
  events: section(event, 'What happened.'),
  relationships: section(relationship, 'Ties between entities.'),
  claims: section(claim, 'What somebody said.'),
  indicators: section(indicator, 'Figures about countries.'),
  coverage: section(coverage, 'For which times sources speak of countries.'),
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
  coverage,
};
