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

/** Days, YYYY-MM-DD, the first and the last included. */
interface Days {
  first: string;
  last: string;
}

/** What some numbers of a list meant at once, and the days on which they did. */
export interface Meaning extends Days {
  /** The slug of each number's country, in the order of the numbers. */
  slugs: string[];
}

const always: Days = { first: '0001-01-01', last: '9999-12-31' };

/**
 * What numbers of one list meant, one meaning after another, during some days. A meaning that had no more than one of these
 * days is left out, for datasets differ on the day on which one state followed another, and so is one of states that did not
 * exist together. Empty where that leaves none, or the list does not have a number.
 */
export function meaningsOf(system: StateSystem, numbers: number[], during: Days): Meaning[] {
  const { numbers: all, lifetimes } = known();
  const meanings = numbers.reduce<Meaning[]>(
    (before, number) => {
      const holders = all.get(`${system} ${number}`) ?? [];
      return before.flatMap(({ slugs, ...days }) =>
        holders.map(({ slug, from: first = always.first, until: last = always.last }) => ({
          slugs: [...slugs, slug],
          ...common([days, { first, last }]),
        })),
      );
    },
    [{ slugs: [], ...always }],
  );
  return meanings
    .filter(({ slugs, ...days }) => {
      const { first, last } = common([during, days, ...slugs.map(slug => lifetimes.get(slug) ?? always)]);
      return first < last;
    })
    .sort((one, other) => (one.first < other.first ? -1 : 1));
}

/** The days that are in each of these; the last before the first if there are none. */
function common(all: Days[]): Days {
  return {
    first: all.map(({ first }) => first).reduce((one, other) => (one > other ? one : other)),
    last: all.map(({ last }) => last).reduce((one, other) => (one < other ? one : other)),
  };
}

/**
 * The numbers of a country in the two lists: the one that it has now, or had last. One that another state has now, or had after
 * it, is that state's alone.
 */
export function numbersOf(slug: string): { cowCode?: number; gwCode?: number } {
  const [cowCode, gwCode] = [latestNumber('COW', slug), latestNumber('GW', slug)];
  return { ...(cowCode && { cowCode }), ...(gwCode && { gwCode }) };
}

function latestNumber(system: StateSystem, slug: string): number | undefined {
  const latest = [...new Map(tenuresIn(system).map(tenure => [tenure.slug, tenure])).values()];
  const own = latest.find(tenure => tenure.slug === slug);
  const claims = latest.filter(({ number }) => number === own?.number).toSorted(byEnd);
  return claims.at(-1) === own ? own?.number : undefined;
}

/** Every number in a list of states with the country that has it, or had it from one day to another. */
export function tenuresIn(system: StateSystem): (Tenure & { slug: string })[] {
  return known().tenures[system];
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
  const { names, lifetimes } = known();
  const { common, alias } = names.get(plainName(name)) ?? { common: [], alias: [] };
  const there = (slug: string) => {
    const end = lifetimes.get(slug)?.last;
    return on === undefined || end === undefined || firstDay(on) <= end;
  };
  // Many countries have an alias that is, or once was, the name of another country in some language.
  const own = common.filter(there);
  const claims = own.length > 0 ? own : alias.filter(there);
  return claims.length === 1 ? claims[0] : undefined;
}

const byEnd = ({ until: one = '9999' }: Tenure, { until: other = '9999' }: Tenure) => (one < other ? -1 : 1);

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
export interface Tenure {
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
  /** As they are listed: of the numbers of a state, the latest last. */
  tenures: Record<StateSystem, (Tenure & { slug: string })[]>;
  numbers: Map<string, (Tenure & { slug: string })[]>;
  fips: Map<string, string>;
  iso3: Map<string, string>;
  names: Map<string, { common: string[]; alias: string[] }>;
  /** The days of each former state. */
  lifetimes: Map<string, Days>;
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
    tenures: { COW: [], GW: [] },
    numbers: new Map(),
    fips: new Map(),
    iso3: new Map(),
    names: new Map(),
    lifetimes: new Map(),
    successors: new Map(),
  };
  const name = (key: string, as: 'common' | 'alias', slug: string) => {
    const holders = found.names.get(plainName(key)) ?? { common: [], alias: [] };
    if (!holders[as].includes(slug)) holders[as].push(slug);
    found.names.set(plainName(key), holders);
  };

  for (const country of all) {
    if (country.iso3) found.iso3.set(country.iso3, country.slug);
    const { foundedOn, dissolvedOn } = country;
    if (dissolvedOn) {
      const first = foundedOn === undefined ? always.first : firstDay(String(foundedOn));
      found.lifetimes.set(country.slug, { first, last: lastDay(String(dissolvedOn)) });
    }
    name(country.name, 'common', country.slug);
    for (const alias of country.aliases ?? []) name(alias, 'alias', country.slug);
  }
  for (const { slug, cow, gw, fips, names, successors } of states) {
    if (successors) found.successors.set(slug, successors);
    for (const [system, numbers] of [['COW', cow] as const, ['GW', gw] as const]) {
      for (const one of [numbers ?? []].flat()) {
        const tenure = typeof one === 'number' ? { number: one } : one;
        const key = `${system} ${tenure.number}`;
        found.tenures[system].push({ slug, ...tenure });
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
