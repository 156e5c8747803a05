/** A dataset whose rows say how things were: who led, who was allied, who fought. One module for each such dataset. */
import { isOnCalendar, isReversed } from '../../dataset/dates.ts';
import { type StateSystem, stateByNumber } from '../codes/states.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import type { CodedPeriod, Statement } from '../statements/statement.ts';

export interface StatementDataset {
  kind: 'STATEMENTS';
  /** The slug of the source that its facts rest on, in src/dataset/facts/datasets.yaml. */
  source: string;
  /** The columns of the header, which every file has: exactly these, in order. Rows come with fields by these names. */
  columns: string[];
  delimiter: ',' | '\t';
  /** What one row says; throws RefusedRow. */
  statements(row: Row): Statement[];
  /** Turns the statements of all rows into those that are kept, where one thing takes several rows to say. */
  conclude?(statements: Statement[]): Statement[];
}

const lists: Record<StateSystem, string> = { COW: 'Correlates of War', GW: 'Gleditsch–Ward' };

/** The slug of the country that a column's number stood for on a day; throws RefusedRow when it stands for none. */
export function countryOf(system: StateSystem, number: string, column: string, on: string): string {
  const country = /^\d+$/.test(number) ? stateByNumber(system, Number(number), on) : undefined;
  if (!country) {
    throw new RefusedRow(
      `There is no state ${number || '(blank)'} in the ${lists[system]} list: column ${column}.`,
    );
  }
  return country;
}

/** The period, with dates that exist and an end that is not before its start; throws RefusedRow otherwise. */
export function checkedPeriod(period: CodedPeriod): CodedPeriod {
  const { start, end, openAt } = period;
  for (const date of [start, end, openAt]) {
    if (date !== undefined && !(/^\d{4}(-\d{2}){0,2}$/.test(date) && isOnCalendar(date))) {
      throw new RefusedRow(date ? `There is no date ${date}.` : 'A date is blank that has to be there.');
    }
  }
  const last = end ?? openAt;
  if (isReversed(start, last)) throw new RefusedRow(`It ends, ${last}, before it begins, ${start}.`);
  return period;
}
