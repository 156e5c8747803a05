/**
 * Compares what all imported datasets say: the same fact from two is one fact, and contradictions are shown.
 */

import { relationshipTypes } from '../../db/tables/relationshipTypes.ts';
import type { Event, Organization, Relationship } from '../../record/facts.ts';
import { firstDay, lastDay, type PartialDate } from '../../reference/calendar.ts';
import { type LeaderRecord, type Person, personsIn } from './persons.ts';
import { evidenceOf, officesOf } from './spells.ts';
import {
  type CodedPeriod,
  type CoupStatement,
  type LeaderSpell,
  type Stated,
  type Statement,
  slugOfParty,
  type TieStatement,
} from './statement.ts';

/** What follows from the statements of the datasets. */
export interface Agreement {
  persons: Person[];
  organizations: Organization[];
  events: Event[];
  relationships: Relationship[];
}

/** The part of the record that statements are compared with. */
export type OnRecord = LeaderRecord & {
  /** The names of countries by their slugs. */
  countryNames: ReadonlyMap<string, string>;
  /** Whether a curated fact cites the statement: then it is on record, and is not repeated. */
  isCited(stated: Stated<Statement>): boolean;
};

/**
 * The facts that follow from what datasets say.
 *
 * @param stated every statement of every dataset, including those that curated facts cite
 */
export function agree(stated: Stated<Statement>[], record: OnRecord): Agreement {
  const spells = ofKind(stated, 'LEADER_SPELL');
  const coups = ofKind(stated, 'COUP');
  const ties = ofKind(stated, 'TIE').filter(tie => !record.isCited(tie));
  const persons = personsIn(spells, record);
  const removals = removalsByCoup(coups, spells);
  return {
    persons,
    organizations: organizationsIn(ties),
    events: coups
      .filter(coup => !record.isCited(coup))
      .map(coup => eventOf(coup, removals.get(coup) ?? [], record.countryNames)),
    relationships: [...persons.flatMap(person => officesOf(person, record.isCited)), ...agreedTies(ties)],
  };
}

function ofKind<K extends Statement['kind']>(stated: Stated<Statement>[], kind: K) {
  return stated.filter(({ statement }) => statement.kind === kind) as Stated<
    Extract<Statement, { kind: K }>
  >[];
}

/**
 * How far apart, in days, a coup and the removal of a leader may be coded and still be about the same
 * overthrow.
 */
const SAME_OVERTHROW = 14;

/**
 * The spells that ended with the military removing the leader, each with the successful coup nearest in time.
 */
function removalsByCoup(
  coups: Stated<CoupStatement>[],
  spells: Stated<LeaderSpell>[],
): Map<Stated<CoupStatement>, Stated<LeaderSpell>[]> {
  const byCoup = new Map<Stated<CoupStatement>, Stated<LeaderSpell>[]>();
  for (const spell of spells) {
    const { removedByMilitary, country, period } = spell.statement;
    const { end } = period;
    if (!removedByMilitary || !end) continue;
    const [nearest] = coups
      .filter(({ statement }) => statement.successful && statement.country === country)
      .filter(({ statement }) => daysBetween(statement.day, end) <= SAME_OVERTHROW)
      .sort((a, b) => daysBetween(a.statement.day, end) - daysBetween(b.statement.day, end));
    if (nearest) byCoup.set(nearest, [...(byCoup.get(nearest) ?? []), spell]);
  }
  return byCoup;
}

/**
 * The event of a coup. A dataset of leaders in which the military removes one at that time is about the same
 * overthrow. It supports that the coup took place if the leader fell on its day or after it, for a coup can take some days;
 * a leader who fell before it disputes the day. The slug names the dataset, so that it
 * does not collide with a curated event of the same coup.
 */
function eventOf(
  coup: Stated<CoupStatement>,
  removals: Stated<LeaderSpell>[],
  countryNames: ReadonlyMap<string, string>,
): Event {
  const { country, day, successful } = coup.statement;
  const isBefore = ({ statement }: Stated<LeaderSpell>) =>
    lastDay(statement.period.end as PartialDate) < firstDay(day);
  const before = removals.filter(isBefore);
  const since = removals.filter(removal => !isBefore(removal));
  return {
    slug: `coup-${country}-${day}-${coup.source}`,
    name: `${successful ? 'Coup' : 'Coup attempt'} in ${countryNames.get(country) ?? country}, ${day}`,
    type: 'COUP',
    mode: successful ? 'successful-coup' : 'failed-coup',
    outcome: successful ? 'SUCCEEDED' : 'FAILED',
    country,
    period: { start: day, end: day },
    participants: [{ actor: country, role: 'TARGET' }],
    evidence: [
      ...evidenceOf([coup, ...since], 'SUPPORTS'),
      ...(since.length > 0 ? [] : evidenceOf(before, 'DISPUTES')),
    ],
  };
}

const daysBetween = (one: string, other: string) =>
  Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;

/** Ties of one type between the same two, for the same time, are one. */
function agreedTies(ties: Stated<TieStatement>[]): Relationship[] {
  const groups = new Map<string, Stated<TieStatement>[]>();
  for (const tie of ties) {
    const { type, period } = tie.statement;
    const key = [
      type,
      ...endsOf(tie.statement),
      period.start,
      period.end,
      period.openAt,
      period.endState,
    ].join('|');
    groups.set(key, [...(groups.get(key) ?? []), tie]);
  }
  return [...groups.values()].map(group => {
    const [{ statement }] = group as [Stated<TieStatement>];
    const [subject, object] = endsOf(statement);
    const summaries = [...new Set(group.flatMap(({ statement: { summary } }) => summary ?? []))].sort();
    return {
      subject,
      type: statement.type,
      object,
      period: withoutOpenAt(statement.period),
      ...(summaries.length > 0 && { summary: summaries.join(' ') }),
      evidence: evidenceOf(group, 'SUPPORTS'),
    };
  });
}

function endsOf({ type, subject, object }: TieStatement): [string, string] {
  const ends = [slugOfParty(subject), slugOfParty(object)] as [string, string];
  return relationshipTypes[type].symmetric ? (ends.sort() as [string, string]) : ends;
}

function withoutOpenAt({ openAt, ...period }: CodedPeriod) {
  return period;
}

function organizationsIn(ties: Stated<TieStatement>[]): Organization[] {
  const bySlug = new Map<string, Organization>();
  for (const { statement } of ties) {
    for (const party of [statement.subject, statement.object]) {
      if ('organization' in party) bySlug.set(party.organization.slug, party.organization);
    }
  }
  return [...bySlug.values()];
}
