import { expect, test } from 'vitest';
import { plainName, slugOf, wordsOf } from '../../../src/reference/names.ts';

test.each([
  ['Côte d’Ivoire', "cote d'ivoire", 'cote-d-ivoire'],
  ['Władysław Gomułka', 'wladyslaw gomulka', 'wladyslaw-gomulka'],
  ['Mesut Yılmaz', 'mesut yilmaz', 'mesut-yilmaz'],
  ['Steinþórsson', 'steinthorsson', 'steinthorsson'],
  ['Hørring', 'horring', 'horring'],
])('%s is plainly %s, and %s as a slug', (name, plain, slug) => {
  expect([plainName(name), slugOf(name)]).toEqual([plain, slug]);
});

test('the words of a name are what stands between blanks and marks', () => {
  expect(wordsOf('Roosevelt, F. (president)')).toEqual(['roosevelt', 'f', 'president']);
});
