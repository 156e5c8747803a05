/**
 * Compares what all imported datasets say: the same fact from two is one fact, and contradictions are shown.
 */

import type { Event, Organization, Relationship } from '../../record/facts.ts';
import { eventOfCoup, keyOf, removalsByCoup, slugOfCoup, turnsByCoup } from './coups.ts';
import { agreedPacts } from './pacts.ts';
import { type LeaderRecord, type Person, personsIn } from './persons.ts';
import { evidenceOf, officesOf } from './spells.ts';
import { type CodedPeriod, endsOf, type Stated, type Statement, type TieStatement } from './statement.ts';

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
  /** The slugs of curated events by the rows that they rest on: `powell-thyne-coups 436 2023-07-26`. */
  eventsByRow: ReadonlyMap<string, string>;
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
  const [pacts, others] = parted(ofKind(stated, 'TIE'));
  const ties = others.filter(tie => !record.isCited(tie));
  const persons = personsIn(spells, record);
  const removals = removalsByCoup(coups, spells);
  const turns = turnsByCoup(
    removals,
    spells,
    coup => record.eventsByRow.get(`${coup.source} ${coup.statement.locators[0]}`) ?? slugOfCoup(coup),
  );
  return {
    persons,
    organizations: organizationsIn([...pacts, ...ties]),
    events: coups
      .filter(coup => !record.isCited(coup))
      .map(coup => eventOfCoup(coup, removals.get(coup) ?? [], record.countryNames)),
    relationships: [
      ...persons.flatMap(person => officesOf(person, record.isCited, spell => turns.get(keyOf(spell)))),
      ...agreedPacts(pacts, record.isCited),
      ...agreedTies(ties),
    ],
  };
}

function ofKind<K extends Statement['kind']>(stated: Stated<Statement>[], kind: K) {
  return stated.filter(({ statement }) => statement.kind === kind) as Stated<
    Extract<Statement, { kind: K }>
  >[];
}

/** Ties of which a dataset says what obligations they are, and the others. */
function parted(ties: Stated<TieStatement>[]): [Stated<TieStatement>[], Stated<TieStatement>[]] {
  const isPact = ({ statement }: Stated<TieStatement>) => statement.obligations !== undefined;
  return [ties.filter(isPact), ties.filter(tie => !isPact(tie))];
}

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
