import { expect, test } from 'vitest';
import { atop } from '../../../src/importers/datasets/atop.ts';

const end = 'end_year_or_blank_if_right_censored';
const row = { ccode1: '432', ccode2: '436', obligation: 'defense', start_year: '1990', [end]: '1995' };
const read = (changed: Partial<typeof row>) =>
  atop.statements({ line: 2, fields: { ...row, ...changed } as typeof row })[0];

test('a row is a pact of two countries in the years of one obligation', () => {
  expect(read({})).toEqual({
    kind: 'TIE',
    key: '432,436,defense,1990',
    locators: ['432,436,defense,1990'],
    subject: { country: 'mali' },
    type: 'ALLIED_WITH',
    object: { country: 'niger' },
    period: { start: '1990', end: '1995', endState: 'ENDED' },
    obligations: ['DEFENSE'],
  });
});

test('a blank end is where coding stopped, not for ever', () => {
  expect(read({ [end]: '' })).toMatchObject({
    period: {
      start: '1990',
      endState: 'UNKNOWN',
      openAt: '2018',
      text: 'in force when coding stopped in 2018',
    },
  });
});

test.each([
  ['offense', 'OFFENSE', 'ALLIED_WITH'],
  ['neutral', 'NEUTRALITY', 'PACT_WITH'],
  ['nonagg', 'NONAGGRESSION', 'PACT_WITH'],
  ['consul', 'CONSULTATION', 'PACT_WITH'],
])('%s is an obligation of %s: %s', (obligation, name, type) => {
  expect(read({ obligation })).toMatchObject({
    key: `432,436,${obligation},1990`,
    obligations: [name],
    type,
  });
});

test.each([
  [{ ccode1: '999' }, 'There is no state 999 in the Correlates of War list: column ccode1.'],
  [{ ccode2: '432' }, 'The states 432 and 432 are one country here: mali.'],
  [{ obligation: 'trade' }, 'ATOP has no obligation "trade".'],
  [{ start_year: '' }, 'A required date is blank.'],
  [{ [end]: '1989' }, 'It ends, 1989, before it begins, 1990.'],
])('a row with %o is refused', (changed, why) => {
  expect(() => read(changed)).toThrow(why);
});
