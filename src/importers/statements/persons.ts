/**
 * Who is who among the leaders that datasets name: each has its own identifiers, and usually gives only the
 * family name.
 */

import type { Birth, Leader } from '../../record/facts.ts';
import type { PartialDate } from '../../reference/calendar.ts';
import { plainName, slugOf } from '../../reference/names.ts';
import { isContinued } from '../../reference/states.ts';
import { birthOf, birthsIn, deathOf } from './lives.ts';
import { peopleAmong } from './people.ts';
import { isBornNear } from './samePerson.ts';
import type { LeaderSpell, Stated } from './statement.ts';

/** A leader on record, and the country in which they hold office according to the record. */
export interface KnownLeader {
  slug: string;
  country: string;
  /** The name and all aliases. */
  names: string[];
  bornOn: string | undefined;
}

/** The leaders that are curated, so that nobody is added twice. */
export interface LeaderRecord {
  leaders: KnownLeader[];
  /** Whose spell a row of a dataset is, by source and row (`archigos-4-1 NIR-2011`), in the curated facts. */
  byCuratedRow: ReadonlyMap<string, string>;
  /** What the curated facts say about when somebody was born, by slug. */
  births: ReadonlyMap<string, Birth[]>;
  /** The slugs that the datasets' leaders cannot have, because a curated leader or something else has them. */
  taken: ReadonlySet<string>;
}

/** One person, with everything that is said about them and their time in office. */
export interface Person {
  slug: string;
  /** The leader to add; undefined if they are curated. */
  leader: Leader | undefined;
  /** Every name that the datasets give, the one to show first. */
  names: string[];
  births: Birth[];
  /** The best attested of the births, those of the curated facts included. */
  bornOn: PartialDate | undefined;
  diedOn: PartialDate | undefined;
  spells: Stated<LeaderSpell>[];
}

/**
 * Groups the spells by person. What a person is called, slug included, follows from the spells and the curated leaders
 * alone, whatever was on record before.
 */
export function personsIn(stated: Stated<LeaderSpell>[], record: LeaderRecord): Person[] {
  const spells = stated.toSorted(
    (a, b) =>
      compare(a.source, b.source) ||
      compare(a.statement.period.start ?? '', b.statement.period.start ?? '') ||
      compare(a.statement.key, b.statement.key),
  );
  const people = peopleAmong(spells, spell => curatedAs(spell, record)).map(own => ({
    own,
    known:
      own.map(spell => curatedAs(spell, record)).find(slug => slug !== undefined) ?? namesake(own, record),
  }));
  const known = Map.groupBy(
    people.filter(person => person.known !== undefined),
    person => person.known as string,
  );
  const strangers = people.filter(person => person.known === undefined).map(({ own }) => own);
  return [
    ...[...known].map(([slug, some]): Person => {
      const own = described(
        some.flatMap(({ own }) => own),
        record.births.get(slug),
      );
      return { slug, leader: undefined, ...own };
    }),
    ...withSlugs(strangers, record).map(([slug, spells]): Person => {
      const own = described(spells);
      const {
        names: [name = '', ...aliases],
        bornOn,
        diedOn,
        births,
      } = own;
      return { slug, leader: { slug, name, aliases, bornOn, diedOn, births }, ...own };
    }),
  ];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const curatedAs = ({ source, statement }: Stated<LeaderSpell>, { byCuratedRow }: LeaderRecord) =>
  statement.locators.map(row => byCuratedRow.get(`${source} ${row}`)).find(slug => slug !== undefined);

/** The slug of the only curated leader of the country with a name of the person and not another year of birth. */
function namesake(spells: Stated<LeaderSpell>[], { leaders }: LeaderRecord): string | undefined {
  const named = leaders.filter(
    ({ country, names, bornOn }) =>
      spells.some(({ statement }) => isContinued(statement.country, country)) &&
      spells.every(({ statement }) => isBornNear(bornOn, statement.leader.bornOn)) &&
      names.some(name => namesOf(spells).some(own => plainName(own) === plainName(name))),
  );
  const slugs = new Set(named.map(({ slug }) => slug));
  return slugs.size === 1 ? [...slugs][0] : undefined;
}

/** The names as datasets write them, the longest first, and before them the name in full if one gives it. */
function namesOf(spells: Stated<LeaderSpell>[]): string[] {
  const full = spells.flatMap(({ statement }) => statement.leader.fullName ?? []);
  const byPlainName = new Map<string, string>();
  for (const name of [...full.sort(longestFirst), ...shortNamesOf(spells)]) {
    if (!byPlainName.has(plainName(name))) byPlainName.set(plainName(name), name);
  }
  return [...byPlainName.values()];
}

const longestFirst = (a: string, b: string) => b.length - a.length || compare(a, b);

const shortNamesOf = (spells: Stated<LeaderSpell>[]) =>
  [...new Set(spells.map(({ statement }) => statement.leader.name))].sort(longestFirst);

function described(spells: Stated<LeaderSpell>[], curated: Birth[] = []) {
  const births = birthsIn(spells);
  const bornOn = birthOf([...births, ...curated], spells);
  return { names: namesOf(spells), births, bornOn, diedOn: deathOf(spells), spells };
}

/**
 * The people with a slug for each, made of the longest name that a dataset writes and the country of their first spell.
 * The name in full is left out: that a file gives it changes nobody's slug. People of one name and country, such as father
 * and son, are told apart by birth, or else numbered; who came to power first has the plain one.
 */
function withSlugs(
  people: Stated<LeaderSpell>[][],
  { taken }: LeaderRecord,
): [slug: string, spells: Stated<LeaderSpell>[]][] {
  const given = new Set(taken);
  const inOrder = people.map(own => ({ own, first: firstOf(own) })).sort((a, b) => compare(a.first, b.first));
  return inOrder.map(({ own }) => {
    const [start] = own.toSorted((a, b) => compare(firstOf([a]), firstOf([b])));
    const base = `${slugOf(shortNamesOf(own)[0] as string) || 'leader'}-${start?.statement.country}`;
    const bornOn = birthOf(birthsIn(own), own)?.slice(0, 4);
    const withBirth = bornOn ? [`${base}-${bornOn}`] : [];
    let slug = [base, ...withBirth].find(candidate => !given.has(candidate));
    for (let count = 2; slug === undefined; count++) {
      if (!given.has(`${base}-${count}`)) slug = `${base}-${count}`;
    }
    given.add(slug);
    return [slug, own];
  });
}

const firstOf = (spells: Stated<LeaderSpell>[]) =>
  spells
    .map(({ source, statement: { period, key } }) => `${period.start ?? ''} ${source} ${key}`)
    .reduce((first, one) => (one < first ? one : first));
