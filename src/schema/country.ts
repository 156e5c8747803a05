import { builder } from './builder.ts';
import { Actor, Entity, entityWhere, ofKind } from './entity.ts';
import { rootConnection } from './rootConnection.ts';

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
    capital: t.string({
      nullable: true,
      description:
        'Its capital, or its capitals separated by commas; null where the reference table names none.',
      select: { with: { country: { columns: { capital: true } } } },
      resolve: row => row.country.capital,
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

export const CountryRef = builder.inputType('CountryRef', {
  isOneOf: true,
  description: 'Identifies one country by exactly one of its keys.',
  fields: t => ({
    id: t.id({ description: 'Its global id.' }),
    slug: t.string({ description: 'Its slug, such as niger.' }),
    iso2: t.string({ description: 'Its ISO 3166-1 alpha-2 code in either case, such as NE.' }),
    iso3: t.string({ description: 'Its ISO 3166-1 alpha-3 code in either case, such as NER.' }),
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
  return { kind: 'COUNTRY' as const, ...entityWhere(ref, 'COUNTRY') };
}

const CountryFilter = builder.inputType('CountryFilter', {
  description: 'Which countries. Fields left out do not filter.',
  fields: t => ({
    regions: t.stringList({ description: 'Only in one of these regions, as in `Country.region`.' }),
    subregions: t.stringList({
      description: 'Only in one of these subregions, as in `Country.subregion`.',
    }),
  }),
});

const passes = ({ regions, subregions }: typeof CountryFilter.$inferInput) => ({
  kind: 'COUNTRY' as const,
  AND: [
    regions ? { country: { region: { in: regions } } } : {},
    subregions ? { country: { subregion: { in: subregions } } } : {},
  ],
});

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
