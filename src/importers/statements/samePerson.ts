/** Why two spells may be one person's, and how sure that is. */
import { firstDay, lastDay } from '../../reference/calendar.ts';
import { isContinued } from '../../reference/states.ts';
import { isAlike, isSame, isWithin, partsOf, shareWord, type Words } from './sameName.ts';
import type { CodedPeriod, LeaderSpell, Stated } from './statement.ts';

/** Two spells that may be one person's, by their positions, and how sure that is: higher is surer. */
export interface Link {
  one: number;
  other: number;
  strength: number;
}

/** One dataset gives both the same identifier. */
const IDENTIFIED = 5;
/** Two datasets have them in office at the same time under one name: that outweighs different years of birth. */
export const SURE = 4;
const LIKELY = 3;
/** By the name and the year of birth alone. */
const NAMED = 2;

/** In years: datasets that mean one person differ by no more, parents and children do. */
const SAME_BIRTH = 10;
/** In years: where nothing but the name says that it is one person. Few brothers and sisters are that near. */
const NEAR_BIRTH = 2;
/** In days: how far apart two datasets may have the day that one spell begins, and the month that it ends. */
const [SAME_START, SAME_END] = [31, 62];

/** Whether the years of birth, as far as given, rule out that it is one person. */
export const isBornApart = (one: string | undefined, other: string | undefined) =>
  (yearsBetween(one, other) ?? 0) > SAME_BIRTH;

/** Whether the years of birth, as far as given, let it be one person of whom only the name is compared. */
export const isBornNear = (one: string | undefined, other: string | undefined) =>
  (yearsBetween(one, other) ?? 0) <= NEAR_BIRTH;

type Spell = Stated<LeaderSpell> & { words: Words };

/** Every two spells that may be one person's, by whatever the datasets say of them. */
export function linksAmong(stated: Stated<LeaderSpell>[]): Link[] {
  const spells = stated.map(spell => ({ ...spell, words: partsOf(spell.statement.leader.name) }));
  const links: Link[] = [];
  const consider = (one: number, other: number) => {
    const strength = strengthOf(spells[one] as Spell, spells[other] as Spell);
    if (strength > 0) links.push({ one, other, strength });
  };
  const groupedBy = (keyOf: (spell: Spell) => string | undefined) => {
    const groups = Map.groupBy(spells.keys(), at => keyOf(spells[at] as Spell));
    groups.delete(undefined);
    return groups as Map<string, number[]>;
  };

  const byCountry = [...groupedBy(({ statement }) => statement.country)];
  for (const [at, [country, here]] of byCountry.entries()) {
    for (const [other, there] of byCountry.slice(at)) {
      if (!isContinued(country, other)) continue;
      for (const one of here)
        for (const another of there) if (here !== there || one < another) consider(one, another);
    }
  }
  // Whoever led two countries that have nothing to do with each other has one identifier, or one name in full.
  const isFar = (one: number, other: number) =>
    !isContinued(spells[one]?.statement.country as string, spells[other]?.statement.country as string);
  for (const keyOf of [identifierOf, ({ statement }: Spell) => statement.leader.fullName, multipleWordsOf]) {
    for (const group of groupedBy(keyOf).values()) {
      for (const one of group)
        for (const other of group) if (one < other && isFar(one, other)) consider(one, other);
    }
  }
  return links;
}

const identifierOf = ({ source, statement: { leader } }: Spell) => `${source} ${leader.id}`;

const multipleWordsOf = ({ words, statement: { leader } }: Spell) =>
  words.telling.length > 1 ? leader.name : undefined;

function strengthOf(one: Spell, other: Spell): number {
  const [a, b] = [one.statement.leader, other.statement.leader];
  const apart = yearsBetween(a.bornOn, b.bornOn);
  const bornApart = isBornApart(a.bornOn, b.bornOn);
  const otherSource = one.source !== other.source;
  if (!otherSource && a.id === b.id) return bornApart ? 0 : IDENTIFIED;
  if (a.fullName !== undefined && a.fullName === b.fullName) return bornApart ? 0 : LIKELY;
  if (!isContinued(one.statement.country, other.statement.country)) {
    return apart === 0 && isSame(one.words, other.words) ? NAMED : 0;
  }
  const [period, otherPeriod] = [one.statement.period, other.statement.period];
  if (otherSource && shareWord(one.words, other.words)) {
    if (isSameTime(period, otherPeriod)) return SURE;
    if (!bornApart && sharedPart(period, otherPeriod) >= 1 / 2) return LIKELY;
  }
  if (otherSource && apart === 0 && period.start === otherPeriod.start && isSameLength(period, otherPeriod))
    return LIKELY;
  if (apart === undefined) return 0;
  if (apart === 0 && (isAlike(one.words, other.words) || isWithin(one.words, other.words))) return NAMED;
  const isNamed =
    isSame(one.words, other.words) || (one.words.telling.length > 1 && isAlike(one.words, other.words));
  return isNamed && apart <= NEAR_BIRTH ? NAMED : 0;
}

function yearsBetween(one: string | undefined, other: string | undefined): number | undefined {
  if (!one || !other) return undefined;
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4)));
}

const days = (date: string) => Date.parse(date) / 86_400_000;

/** The first and the last day on which the spell was surely going on; an open one, when coding stopped. */
function surely({ start, end, openAt }: CodedPeriod): [first: number, last: number] {
  const until = end ?? openAt;
  return [
    start ? days(lastDay(start)) : Number.NEGATIVE_INFINITY,
    until ? days(firstDay(until)) : Number.POSITIVE_INFINITY,
  ];
}

function isSameTime(one: CodedPeriod, other: CodedPeriod): boolean {
  const [[start, end], [otherStart, otherEnd]] = [surely(one), surely(other)];
  // What is open had not ended when coding stopped.
  const endsAlike =
    (one.openAt !== undefined && otherEnd >= end) ||
    (other.openAt !== undefined && end >= otherEnd) ||
    Math.abs(end - otherEnd) <= SAME_END;
  return Math.abs(start - otherStart) <= SAME_START && endsAlike;
}

/** Which part of the shorter spell lies in the other, from 0 to 1. */
function sharedPart(one: CodedPeriod, other: CodedPeriod): number {
  const [[start, end], [otherStart, otherEnd]] = [surely(one), surely(other)];
  const shared = Math.min(end, otherEnd) - Math.max(start, otherStart);
  return shared < 1 ? 0 : shared / Math.min(end - start, otherEnd - otherStart);
}

// An exit in some month is a whole month.
const isSameLength = (one: CodedPeriod, other: CodedPeriod) =>
  (one.end ?? one.openAt)?.slice(0, 7) === (other.end ?? other.openAt)?.slice(0, 7) ||
  one.openAt !== undefined ||
  other.openAt !== undefined;

/** Whether one dataset has both in one office at once: then it means two people. */
export function areAtOnce(one: Stated<LeaderSpell>, other: Stated<LeaderSpell>): boolean {
  if (one.source !== other.source || one.statement.leader.id === other.statement.leader.id) return false;
  return (
    one.statement.country === other.statement.country &&
    sharedPart(one.statement.period, other.statement.period) > 0
  );
}
