import { RefusedRow, type Row } from '../file/row.ts';
import type { CoupStatement } from '../statements/statement.ts';
import { checkedPeriod, countryOf, type StatementDataset } from '../statements/statementDataset.ts';

/**
 * Powell and Thyne: one row per coup attempt, on its day, in a state of the Correlates of War list. The
 * columns for other lists of states may be NA, and so may a month or a day that nobody knows.
 */
export const powellThyne: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'powell-thyne-coups',
    type: 'DATASET',
    title: 'Global Instances of Coups, version V2025.09.12',
    authors: ['Jonathan M. Powell', 'Clayton L. Thyne'],
    licence: 'Not known here: the public copy in the repository andybega/ds-external-data states none',
    citation:
      'Powell, Jonathan M., and Clayton L. Thyne. 2011. “Global Instances of Coups from 1950 to 2010: A New Dataset.” Journal of Peace Research 48(2): 249–259.',
    coverage: { start: '1950', end: '2025-11' },
  },
  covers: { topic: 'COUPS', states: 'COW' },
  rows: { least: 470, most: 600 },
  columns: ['country', 'ccode', 'ccode_gw', 'ccode_polity', 'year', 'month', 'day', 'coup', 'version'],
  header: true,
  delimiter: ',',
  statements: row => [attempt(row)],
};

function attempt({ fields }: Row): CoupStatement {
  const { ccode = '', year = '', month = '', day = '', coup = '' } = fields;
  if (coup !== '1' && coup !== '2')
    throw new RefusedRow(`A coup must be 1, failed, or 2, successful, not "${coup}".`);
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
