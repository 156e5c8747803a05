import { expect, test } from 'vitest';
import { powellThyne } from '../../../src/importers/datasets/powellThyne.ts';

const row = {
  country: 'Mali',
  ccode: '432',
  ccode_gw: 'NA',
  ccode_polity: 'NA',
  year: '1990',
  month: '4',
  day: '9',
  coup: '2',
};
const read = (changed: Partial<typeof row>) =>
  powellThyne.statements({ line: 2, fields: { ...row, ...changed } })[0];

test('a row is a coup attempt on its day, whatever the columns say that hold NA', () => {
  expect(read({})).toEqual({
    kind: 'COUP',
    key: '432 1990-04-09',
    locators: ['432 1990-04-09'],
    country: 'mali',
    day: '1990-04-09',
    successful: true,
  });
});

test('1 is a failure', () => expect(read({ coup: '1' })).toMatchObject({ successful: false }));

test('a day that nobody knows leaves the month, and a month the year', () => {
  expect(read({ day: 'NA' })).toMatchObject({ key: '432 1990-04', day: '1990-04' });
  expect(read({ month: 'NA' })).toMatchObject({ key: '432 1990', day: '1990' });
});

test.each([
  [{ ccode: '999' }, 'There is no state 999 in the Correlates of War list: column ccode.'],
  [{ ccode: 'NA' }, 'There is no state NA in the Correlates of War list: column ccode.'],
  [{ coup: '3' }, 'A coup must be 1, failed, or 2, successful, not "3".'],
  [{ month: '13' }, 'There is no date 1990-13-09.'],
  [{ year: 'NA' }, 'A required date is blank.'],
])('a row with %o is refused', (changed, why) => {
  expect(() => read(changed)).toThrow(why);
});
