import { expect, test } from 'vitest';
import { reign } from '../../../src/importers/datasets/reign.ts';

const row = {
  ccode: '436',
  leadid: 'X1.0-1',
  leader: 'Example ',
  sdate: '5',
  smonth: '4',
  syear: '1999',
  emonth: '1',
  eyear: '2003',
  birthyear: '1950',
  notes: "the next row's note",
};
const read = (changed: Partial<typeof row>) =>
  reign.statements({ line: 2, fields: { ...row, ...changed } })[0];

test('a row is a spell from a day to a month', () => {
  expect(read({})).toEqual({
    kind: 'LEADER_SPELL',
    key: 'X1.0-1 436 1999-04-05',
    locators: ['X1.0-1 436 1999-04-05'],
    leader: { id: '436 Example 1950', name: 'Example', bornOn: '1950' },
    country: 'niger',
    period: { start: '1999-04-05', end: '2003-01', endState: 'ENDED' },
  });
});

test('no end means that coding stopped, not that it goes on', () => {
  expect(read({ emonth: '', eyear: '' })).toMatchObject({
    period: { start: '1999-04-05', endState: 'UNKNOWN', openAt: '2021-03' },
  });
});

test.each([
  [{ sdate: '-99' }, '1999-04'],
  [{ sdate: '', smonth: '' }, '1999'],
  [{ smonth: '-99' }, '1999'],
])('with %o it begins in %s', (changed, start) => {
  expect(read(changed)).toMatchObject({ period: { start } });
});

test('two persons under one leadid stay two, and one person with two leadids is one', () => {
  const other = read({ leader: 'Other', birthyear: '1940', syear: '2000' });
  expect(other).toMatchObject({ key: 'X1.0-1 436 2000-04-05', leader: { id: '436 Other 1940' } });
  expect(read({ leadid: 'X1.0-2', syear: '2001' })).toMatchObject({ leader: { id: '436 Example 1950' } });
});

test('which time it is for somebody is no part of the name', () => {
  expect(read({ leader: 'Example Name (3rd time)', birthyear: '-99' })).toMatchObject({
    leader: { id: '436 Example Name', name: 'Example Name' },
  });
  expect(read({ leader: 'Example Name (f) (4th' })).toMatchObject({ leader: { name: 'Example Name' } });
});

test('the header has two columns without a name', () => {
  expect(reign.columns.filter(column => column === '')).toHaveLength(2);
});

test.each([
  [{ ccode: '999' }, 'There is no state 999 in the Correlates of War list: column ccode.'],
  [{ syear: '' }, 'The row has no syear, so it is unknown when it begins.'],
  [{ sdate: '31' }, 'There is no date 1999-04-31.'],
  [{ eyear: '1998' }, 'It ends, 1998-01, before it begins, 1999-04-05.'],
  [{ leader: '' }, 'The row has no leadid or no leader.'],
])('a row with %o is refused', (changed, why) => {
  expect(() => read(changed)).toThrow(why);
});
