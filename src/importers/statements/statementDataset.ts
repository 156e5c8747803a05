/**
 * A dataset whose rows say how things were: who led, who was allied, who fought. One module for each such
 * dataset.
 */
import type { Coverage, Source } from '../../record/facts.ts';
import { isOnCalendar, isReversed } from '../../reference/calendar.ts';
import { type StateSystem, stateByNumber } from '../../reference/states.ts';
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

/** The period, if its dates exist and it does not end before it starts; throws RefusedRow otherwise. */
export function checkedPeriod(period: CodedPeriod): CodedPeriod {
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
