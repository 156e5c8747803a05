import { existedOn } from '../db/time.ts';
import { type Bounds, within } from './bounds.ts';
import { builder } from './builder.ts';
import { Actor, Entity, entityWhere, ofKind } from './entity.ts';
import { rootConnection } from './rootConnection.ts';
import { Source } from './source.ts';

export const Country = builder.drizzleNode('entity', {
  ...ofKind('COUNTRY'),
  description: 'A state, present or former.',
  interfaces: [Entity, Actor],
  fields: t => ({
    iso2: t.string({
      nullable: true,
      description: 'ISO 3166-1 alpha-2 code; null for former states and others without one.',
      select: { with: { country: { columns: { iso2: true } } } },
      resolve: row => row.country.iso2,
    }),
    iso3: t.string({
      nullable: true,
      description: 'ISO 3166-1 alpha-3 code; null for former states and others without one.',
      select: { with: { country: { columns: { iso3: true } } } },
      resolve: row => row.country.iso3,
    }),
    cowCode: t.int({
      nullable: true,
      description:
        'Its number in the list of states of Correlates of War; of several, the one it has now or had last. Null where it has none, or where its number has passed on to another state.',
      select: { with: { country: { columns: { cowCode: true } } } },
      resolve: row => row.country.cowCode,
    }),
    gwCode: t.int({
      nullable: true,
      description:
        'Its number in the list of states of Gleditsch and Ward; of several, the one it has now or had last. Null where it has none, or where its number has passed on to another state.',
      select: { with: { country: { columns: { gwCode: true } } } },
      resolve: row => row.country.gwCode,
    }),
    region: t.string({
      nullable: true,
      description: 'The continent, as named in the reference table of countries; null where it names none.',
      select: { with: { country: { columns: { region: true } } } },
      resolve: row => row.country.region,
    }),
    subregion: t.string({
      nullable: true,
      description:
        'The part of the continent, such as Western Africa; null where the reference table names none.',
      select: { with: { country: { columns: { subregion: true } } } },
      resolve: row => row.country.subregion,
    }),
    capitals: t.stringList({
      description:
        'Its capitals: several where the seats of government are apart. Empty where `capitalsSource` names none, or where nobody says.',
      select: { with: { country: { columns: { capitals: true } } } },
      resolve: row => row.country.capitals,
    }),
    capitalsSource: t.field({
      type: Source,
      nullable: true,
      description:
        'Where `capitals` come from: `reference`, or another work where that one is wrong about them. Null where nobody says, as for former states.',
      select: (_args, _context, nested) => ({
        with: { country: { columns: {}, with: { capitalsSource: nested(true) } } },
      }),
      resolve: row => row.country.capitalsSource,
    }),
    independent: t.boolean({
      nullable: true,
      description:
        'Whether it is an independent state; false for territories. Null where the reference does not say, as for former states.',
      select: { with: { country: { columns: { independent: true } } } },
      resolve: row => row.country.independent,
    }),
    unMember: t.boolean({
      nullable: true,
      description:
        'Whether it is a member of the United Nations now. Null where the reference does not say, as for former states.',
      select: { with: { country: { columns: { unMember: true } } } },
      resolve: row => row.country.unMember,
    }),
    unMemberSource: t.field({
      type: Source,
      nullable: true,
      description:
        'Where `unMember` comes from: `reference`, or another work where that one is wrong about it. Null where nobody says.',
      select: (_args, _context, nested) => ({
        with: { country: { columns: {}, with: { unMemberSource: nested(true) } } },
      }),
      resolve: row => row.country.unMemberSource,
    }),
    reference: t.field({
      type: Source,
      description:
        'The work that its ISO codes, region, independence and dates come from. So do its capitals and its membership in the United Nations, unless `capitalsSource` or `unMemberSource` is another.',
      select: (_args, _context, nested) => ({
        with: { country: { columns: {}, with: { reference: nested(true) } } },
      }),
      resolve: row => row.country.reference,
    }),
    latitude: t.float({
      nullable: true,
      description: 'The latitude of a point within it, in degrees north, WGS 84; null where not known.',
      select: { with: { country: { columns: { latitude: true } } } },
      resolve: row => row.country.latitude,
    }),
    longitude: t.float({
      nullable: true,
      description: 'The longitude of a point within it, in degrees east, WGS 84; null where not known.',
      select: { with: { country: { columns: { longitude: true } } } },
      resolve: row => row.country.longitude,
    }),
    foundedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it came into being, as precise as the source; null where not known.',
      select: { with: { country: { columns: { foundedOn: true } } } },
      resolve: row => row.country.foundedOn,
    }),
    dissolvedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When a former state ended, as precise as the source; null for a state that still exists.',
      select: { with: { country: { columns: { dissolvedOn: true } } } },
      resolve: row => row.country.dissolvedOn,
    }),
  }),
});

