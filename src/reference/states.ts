/**
 * Finds the slugs of countries by the codes and names that datasets use: what states.yaml says, on top of
 * world-countries and the former states.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { firstDay, lastDay } from './calendar.ts';
import { countries, formerStates, type ReferenceCountry } from './countries.ts';
import { plainName } from './names.ts';

/** The Correlates of War list of states, or that of Gleditsch and Ward. */
export type StateSystem = 'COW' | 'GW';

/**
 * The country with this number on a day (YYYY, YYYY-MM or YYYY-MM-DD); undefined if the list has no such
 * number.
 */
export function stateByNumber(system: StateSystem, number: number, on: string): string | undefined {
  // A year or month counts as its first day. Datasets also code days just outside those of the lists: then
  // the nearest.
  const day = Date.parse(firstDay(on));
  const holders = known().numbers.get(`${system} ${number}`) ?? [];
  return holders.toSorted((one, other) => distance(one, day) - distance(other, day))[0]?.slug;
}

/** The country of a FIPS 10-4 code, as GDELT uses for places. */
export function stateByFips(code: string): string | undefined {
  return known().fips.get(code);
}

/** The country of an ISO 3166-1 alpha-3 code. */
export function stateByIso3(code: string): string | undefined {
  return known().iso3.get(code);
}

/**
 * The country with exactly this name or alias, in any case, with or without accents; undefined if there is
 * none, or if it could be more than one.
 *
 * @param on when the name was used (YYYY, YYYY-MM or YYYY-MM-DD): a former state cannot be meant after its
 *   end. By default, all can.
 */
export function stateByName(name: string, on?: string): string | undefined {
  const { names, ends } = known();
  const { common, alias } = names.get(plainName(name)) ?? { common: [], alias: [] };
  const there = (slug: string) => {
    const end = ends.get(slug);
    return on === undefined || end === undefined || firstDay(on) <= end;
  };
  // Many countries have an alias that is, or once was, the name of another country in some language.
  const own = common.filter(there);
  const claims = own.length > 0 ? own : alias.filter(there);
  return claims.length === 1 ? claims[0] : undefined;
}

/**
 * Whether somebody who led one of the two countries, given by their slugs, may have gone on to lead the other without going
 * anywhere: they are the same, one is a successor of the other, or both have the same successor.
 */
export function isContinued(one: string, other: string): boolean {
  if (one === other) return true;
  const { successors } = known();
  const [ofOne = [], ofOther = []] = [successors.get(one), successors.get(other)];
  return ofOne.includes(other) || ofOther.includes(one) || ofOne.some(slug => ofOther.includes(slug));
}

/** A number in a list of states, and when the state had it; without days, always. */
interface Tenure {
  number: number;
  from?: string;
  until?: string;
}

/** What states.yaml says of one country. */
interface State {
  slug: string;
  cow?: number | Tenure | (number | Tenure)[];
  gw?: State['cow'];
  fips?: string | string[];
  names?: string[];
  successors?: string[];
}

interface Known {
  numbers: Map<string, (Tenure & { slug: string })[]>;
  fips: Map<string, string>;
  iso3: Map<string, string>;
  names: Map<string, { common: string[]; alias: string[] }>;
  /** The last day of each former state. */
  ends: Map<string, string>;
  successors: Map<string, string[]>;
}

let read: Known | undefined;

function known(): Known {
  read ??= knownFrom(yaml('./states.yaml') as State[], [...countries, ...formerStates]);
  return read;
}

function yaml(file: string): unknown {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

function knownFrom(states: State[], all: ReferenceCountry[]): Known {
  const found: Known = {
    numbers: new Map(),
    fips: new Map(),
    iso3: new Map(),
    names: new Map(),
    ends: new Map(),
    successors: new Map(),
  };
  const name = (key: string, as: 'common' | 'alias', slug: string) => {
    const holders = found.names.get(plainName(key)) ?? { common: [], alias: [] };
    if (!holders[as].includes(slug)) holders[as].push(slug);
    found.names.set(plainName(key), holders);
  };

  for (const country of all) {
    if (country.iso3) found.iso3.set(country.iso3, country.slug);
    if (country.dissolvedOn) found.ends.set(country.slug, lastDay(String(country.dissolvedOn)));
    name(country.name, 'common', country.slug);
    for (const alias of country.aliases ?? []) name(alias, 'alias', country.slug);
  }
  for (const { slug, cow, gw, fips, names, successors } of states) {
    if (successors) found.successors.set(slug, successors);
    for (const [system, numbers] of [['COW', cow] as const, ['GW', gw] as const]) {
      for (const one of [numbers ?? []].flat()) {
        const tenure = typeof one === 'number' ? { number: one } : one;
        const key = `${system} ${tenure.number}`;
        found.numbers.set(key, [...(found.numbers.get(key) ?? []), { slug, ...tenure }]);
      }
    }
    for (const code of [fips ?? []].flat()) found.fips.set(code, slug);
    for (const alias of names ?? []) name(alias, 'alias', slug);
  }
  return found;
}

/** How far the day is from the tenure, in milliseconds; 0 within it. */
function distance({ from, until }: Tenure, day: number): number {
  const early = from === undefined ? 0 : Date.parse(from) - day;
  const late = until === undefined ? 0 : day - Date.parse(until);
  return Math.max(early, late, 0);
}
