/**
 * Today's countries and their land borders, from the npm package world-countries, and former states, from
 * former-states.yaml.
 */
import { readFileSync } from 'node:fs';
import packaged, { type Country as Row } from 'world-countries';
import { parse } from 'yaml';
import type { PartialDate } from './calendar.ts';
import { slugOf } from './names.ts';

/** What is known about a country from a work of reference alone. */
export interface ReferenceCountry {
  slug: string;
  name: string;
  aliases?: string[];
  summary?: string;
  /** Left out where ISO 3166-1 has assigned no code. */
  iso2?: string;
  iso3?: string;
  region?: string;
  subregion?: string;
  /** Empty where the work says that there is none; left out where nobody says. */
  capitals?: string[];
  /** The slug of the source of the capitals. */
  capitalsSource?: string;
  /** Left out where nobody says. */
  independent?: boolean;
  unMember?: boolean;
  /** The slug of the source of the membership. */
  unMemberSource?: string;
  /** Degrees north, WGS 84. */
  latitude?: number;
  /** Degrees east, WGS 84. */
  longitude?: number;
  foundedOn?: PartialDate;
  dissolvedOn?: PartialDate;
  /** The slug of the source of all of this. */
  reference: string;
}

/** The slug of the source that today's countries and their borders rest on. */
export const worldCountries = 'world-countries';

/** Today's countries. */
export const countries: ReferenceCountry[] = packaged.map(row => ({
  slug: slugOf(row.name.common),
  name: row.name.common,
  aliases: namesOf(row),
  // Kosovo's codes are user-assigned: widely used, but not in the standard. As aliases they are still found.
  ...(row.status === 'officially-assigned' && { iso2: row.cca2, iso3: row.cca3 }),
  region: row.region,
  subregion: row.subregion || undefined,
  capitals: row.capital,
  capitalsSource: worldCountries,
  // The package has null where states disagree on the answer, but does not declare it.
  independent: row.independent ?? undefined,
  unMember: row.unMember,
  unMemberSource: worldCountries,
  latitude: row.latlng[0],
  longitude: row.latlng[1],
  reference: worldCountries,
}));

/** The file of former states, in the format of curated facts. */
export const formerStatesFile = new URL('./former-states.yaml', import.meta.url);

/** The former states. */
export const formerStates: (ReferenceCountry & { dissolvedOn: PartialDate })[] = parse(
  readFileSync(formerStatesFile, 'utf8'),
  // A year is a number to YAML.
  (_key, value) => (typeof value === 'number' ? String(value) : value),
).formerStates;

/** A land border between two countries, and what each of the two rows of the package says about it. */
export interface LandBorder {
  /** The slugs of the two. */
  between: [string, string];
  /**
   * `row` is the country's code, the key of its row. A row that leaves out the other country disputes the
   * border.
   */
  rows: { row: string; agrees: boolean }[];
}

/** The land borders, each pair once. The package does not say how long a border has been there. */
export function landBorders(): LandBorder[] {
  const rows = new Map(packaged.map(row => [row.cca3, row]));
  const pairs = new Set(packaged.flatMap(row => row.borders.map(other => [row.cca3, other].sort().join())));
  return [...pairs].map(pair => {
    const [first, second] = pair.split(',').map(code => rows.get(code)) as [Row, Row];
    const says = (row: Row, neighbor: Row) => ({
      row: row.cca3,
      agrees: row.borders.includes(neighbor.cca3),
    });
    return {
      between: [slugOf(first.name.common), slugOf(second.name.common)],
      rows: [says(first, second), says(second, first)],
    };
  });
}

// Official names in other languages are left out: the common ones find the country, at a third of the length.
function namesOf({ name, altSpellings, translations }: Row): string[] {
  const names = [
    name.official,
    ...altSpellings,
    ...Object.values(name.native).flatMap(({ common, official }) => [common, official]),
    ...Object.values(translations).map(({ common }) => common),
  ];
  return [...new Set(names)].filter(alias => alias && alias !== name.common);
}
