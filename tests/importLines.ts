import { sql } from 'drizzle-orm';
import type { Owner } from '../src/db/owner.ts';
import { datasets } from '../src/importers/datasets/index.ts';
import type { ImportOptions, Summary } from '../src/importers/file/importOptions.ts';
import type { Row } from '../src/importers/file/row.ts';
import { importDataset } from '../src/importers/importDataset.ts';
import { rowsOf } from './database/db/rows.ts';

/** Imports some lines as a file of the dataset would bring them, below its header. */
export function importLines(
  owner: Owner,
  name: string,
  lines: string[],
  options: Partial<ImportOptions> = {},
): Promise<Summary> {
  const dataset = datasets[name];
  if (!dataset) throw new Error(`There is no dataset ${name}.`);
  const { columns, delimiter } = dataset;
  const rows: Row[] = lines.map((line, index) => {
    const cells = line.split(delimiter);
    return {
      line: index + 2,
      fields: Object.fromEntries(
        columns.map((column, at) => [column || `column ${at + 1}`, cells[at] ?? '']),
      ),
    };
  });
  async function* inChunks() {
    for (let start = 0; start < rows.length; start += 5_000) yield rows.slice(start, start + 5_000);
  }
  const silent = { dryRun: false, replace: false, onRefused: () => {}, onProgress: () => {} };
  return importDataset(owner, dataset, inChunks(), { ...silent, ...options });
}

/** A row of Archigos: obsid, state, leader, year of birth, days of entry and exit, and how they came about. */
export const archigosLine = (
  obsid: string,
  [gwcode, leader, born]: [gwcode: number, leader: string, born: number],
  [start, end]: [start: string, end: string],
  [entry, exit, exitcode]: [entry: string, exit: string, exitcode: string],
) => [obsid, gwcode, `person-${leader}`, leader, born, 'M', start, end, entry, exit, exitcode].join(',');

/** A row of REIGN: who, of which state, from which day until which month (nothing: still in office in March 2021). */
export function reignLine(
  leadid: string,
  [ccode, leader, born]: [ccode: number, leader: string, born: number],
  start: string,
  end: string | undefined,
): string {
  const [year, month, day] = start.split('-').map(Number);
  const [endYear = '', endMonth = ''] = end?.split('-').map(Number) ?? [];
  return [
    'XXX',
    ccode,
    leadid,
    leader,
    day,
    month,
    year,
    endMonth,
    endYear,
    born,
    1,
    0,
    ...Array(6).fill(''),
  ].join(',');
}

/** A row of Powell and Thyne: a state, a day, and whether the coup succeeded. */
export function coupLine(ccode: number, day: string, successful: boolean): string {
  const [year, month, date] = day.split('-').map(Number);
  return ['Somewhere', ccode, 'NA', 'NA', year, month, date, successful ? 2 : 1, 'V'].join(',');
}

/** How many rows there are in the tables that imports write. */
export async function sizes(owner: Owner): Promise<Record<string, number>> {
  const [row] = await rowsOf<Record<string, number>>(
    owner,
    sql`select (select count(*)::int from entity) as entities, (select count(*)::int from event) as events,
      (select count(*)::int from relationship) as relationships, (select count(*)::int from adjacency) as ends,
      (select count(*)::int from evidence) as evidence, (select count(*)::int from statement) as statements`,
  );
  return row ?? {};
}
