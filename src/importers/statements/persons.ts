/**
 * Who is who among the leaders that datasets name: each has its own identifiers, and usually gives only the
 * family name.
 */

import type { Leader } from '../../record/facts.ts';
import { firstDay } from '../../reference/calendar.ts';
import { plainName, slugOf } from '../../reference/names.ts';
import type { LeaderSpell } from './statement.ts';

/** A statement and the slug of the source that makes it. */
export interface Stated<S> {
  source: string;
  statement: S;
}

/** A leader on record, and the country in which they hold office according to the record. */
export interface KnownLeader {
  slug: string;
  country: string;
  /** The name and all aliases. */
  names: string[];
  bornOn: string | undefined;
}

/** The leaders on record, so that nobody is added twice. */
export interface LeaderRecord {
  /** Those that are curated. */
  leaders: KnownLeader[];
  /** Whose spell a row of a dataset is, by source and row (`archigos-4-1 NIR-2011`), in the curated facts. */
  byCuratedRow: ReadonlyMap<string, string>;
  /** The same, in the facts derived from datasets before. */
  byRow: ReadonlyMap<string, string>;
  /** The slugs that are taken: by a leader, with their year of birth if known, or by something else. */
  taken: ReadonlyMap<string, { isLeader: boolean; bornOn?: string }>;
}

/** One person, with everything that is said about their time in office. */
export interface Person {
  slug: string;
  /** The leader to add; undefined if they are already on record. */
  leader: Leader | undefined;
  /** Every name that the datasets give. */
  names: string[];
  spells: Stated<LeaderSpell>[];
}

interface Candidate {
  country: string;
  names: string[];
  bornOn: string | undefined;
  starts: string[];
  spells: Stated<LeaderSpell>[];
}

/**
 * Groups the spells by person. Within a dataset, its own identifier tells people apart. Between datasets, two
 * leaders of one country are the same if they came to power on the same day and share a name or the year of
 * birth, or if they have the same name and not different years of birth. Those on record are found by the
 * rows that the record cites, else by name.
 */
export function personsIn(stated: Stated<LeaderSpell>[], record: LeaderRecord): Person[] {
  const persons: Candidate[] = [];
  const byCountry = new Map<string, Candidate[]>();
  for (const candidate of candidatesIn(stated)) {
    const countrymen = byCountry.get(candidate.country) ?? [];
    byCountry.set(candidate.country, countrymen);
    const same = countrymen.find(other => !sharesSource(candidate, other) && isSame(candidate, other));
    if (same) {
      same.names.push(...candidate.names);
      same.starts.push(...candidate.starts);
      same.spells.push(...candidate.spells);
      same.bornOn ??= candidate.bornOn;
    } else {
      countrymen.push(candidate);
      persons.push(candidate);
    }
  }
  const known = new Map(persons.map(person => [person, onRecord(person, record)]));
  const given = new Set([...known.values()].filter(slug => slug !== undefined));
  return persons.map(person => identified(person, known.get(person), record, given));
}

/**
 * The people that each dataset distinguishes, by dataset and time, so that the order of imports does not
 * matter.
 */
function candidatesIn(stated: Stated<LeaderSpell>[]): Candidate[] {
  const sorted = stated.toSorted(
    (a, b) =>
      compare(a.source, b.source) ||
      compare(a.statement.period.start ?? '', b.statement.period.start ?? '') ||
      compare(a.statement.key, b.statement.key),
  );
  const candidates = new Map<string, Candidate>();
  for (const one of sorted) {
    const { leader, country, period } = one.statement;
    const id = `${one.source} ${leader.id} ${country}`;
    const candidate = candidates.get(id) ?? {
      country,
      names: [],
      bornOn: leader.bornOn,
      starts: [],
      spells: [],
    };
    candidates.set(id, candidate);
    candidate.names.push(leader.name);
    if (period.start) candidate.starts.push(period.start);
    candidate.spells.push(one);
  }
  return [...candidates.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const sharesSource = (one: Candidate, other: Candidate) =>
  one.spells.some(({ source }) => other.spells.some(spell => spell.source === source));

function isSame(one: Candidate, other: Candidate): boolean {
  const bornAlike = one.bornOn !== undefined && one.bornOn === other.bornOn;
  const bornApart = one.bornOn !== undefined && other.bornOn !== undefined && !bornAlike;
  const days = new Set(other.starts.map(firstDay));
  if (one.starts.some(start => days.has(firstDay(start))))
    return bornAlike || shareName(one.names, other.names);
  return (
    !bornApart && one.names.some(name => other.names.some(another => plainName(name) === plainName(another)))
  );
}

function identified(
  person: Candidate,
  known: string | undefined,
  record: LeaderRecord,
  given: Set<string>,
): Person {
  const names = [...new Set(person.names)].sort((a, b) => b.length - a.length || compare(a, b));
  if (known) return { slug: known, leader: undefined, names, spells: person.spells };
  const [name = ''] = names;
  const slug = freeSlug(name, person, record, given);
  given.add(slug);
  return {
    slug,
    leader: { slug, name, aliases: names.slice(1), bornOn: person.bornOn },
    names,
    spells: person.spells,
  };
}

function onRecord(person: Candidate, { leaders, byCuratedRow, byRow }: LeaderRecord): string | undefined {
  const rows = person.spells.flatMap(({ source, statement }) =>
    statement.locators.map(locator => `${source} ${locator}`),
  );
  const whose = (by: ReadonlyMap<string, string>) => by.get(rows.find(row => by.has(row)) ?? '');
  return whose(byCuratedRow) ?? curatedName(person, leaders) ?? whose(byRow);
}

function curatedName(person: Candidate, leaders: KnownLeader[]): string | undefined {
  const named = leaders.filter(
    ({ country, names, bornOn }) =>
      country === person.country &&
      (bornOn === undefined || person.bornOn === undefined || bornOn.slice(0, 4) === person.bornOn) &&
      names.some(name => person.names.some(own => plainName(own) === plainName(name))),
  );
  return named.length === 1 ? named[0]?.slug : undefined;
}

// Two people with one name and country, such as father and son, are told apart by birth, or else numbered.
function freeSlug(
  name: string,
  { country, bornOn }: Candidate,
  { taken }: LeaderRecord,
  given: ReadonlySet<string>,
): string {
  const base = `${slugOf(name) || 'leader'}-${country}`;
  // A leader who was once removed from the record comes back as the same entity.
  const isFree = (slug: string) => {
    const holder = taken.get(slug);
    return !given.has(slug) && (!holder || (holder.isLeader && holder.bornOn === bornOn));
  };
  const withBirth = bornOn ? [`${base}-${bornOn}`] : [];
  const slug = [base, ...withBirth].find(isFree);
  for (let count = 2; slug === undefined; count++) {
    if (isFree(`${base}-${count}`)) return `${base}-${count}`;
  }
  return slug;
}

/** Whether one name has all the words of the other: Mamadou, Mamadou Tandja. */
function shareName(names: string[], others: string[]): boolean {
  return names.some(name =>
    others.some(other => {
      const [few, many] = [words(name), words(other)].sort((a, b) => a.length - b.length) as [
        string[],
        string[],
      ];
      return few.length > 0 && few.every(word => many.includes(word));
    }),
  );
}

const words = (name: string) =>
  plainName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
