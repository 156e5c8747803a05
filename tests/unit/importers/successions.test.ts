import { describe, expect, test } from 'vitest';
import { archigos } from '../../../src/importers/datasets/archigos.ts';
import { atop } from '../../../src/importers/datasets/atop.ts';
import { reign } from '../../../src/importers/datasets/reign.ts';
import { thompsonDreyer } from '../../../src/importers/datasets/thompsonDreyer.ts';
import { ucdpPrio } from '../../../src/importers/datasets/ucdpPrio/ucdpPrio.ts';
import type { Statement } from '../../../src/importers/statements/statement.ts';
import type { StatementDataset } from '../../../src/importers/statements/statementDataset.ts';

const statementsOf = (dataset: StatementDataset, fields: Record<string, string>) =>
  dataset.statements({ line: 2, fields });

const endColumn = 'end_year_or_blank_if_right_censored';
const pact = (ccode1: string, ccode2: string, start: string, end = '') =>
  statementsOf(atop, { ccode1, ccode2, obligation: 'nonagg', start_year: start, [endColumn]: end });
const rivalry = (ccode1: string, ccode2: string, styear: string, endyear: string) =>
  statementsOf(thompsonDreyer, { rivalryno: '900', ccode1, ccode2, styear, endyear });

/** Who, from when until when, as `yugoslavia greece 2000 2006-06-04`. */
const told = (statements: Statement[]) =>
  statements.map(statement => {
    if (statement.kind === 'COUP') return expect.fail();
    const parties = statement.kind === 'TIE' ? [statement.subject, statement.object] : [statement];
    const countries = parties.map(party => ('country' in party ? party.country : 'a group'));
    return [...countries, statement.period.start, statement.period.end ?? '…'].join(' ');
  });

describe('a row about a number that passed from one state to another', () => {
  test('is cut there: the one ends with its last day, the other begins with the next', () => {
    const [before, after, ...others] = pact('345', '350', '2000');
    expect(others).toEqual([]);
    expect(before).toMatchObject({
      key: '345,350,nonagg,2000',
      locators: ['345,350,nonagg,2000'],
      subject: { country: 'yugoslavia' },
      period: {
        start: '2000',
        end: '2006-06-04',
        endState: 'ENDED',
        text: 'ends with the state; the row goes on with its successor',
      },
    });
    expect(after).toMatchObject({
      key: '345,350,nonagg,2000 serbia greece',
      locators: ['345,350,nonagg,2000'],
      subject: { country: 'serbia' },
      period: {
        start: '2006-06-05',
        endState: 'UNKNOWN',
        openAt: '2018',
        text: 'begins with the state; the row begins with its predecessor; in force when coding stopped in 2018',
      },
    });
    expect(before).not.toHaveProperty('period.openAt', '2018');
  });

  test('is cut as often as it passed', () => {
    expect(told(rivalry('350', '345', '1900', '2009'))).toEqual([
      'greece serbia 1900 1918-11-30',
      'greece yugoslavia 1918-12-01 2006-06-04',
      'greece serbia 2006-06-05 2009',
    ]);
  });

  test.each([
    ['began after it', ['1999', '2003'], 'yugoslavia greece 1999 2003'],
    ['may have begun with the successor', ['2006', '2010'], 'serbia greece 2006 2010'],
    ['may have ended with the former state', ['1990', '2006'], 'yugoslavia greece 1990 2006'],
    ['may lie on either side', ['2006', '2006'], 'yugoslavia greece 2006 2006'],
  ])('is whole if it %s', (_when, [start = '', end], whole) => {
    expect(told(pact('345', '350', start, end))).toEqual([whole]);
  });

  test('is not said of a state that was no more, or not yet, when the number passed on', () => {
    // Austria-Hungary ended on 1918-11-13, before Yugoslavia began.
    expect(told(rivalry('300', '345', '1903', '1920'))).toEqual(['austria-hungary serbia 1903 1920']);
  });

  test('is whole where the list has the number for one state all the time', () => {
    expect(told(pact('2', '365', '1975'))).toEqual(['united-states russia 1975 …']);
  });
});

describe('a leader of both states', () => {
  const spell = {
    obsid: 'X-1',
    gwcode: '345',
    leadid: 'a',
    leader: 'Example',
    yrborn: '1950',
    startdate: '2003-03-07',
    enddate: '2008-07-07',
    entry: 'Regular',
    exit: 'Irregular',
    exitcode: 'Removed by Military, without Foreign Support',
  };

  test('has two offices, of which the first is entered and the last is left', () => {
    const [first, last, ...others] = statementsOf(archigos, spell);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ key: 'X-1', country: 'yugoslavia', entry: 'REGULAR' });
    expect(first).not.toHaveProperty('exit');
    expect(first).not.toHaveProperty('removedByMilitary');
    expect(last).toMatchObject({
      key: 'X-1 serbia',
      leader: { id: 'a' },
      country: 'serbia',
      exit: 'COUP',
      removedByMilitary: true,
    });
    expect(last).not.toHaveProperty('entry');
  });

  test('has one if it began on the last day of the former state: datasets differ by a day', () => {
    const row = { ccode: '345', leadid: 'r', leader: 'Example', syear: '2006', smonth: '6', sdate: '4' };
    expect(told(statementsOf(reign, { ...row, eyear: '2008', emonth: '7' }))).toEqual([
      'serbia 2006-06-04 2008-07',
    ]);
    expect(told(statementsOf(reign, { ...row, sdate: '3', eyear: '2008', emonth: '7' }))).toHaveLength(2);
  });
});

test('of a conflict, each year is about the state that had the number when it began', () => {
  const year = (of: string) => ({
    ...{ conflict_id: '900', side_a: 'Government of Serbia (Yugoslavia)', side_a_id: '1', gwno_a: '345' },
    ...{
      side_a_2nd: '',
      gwno_a_2nd: '',
      side_b: 'Example Front',
      side_b_id: '2',
      gwno_b: '',
      side_b_2nd: '',
    },
    ...{ gwno_b_2nd: '', gwno_loc: '345', incompatibility: '2', territory_name: '', year: of },
    ...{ type_of_conflict: '3', start_date2: `${of}-01-01`, start_prec2: '5', ep_end: '0' },
  });
  const years = ['2005', '2006', '2007'].flatMap(of => statementsOf(ucdpPrio, year(of)));
  expect(told(ucdpPrio.conclude?.(years) ?? [])).toEqual([
    'yugoslavia a group 2005 2006',
    'serbia a group 2007 2007',
  ]);
});
