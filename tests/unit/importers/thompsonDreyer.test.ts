import { expect, test } from 'vitest';
import { thompsonDreyer } from '../../../src/importers/datasets/thompsonDreyer.ts';

const row = {
  rivalryno: '901',
  rivalryname: 'Mali-Niger 1',
  ccode1: '432',
  ccode2: '436',
  styear: '1970',
  endyear: '1980',
  type1: 'positional',
  type2: 'spatial',
  type3: '',
};
const read = (changed: Partial<typeof row>) =>
  thompsonDreyer.statements({ line: 2, fields: { ...row, ...changed } })[0];

test('a row is a rivalry of two countries, with its types in the order of the row', () => {
  expect(read({})).toEqual({
    kind: 'TIE',
    key: '901',
    locators: ['901'],
    subject: { country: 'mali' },
    type: 'RIVAL_OF',
    object: { country: 'niger' },
    period: { start: '1970', end: '1980', endState: 'ENDED' },
    summary: 'Strategic rivalry: positional, spatial.',
  });
});

test('a rivalry without a type is a rivalry', () => {
  expect(read({ type1: '', type2: '' })).toMatchObject({ summary: 'Strategic rivalry.' });
});

test('the last coded year is not an end', () => {
  expect(read({ endyear: '2010' })).toMatchObject({
    period: {
      start: '1970',
      endState: 'UNKNOWN',
      openAt: '2010',
      text: 'going on when coding stopped in 2010',
    },
  });
});

test.each([
  [{ ccode2: '999' }, 'There is no state 999 in the Correlates of War list: column ccode2.'],
  [{ ccode2: '432' }, 'The states 432 and 432 are one country here: mali.'],
  [{ endyear: '1960' }, 'It ends, 1960, before it begins, 1970.'],
  [{ rivalryno: '' }, 'The row has no rivalryno.'],
])('a row with %o is refused', (changed, why) => {
  expect(() => read(changed)).toThrow(why);
});
