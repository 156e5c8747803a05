import type { Source } from '../dataset/format.ts';
import { RefusedRow, type Row } from './row.ts';
import type { CoupStatement } from './statement.ts';
import { checkedPeriod, countryOf, type StatementDataset } from './statementDataset.ts';

/** Without a day of publication: the version's name is 12 September 2025, and its last coup is of November that year. */
const source: Source = {
  slug: 'powell-thyne-coups',
  type: 'DATASET',
  title: 'Global Instances of Coups, version V2025.09.12',
  authors: ['Jonathan M. Powell', 'Clayton L. Thyne'],
  licence: 'Not known here: the public copy in the repository andybega/ds-external-data states none',
  coverage: { start: '1950', end: '2025-11' },
};

/**
 * Powell and Thyne: one row a coup attempt, on its day, in a state of the Correlates of War list. The columns for other lists
 * of states hold NA, and so may a month or a day that nobody knows.
 */
export const powellThyne: StatementDataset = {
  kind: 'STATEMENTS',
  source,
  columns: ['country', 'ccode', 'ccode_gw', 'ccode_polity', 'year', 'month', 'day', 'coup', 'version'],
  delimiter: ',',
  statements: row => [attempt(row)],
};

function attempt({ fields }: Row): CoupStatement {
  const { ccode = '', year = '', month = '', day = '', coup = '' } = fields;
  if (coup !== '1' && coup !== '2')
    throw new RefusedRow(`A coup is 1, failed, or 2, successful, and not "${coup}".`);
  const known = [year, month, day];
  const unknown = known.findIndex(part => part === 'NA' || part === '');
  const on = known
    .slice(0, unknown === -1 ? 3 : unknown)
    .map(part => part.padStart(2, '0'))
    .join('-');
  checkedPeriod({ start: on });
  // No country has two attempts on one day in this version.
  const key = `${ccode} ${on}`;
  return {
    kind: 'COUP',
    key,
    locators: [key],
    country: countryOf('COW', ccode, 'ccode', on),
    day: on,
    successful: coup === '2',
  };
}
