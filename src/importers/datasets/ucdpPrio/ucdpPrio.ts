import type { PartialDate } from '../../../reference/calendar.ts';
import { RefusedRow, type Row } from '../../file/row.ts';
import {
  type CodedPeriod,
  type Party,
  type Statement,
  slugOfParty,
  type TieStatement,
} from '../../statements/statement.ts';
import { checkedPeriod, type StatementDataset } from '../../statements/statementDataset.ts';
import { parties, withoutDoubtfulHomes } from './parties.ts';

type Fields = Row['fields'];

const codingStopped = '2021';

/**
 * UCDP/PRIO: one row per year of an armed conflict. Its primary parties fight each other; a secondary party,
 * which the codebook defines as one that enters with troops to support a primary party, supports those on its
 * side. Consecutive years are one tie.
 */
export const ucdpPrio: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'ucdp-prio-acd-22-1',
    type: 'DATASET',
    title: 'UCDP/PRIO Armed Conflict Dataset, version 22.1',
    authors: [
      'Nils Petter Gleditsch',
      'Peter Wallensteen',
      'Mikael Eriksson',
      'Margareta Sollenberg',
      'Håvard Strand',
    ],
    publisher: 'Uppsala Conflict Data Program and Peace Research Institute Oslo',
    licence: 'CC BY 4.0, as a public importer of the data states it (owid/etl, pull request 6596)',
    citation:
      'Gleditsch, Nils Petter, Peter Wallensteen, Mikael Eriksson, Margareta Sollenberg and Håvard Strand. 2002. “Armed Conflict 1946–2001: A New Dataset.” Journal of Peace Research 39(5): 615–637.',
    coverage: { start: '1946', end: '2021' },
  },
  covers: { topic: 'CONFLICTS', states: 'GW' },
  rows: { least: 2400, most: 2800 },
  columns: [
    ...['conflict_id', 'location', 'side_a', 'side_a_id', 'side_a_2nd', 'side_b', 'side_b_id', 'side_b_2nd'],
    ...['incompatibility', 'territory_name', 'year', 'intensity_level', 'cumulative_intensity'],
    ...['type_of_conflict', 'start_date', 'start_prec', 'start_date2', 'start_prec2'],
    ...['ep_end', 'ep_end_date', 'ep_end_prec', 'gwno_a', 'gwno_a_2nd', 'gwno_b', 'gwno_b_2nd'],
    ...['gwno_loc', 'region', 'version'],
  ],
  header: true,
  delimiter: ',',
  statements: ({ fields }) => ties(fields),
  conclude: statements => withoutDoubtfulHomes(joinYears(statements)),
};

function ties(fields: Fields): TieStatement[] {
  const sideA = parties(fields, 'side_a', 'gwno_a', 'side_a_id');
  const sideB = parties(fields, 'side_b', 'gwno_b', 'side_b_id');
  if (!sideA.length || !sideB.length) throw new RefusedRow('A side of the conflict has no party.');
  const issue = issueOf(fields);
  const year = periodOf(fields, false);
  const fight = periodOf(fields, sideA.length === 1 && sideB.length === 1);
  const support = (side: Party[], supporters: Party[]) =>
    across(supporters, side).map(([one, other]) =>
      tie(
        fields,
        one,
        'SUPPORTS',
        other,
        year,
        `Secondary party on its side in the armed conflict over ${issue}.`,
      ),
    );
  return [
    ...across(sideA, sideB).map(([one, other]) =>
      tie(fields, one, 'FIGHTS', other, fight, `Armed conflict over ${issue}.`),
    ),
    ...support(sideA, parties(fields, 'side_a_2nd', 'gwno_a_2nd')),
    ...support(sideB, parties(fields, 'side_b_2nd', 'gwno_b_2nd')),
  ];
}

function tie(
  { conflict_id, year }: Fields,
  subject: Party,
  type: TieStatement['type'],
  object: Party,
  period: CodedPeriod,
  summary: string,
): TieStatement {
  const [one, other] = [slugOfParty(subject), slugOfParty(object)];
  if (one === other) throw new RefusedRow(`Two parties to the conflict are the same here: ${one}.`);
  return {
    kind: 'TIE',
    key: [conflict_id, type, one, other, year].join('|'),
    locators: [`conflict ${conflict_id}, ${year}`],
    subject,
    type,
    object,
    period,
    summary,
  };
}

/**
 * The year, and within it the dates of the episode: when it reached 25 deaths (start_date2), and when it
 * ended. These are dates of the whole conflict, and of a pair only if it is the only one: of others we know
 * only the year.
 */
function periodOf({ year = '', start_date2, start_prec2, ...end }: Fields, isOnlyPair: boolean): CodedPeriod {
  const within = (date = '', precision = '') =>
    isOnlyPair && date.startsWith(year) ? precise(date, precision) : year;
  const start = within(start_date2, start_prec2);
  if (end.ep_end === '1') {
    return checkedPeriod({ start, end: within(end.ep_end_date, end.ep_end_prec), endState: 'ENDED' });
  }
  if (year !== codingStopped) return checkedPeriod({ start, end: year, endState: 'ENDED' });
  return checkedPeriod({
    start,
    endState: 'UNKNOWN',
    openAt: year,
    text: 'active when coding stopped in 2021',
  });
}

/**
 * The codebook's grades: with 1, the day is known; with 2 and 3, the month is, and the day is assumed (3 has
 * the last of the month); from 4 on, the month is assumed too. No grade, which 22.1 has for every end, counts
 * as a known day, except 31 December, which is what UCDP writes by default.
 */
function precise(date: PartialDate, grade: string): PartialDate {
  if (grade === '1' || (grade === '' && !date.endsWith('-12-31'))) return date;
  return grade === '2' || grade === '3' ? date.slice(0, 7) : date.slice(0, 4);
}

/** The codebook's three incompatibilities: 1 territory, 2 government, 3 both. */
function issueOf({ incompatibility = '', territory_name: territory }: Fields): string {
  const where = territory ? `territory (${territory})` : 'territory';
  const issue = { 1: where, 2: 'government', 3: `${where} and government` }[incompatibility];
  if (!issue) throw new RefusedRow(`There is no incompatibility "${incompatibility}".`);
  return issue;
}

/**
 * The same two parties in consecutive years of a conflict: one tie, from the first year's start to the last
 * year's end.
 */
function joinYears(statements: Statement[]): TieStatement[] {
  const joined: TieStatement[] = [];
  const latest = new Map<string, { year: number; at: number }>();
  for (const { statement, pair, year } of inOrder(statements)) {
    const before = latest.get(pair);
    const first = before?.year === year - 1 ? joined[before.at] : undefined;
    const at = first && before ? before.at : joined.length;
    joined[at] = first
      ? {
          ...statement,
          key: first.key,
          locators: [...first.locators, ...statement.locators],
          period: { ...statement.period, start: first.period.start },
        }
      : statement;
    latest.set(pair, { year, at });
  }
  return joined;
}

function inOrder(statements: Statement[]) {
  return statements
    .filter(statement => statement.kind === 'TIE')
    .map(statement => {
      const cut = statement.key.lastIndexOf('|');
      return { statement, pair: statement.key.slice(0, cut), year: Number(statement.key.slice(cut + 1)) };
    })
    .sort((one, other) => one.year - other.year);
}

function across<One, Other>(ones: One[], others: Other[]): [One, Other][] {
  return ones.flatMap(one => others.map((other): [One, Other] => [one, other]));
}