/** The numbers that the two lists of states may give. */
const stateNumbers: Bounds = [1, 9_999];

export const CountryRef = builder.inputType('CountryRef', {
  isOneOf: true,
  description: 'Identifies one country by exactly one of its keys.',
  fields: t => ({
    id: t.id({ description: 'Its global id.' }),
    slug: t.string({ description: 'Its slug, such as niger.' }),
    iso2: t.string({ description: 'Its ISO 3166-1 alpha-2 code in either case, such as NE.' }),
    iso3: t.string({ description: 'Its ISO 3166-1 alpha-3 code in either case, such as NER.' }),
    cowCode: t.int(
      within(stateNumbers, 'Its number in the list of Correlates of War, as in `Country.cowCode`'),
    ),
    gwCode: t.int(
      within(stateNumbers, 'Its number in the list of Gleditsch and Ward, as in `Country.gwCode`'),
    ),
  }),
});

// Plain letters only: "ß" in upper case is "SS", which is South Sudan.
const inCapitals = (code: string) => (/^[a-z]+$/i.test(code) ? code.toUpperCase() : '');

/**
 * The filter that finds the country a reference names.
 *
 * @throws BAD_USER_INPUT when the id is not a country's
 */
export function countryWhere(ref: typeof CountryRef.$inferInput) {
  if (ref.iso2 != null) return { country: { iso2: inCapitals(ref.iso2) } };
  if (ref.iso3 != null) return { country: { iso3: inCapitals(ref.iso3) } };
  if (ref.cowCode != null) return { country: { cowCode: ref.cowCode } };
  if (ref.gwCode != null) return { country: { gwCode: ref.gwCode } };
  return { kind: 'COUNTRY' as const, ...entityWhere(ref, 'COUNTRY') };
}

const CountryFilter = builder.inputType('CountryFilter', {
  description: 'Which countries. Fields left out do not filter.',
  fields: t => ({
    regions: t.stringList({ description: 'Only in one of these regions, as in `Country.region`.' }),
    subregions: t.stringList({
      description: 'Only in one of these subregions, as in `Country.subregion`.',
    }),
    independent: t.boolean({
      description:
        'Only independent states, or only those that are not; neither includes those of which nobody says.',
    }),
    unMember: t.boolean({
      description:
        'Only members of the United Nations, or only those that are not; neither includes those of which nobody says.',
    }),
    asOf: t.field({
      type: 'Date',
      description:
        'Only those that existed on that day or may have. One counts as always there before the first day and after the last that a source gives it: only former states have such days.',
    }),
  }),
});

const passes = ({ regions, subregions, independent, unMember, asOf }: typeof CountryFilter.$inferInput) => {
  const conditions = [
    regions ? { region: { in: regions } } : undefined,
    subregions ? { subregion: { in: subregions } } : undefined,
    independent == null ? undefined : { independent },
    unMember == null ? undefined : { unMember },
    asOf ? existedOn(asOf) : undefined,
  ].filter(condition => condition !== undefined);
  return { kind: 'COUNTRY' as const, ...(conditions.length > 0 && { country: { AND: conditions } }) };
};

builder.queryFields(t => ({
  country: t.drizzleField({
    type: Country,
    nullable: true,
    description: 'The country with this key; null if there is none.',
    args: { by: t.arg({ type: CountryRef, required: true, description: 'Which country.' }) },
    resolve: (query, _root, { by }, { db }) => db.query.entity.findFirst(query({ where: countryWhere(by) })),
  }),
}));

rootConnection('countries', {
  type: Country,
  description: 'All countries, by name.',
  args: builder.args(t => ({
    filter: t.field({ type: CountryFilter, description: 'Which of them; by default, all.' }),
  })),
  table: 'entity',
  order: ['name', 'id'],
  where: ({ filter }) => passes(filter ?? {}),
});
