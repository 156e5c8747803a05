/** Which statements of the datasets belong to the curated facts, which everybody has without an import. */

import type { Facts } from '../../curated/format.ts';
import type { Event, Relationship } from '../../record/facts.ts';
import { lastDay } from '../../reference/calendar.ts';
import { countries } from '../../reference/countries.ts';
import { agree } from '../statements/agreement.ts';
import type { Stated, Statement } from '../statements/statement.ts';
import { leadersNamed, type NamedPerson, slugsByRow } from './namedPersons.ts';

/** The countries around the 2023 coup in Niger, and the powers involved in it. */
const sixteen = new Set([
  'benin',
  'burkina-faso',
  'chad',
  'france',
  'gabon',
  'ghana',
  'guinea',
  'ivory-coast',
  'mali',
  'niger',
  'nigeria',
  'russia',
  'senegal',
  'sudan',
  'togo',
  'united-states',
]);

/** Leaders who were out of office before this day are not curated. */
const leadersSince = '1990-01-01';

/** The row of a dataset, as `source locator`, by the kind of statement that it makes. */
export type CitedRows = Record<Statement['kind'], ReadonlySet<string>>;

/**
 * The part of the statements that is curated, by file.
 *
 * @param cited rows that hand-written facts rest on: what they state is not repeated
 * @param written slugs of the hand-written leaders
 */
export function curatedPart(
  stated: Stated<Statement>[],
  persons: NamedPerson[],
  cited: CitedRows,
  written: ReadonlySet<string>,
): { leaders: Facts; coups: Facts; alliances: Facts } {
  const fresh = stated.filter(
    ({ source, statement }) =>
      concerns(statement) && !statement.locators.every(row => cited[statement.kind].has(`${source} ${row}`)),
  );
  const agreed = agree(fresh, {
    leaders: [],
    byCuratedRow: slugsByRow(persons),
    births: new Map(),
    taken: new Set(),
    countryNames: new Map(countries.map(({ slug, name }) => [slug, name])),
    isCited: () => false,
  });
  const ofType = (type: Relationship['type']) =>
    agreed.relationships.filter(relationship => relationship.type === type);
  const offices = ofType('HOLDS_OFFICE').filter(
    ({ period: { end } }) => !end || lastDay(end) >= leadersSince,
  );
  const holders = new Set(offices.map(({ subject }) => subject));
  const others = agreed.persons.flatMap(({ leader }) => (leader && holders.has(leader.slug) ? leader : []));
  const leaders = [...leadersNamed(stated, persons), ...others].filter(({ slug }) => !written.has(slug));
  return {
    leaders: {
      leaders: leaders.sort(by(({ slug }) => slug)),
      relationships: offices.sort(
        by(({ object, period, subject }) => `${object} ${period.start} ${subject}`),
      ),
    },
    coups: { events: agreed.events.map(withPlainSlug).sort(by(({ slug }) => slug)) },
    alliances: {
      relationships: ofType('ALLIED_WITH').sort(
        by(({ subject, object, period }) => `${subject} ${object} ${period.start}`),
      ),
    },
  };
}

// Imported events have the dataset in their slugs.
function withPlainSlug(event: Event): Event {
  return { ...event, slug: `coup-${event.country}-${event.period.start}` };
}

/** Leaders of any time matter, because the end of a spell confirms a coup or disputes its day. */
function concerns(statement: Statement): boolean {
  if (statement.kind !== 'TIE') return sixteen.has(statement.country);
  const { end } = statement.period;
  return (
    statement.type === 'ALLIED_WITH' && end === undefined && endsOf(statement).every(end => sixteen.has(end))
  );
}

function endsOf({ subject, object }: Extract<Statement, { kind: 'TIE' }>): string[] {
  return [subject, object].map(party => ('country' in party ? party.country : party.organization.slug));
}

function by<Item>(keyOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  };
}
