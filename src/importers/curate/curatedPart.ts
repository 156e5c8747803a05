/** Which statements of the datasets belong to the curated facts, which everybody has without an import. */

import type { Facts } from '../../curated/format.ts';
import type { Event } from '../../record/facts.ts';
import { lastDay } from '../../reference/calendar.ts';
import { countries } from '../../reference/countries.ts';
import { agree } from '../statements/agreement.ts';
import { agreedPacts } from '../statements/pacts.ts';
import { endsOf, type Stated, type Statement, type TieStatement } from '../statements/statement.ts';
import { leadersNamed, type NamedPerson, slugsByRow } from './namedPersons.ts';

/** The countries around the 2023 coup in Niger, and the powers involved in it. */
export const sixteen: ReadonlySet<string> = new Set([
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
export const leadersSince = '1990-01-01';

/**
 * The rows of datasets, as `source locator`, that hand-written facts rest on, by the kind of statement that they make; of
 * coups with the slug of the event.
 */
export interface CitedRows extends Record<Statement['kind'], { has(row: string): boolean }> {
  COUP: ReadonlyMap<string, string>;
}

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
  const isCited = ({ source, statement }: Stated<Statement>) =>
    statement.locators.every(row => cited[statement.kind].has(`${source} ${row}`));
  // A coup that is written by hand still tells which offices it ended.
  const told = stated.filter(
    one => concerns(one.statement) && (one.statement.kind === 'COUP' || !isCited(one)),
  );
  const agreed = agree(told, {
    leaders: [],
    byCuratedRow: slugsByRow(persons),
    births: new Map(),
    taken: new Set(),
    countryNames: new Map(countries.map(({ slug, name }) => [slug, name])),
    eventsByRow: new Map([...plainSlugs(told), ...cited.COUP]),
    isCited,
  });
  const offices = agreed.relationships.filter(
    ({ type, period: { end } }) => type === 'HOLDS_OFFICE' && (!end || lastDay(end) >= leadersSince),
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
      relationships: agreed.relationships
        .filter(({ obligations }) => obligations)
        .sort(by(({ subject, object, period }) => `${subject} ${object} ${period.start} ${period.end}`)),
    },
  };
}

// Imported events have the dataset in their slugs.
const plainSlug = (country: string | undefined, day: string | undefined) => `coup-${country}-${day}`;

const withPlainSlug = (event: Event): Event => ({
  ...event,
  slug: plainSlug(event.country, event.period.start),
});

/** The slug of each coup's event by the row that states it. */
const plainSlugs = (stated: Stated<Statement>[]) =>
  stated.flatMap(({ source, statement }) =>
    statement.kind === 'COUP'
      ? statement.locators.map(
          row => [`${source} ${row}`, plainSlug(statement.country, statement.day)] as const,
        )
      : [],
  );

/** Leaders of any time matter, because the end of a spell confirms a coup or disputes its day. */
function concerns(statement: Statement): boolean {
  return statement.kind === 'TIE' ? endsWithin(statement) === 2 : sixteen.has(statement.country);
}

/** How many of a pact's two ends are among the sixteen; 0 for what is no pact. */
function endsWithin(tie: TieStatement): number {
  return tie.obligations ? endsOf(tie).filter(end => sixteen.has(end)).length : 0;
}

/** How many pacts there are with one of the sixteen at one end alone, which are not curated. */
export function pactsLeftOut(stated: Stated<Statement>[]): number {
  const pacts = stated.filter(({ statement }) => statement.kind === 'TIE' && endsWithin(statement) === 1);
  return agreedPacts(pacts as Stated<TieStatement>[], () => false).length;
}

function by<Item>(keyOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  };
}
