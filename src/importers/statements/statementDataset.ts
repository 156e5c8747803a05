/**
 * A dataset whose rows say how things were: who led, who was allied, who fought. One module for each such
 * dataset.
 */
import type { Coverage, Source } from '../../record/facts.ts';
import { firstDay, isOnCalendar, isReversed, lastDay, type PartialDate } from '../../reference/calendar.ts';
import { meaningsOf, type StateSystem, stateByNumber } from '../../reference/states.ts';
import type { Layout } from '../file/layout.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import type { CodedPeriod, Statement } from './statement.ts';

export interface StatementDataset extends Layout {
  kind: 'STATEMENTS';
  /** What its facts rest on. */
  source: Source;
  /**
   * How many rows a whole file of this version has: outside these bounds, it may be truncated, or another
   * version.
   */
  rows: { least: number; most: number };
  /** What it tells all of, for the states of which list, in the time that its source covers. Left out where it tells all of nothing. */
  covers?: { topic: Coverage['topic']; states: StateSystem };
  /** What one row says; throws RefusedRow. */
  statements(row: Row): Statement[];
  /** Turns the statements of all rows into those that are kept, if it takes several rows to say one thing. */
  conclude?(statements: Statement[]): Statement[];
}

const lists: Record<StateSystem, string> = { COW: 'Correlates of War', GW: 'Gleditsch–Ward' };

/** The slug of the country that a column's number meant on a day; throws RefusedRow when it means none. */
export function countryOf(system: StateSystem, number: string, column: string, on: string): string {
  const country = /^\d+$/.test(number) ? stateByNumber(system, Number(number), on) : undefined;
  if (!country) {
    throw new RefusedRow(
      `There is no state ${number || '(blank)'} in the ${lists[system]} list: column ${column}.`,
    );
  }
  return country;
}

/** A period whose start is given. */
type Begun = CodedPeriod & { start: PartialDate };

/** A part of the time that a row is about, in which its numbers meant the same countries. */
export interface Part<Column extends string> {
  /** The slugs of the countries, by the columns of their numbers. */
  countries: Record<Column, string>;
  period: CodedPeriod;
  isFirst: boolean;
  isLast: boolean;
  /** The key of what this part says, for a row with this key: the first part has the row's. */
  keyed(key: string): string;
}

/**
 * What a row says, cut where one of its numbers passed from one state to another: the former state's part ends with its last
 * day, and its successor's begins with the next. There is a part only for a state that the dates, however imprecise, cannot
 * leave out: a row that begins in the year in which the number passed on may begin with the successor, so it is the
 * successor's alone. Of a row with no such state, the state is the one that had the number when it began.
 *
 * @param numbers the numbers by their columns
 * @throws RefusedRow when the list does not have one of the numbers
 */
export function partsOf<Column extends string>(
  system: StateSystem,
  numbers: Record<Column, string>,
  period: Begun,
): Part<Column>[] {
  const columns = Object.keys(numbers) as Column[];
  const atStart = columns.map(column => countryOf(system, numbers[column], column, period.start));
  const meanings = meaningsOf(
    system,
    columns.map(column => Number(numbers[column])),
    { first: lastDay(period.start), last: firstDay(period.end ?? period.openAt ?? '9999') },
  );
  const whole = { slugs: atStart, first: '', last: '' };
  return (meanings.length > 0 ? meanings : [whole]).map(({ slugs, first, last }, index, { length }) => {
    const [isFirst, isLast] = [index === 0, index === length - 1];
    return {
      countries: Object.fromEntries(columns.map((column, at) => [column, slugs[at]])) as Record<
        Column,
        string
      >,
      period: cut(period, isFirst ? undefined : first, isLast ? undefined : last),
      isFirst,
      isLast,
      keyed: key => (isFirst ? key : `${key} ${slugs.join(' ')}`),
    };
  });
}

function cut(
  period: CodedPeriod,
  from: PartialDate | undefined,
  until: PartialDate | undefined,
): CodedPeriod {
  if (!from && !until) return period;
  const text = [
    from ? 'begins with the state; the row begins with its predecessor' : [],
    until ? 'ends with the state; the row goes on with its successor' : (period.text ?? []),
  ]
    .flat()
    .join('; ');
  return {
    ...period,
    ...(from && { start: from }),
    ...(until && { end: until, endState: 'ENDED' as const, openAt: undefined }),
    text,
  };
}

/** The period, if its dates exist and it does not end before it starts; throws RefusedRow otherwise. */
export function checkedPeriod(period: Begun): Begun {
  const { start, end, openAt } = period;
  for (const date of [start, end, openAt]) {
    if (date !== undefined && !(/^\d{4}(-\d{2}){0,2}$/.test(date) && isOnCalendar(date))) {
      throw new RefusedRow(date ? `There is no date ${date}.` : 'A required date is blank.');
    }
  }
  const last = end ?? openAt;
  if (isReversed(start, last)) throw new RefusedRow(`It ends, ${last}, before it begins, ${start}.`);
  return period;
}
