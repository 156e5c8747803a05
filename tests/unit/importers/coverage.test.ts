import { describe, expect, test } from 'vitest';
import { archigos } from '../../../src/importers/datasets/archigos.ts';
import { atop } from '../../../src/importers/datasets/atop.ts';
import { powellThyne } from '../../../src/importers/datasets/powellThyne.ts';
import { cowStates, gwStates } from '../../../src/importers/datasets/stateLists.ts';
import { thompsonDreyer } from '../../../src/importers/datasets/thompsonDreyer.ts';
import { coverageOf, toldBy } from '../../../src/importers/statements/coverage.ts';
import type { Stated, Statement } from '../../../src/importers/statements/statement.ts';
import type { StatementDataset } from '../../../src/importers/statements/statementDataset.ts';
import { archigosLine } from '../../importLines.ts';

const stating = (dataset: StatementDataset, lines: string[]): Stated<Statement>[] =>
  lines.flatMap(line => {
    const cells = line.split(',');
    const fields = Object.fromEntries(dataset.columns.map((column, at) => [column, cells[at] ?? '']));
    return dataset
      .statements({ line: 2, fields })
      .map(statement => ({ source: dataset.source.slug, statement }));
  });

const cow = (...rows: [number, string, string][]) =>
  stating(
    cowStates,
    rows.map(([code, ...days]) =>
      ['XXX', code, 'Somewhere', ...days.flatMap(day => day.split('-').map(Number)), 2016].join(','),
    ),
  );
const gw = (...rows: [number, string, string][]) =>
  stating(
    gwStates,
    rows.map(([code, start, end]) => [code, 'XXX', 'Somewhere', start, end].join(',')),
  );

const niger: [number, string, string] = [436, '1960-10-03', '2016-12-31'];
/** The times for which a country is covered, as text. */
const times = (
  country: string,
  dataset: StatementDataset,
  stated: Stated<Statement>[] = [],
  limits: Parameters<typeof toldBy>[1] = {},
) =>
  coverageOf(toldBy(dataset, limits), stated)
    .filter(covered => covered.country === country)
    .map(({ topic, source, from = '', until = '' }) => `${topic} ${source} ${from}/${until}`);

describe('a country is covered by a dataset', () => {
  test('for as long as the dataset covers, where no list says since when it has been a state', () => {
    expect(times('niger', powellThyne)).toEqual(['COUPS powell-thyne-coups 1950/2025-11']);
    expect(times('niger', atop)).toEqual(['PACTS atop-5 /2018']);
  });

  test('from the day on which it became a state, where the list says so', () => {
    expect(times('niger', powellThyne, cow(niger))).toEqual(['COUPS powell-thyne-coups 1960-10-03/2025-11']);
    // Another list says nothing of it.
    expect(times('niger', powellThyne, gw([436, '1960-08-03', '2017-12-31']))).toEqual([
      'COUPS powell-thyne-coups 1950/2025-11',
    ]);
  });

  test('once for each time that it was a state, and not between them', () => {
    const list = cow([220, '1816-01-01', '1942-11-11'], [220, '1944-08-25', '2016-12-31']);
    expect(times('france', atop, list)).toEqual(['PACTS atop-5 /1942-11-11', 'PACTS atop-5 1944-08-25/2018']);
  });

  test('before 1816 too, when it is older than the list', () => {
    const list = cow([220, '1816-01-01', '2016-12-31']);
    expect(times('france', thompsonDreyer, list)).toEqual(['RIVALRIES thompson-dreyer-rivalries 1494/2010']);
  });

  test('never when it is not on the list', () => {
    expect(times('germany', powellThyne, cow(niger))).toEqual([]);
    expect(times('aruba', powellThyne)).toEqual([]);
  });

  test('only while its number was its own, and it existed', () => {
    expect(times('yugoslavia', powellThyne)).toEqual(['COUPS powell-thyne-coups 1950/2006-06-04']);
    expect(times('serbia', powellThyne)).toEqual(['COUPS powell-thyne-coups 2006-06-05/2025-11']);
    expect(times('german-democratic-republic', atop)).toEqual(['PACTS atop-5 1949-10-05/1990-10-02']);
    const list = cow([345, '1944-10-20', '2016-12-31']);
    expect(times('yugoslavia', powellThyne, list)).toEqual(['COUPS powell-thyne-coups 1950/2006-06-04']);
    expect(times('serbia', powellThyne, list)).toEqual(['COUPS powell-thyne-coups 2006-06-05/2025-11']);
  });

  test('only for the time that was imported', () => {
    expect(times('niger', powellThyne, [], { from: '1990-01-01', to: '1999-12-31' })).toEqual([
      'COUPS powell-thyne-coups 1990-01-01/1999-12-31',
    ]);
    expect(times('niger', powellThyne, [], { to: '1949-12-31' })).toEqual([]);
  });

  test('of leaders, for as long as it has any in it', () => {
    const regular: [string, string, string] = ['Regular', 'Regular', 'Regular'];
    const stated = stating(archigos, [
      archigosLine('NIR-1', [436, 'One', 1916], ['1960-08-03', '1974-04-15'], regular),
      archigosLine(
        'NIR-2',
        [436, 'Two', 1930],
        ['1974-04-15', '2015-12-31'],
        ['Regular', 'Still in Office', ''],
      ),
      archigosLine('SER-1', [340, 'Four', 1860], ['1903-06-15', '1915-10-01'], regular),
      archigosLine('SER-2', [340, 'Five', 1950], ['2006-06-05', '2008-05-07'], regular),
      archigosLine('SER-3', [340, 'Six', 1950], ['2009-01-01', '2012-05-31'], regular),
      archigosLine('ZAN-1', [511, 'Three', 1930], ['1963-12-10', '1964-01-12'], regular),
    ]);
    expect(times('niger', archigos, stated)).toEqual(['LEADERS archigos-4-1 1960-08-03/2015-12-31']);
    expect(times('serbia', archigos, stated)).toEqual([
      'LEADERS archigos-4-1 1903-06-15/1915-10-01',
      'LEADERS archigos-4-1 2006-06-05/2012-05-31',
    ]);
    // Founded on 1963-12-19.
    expect(times('zanzibar', archigos, stated)).toEqual(['LEADERS archigos-4-1 1963-12-19/1964-01-12']);
    expect(times('mali', archigos, stated)).toEqual([]);
  });
});

describe('a list of states', () => {
  test('gives each row to whoever had the number then, open at both ends of the list', () => {
    const members = [
      ...cow([345, '1878-07-13', '1941-04-20'], niger),
      ...gw([2, '1816-01-01', '2017-12-31']),
    ];
    expect(members.map(({ statement }) => statement)).toMatchObject([
      { country: 'serbia', list: 'COW', period: { start: '1878-07-13', end: '1918-11-30' } },
      { country: 'yugoslavia', list: 'COW', period: { start: '1918-12-01', end: '1941-04-20' } },
      { country: 'niger', period: { start: '1960-10-03', endState: 'UNKNOWN' } },
      { country: 'united-states', list: 'GW', period: { endState: 'UNKNOWN', openAt: '2017-12-31' } },
    ]);
    expect(members.at(-1)?.statement).not.toHaveProperty('period.start');
  });

  test('refuses a row of no known state, and one that ends before it begins', () => {
    expect(() => gw([9, '1960-01-01', '1970-01-01'])).toThrow(
      'There is no state 9 in the Gleditsch–Ward list',
    );
    expect(() => cow([436, '1960-01-01', '1959-01-01'])).toThrow('before it begins');
  });
});
