import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  isContinued,
  numbersOf,
  type StateSystem,
  stateByFips,
  stateByIso3,
  stateByName,
  stateByNumber,
} from '../../../src/reference/states.ts';
import { curatedFacts } from '../../curatedFacts.ts';

interface Tenure {
  number: number;
  from?: string;
  until?: string;
}

interface Line {
  slug: string;
  cow?: number | Tenure | (number | Tenure)[];
  gw?: number | Tenure | (number | Tenure)[];
  fips?: string | string[];
}

const file = new URL('../../../src/reference/states.yaml', import.meta.url);
const lines = parse(readFileSync(file, 'utf8')) as Line[];

describe('a number', () => {
  test.each<[StateSystem, number, string, string]>([
    ['COW', 436, '2023-07-26', 'niger'],
    ['GW', 436, '2023-07-26', 'niger'],
    ['COW', 255, '1914', 'germany'],
    ['COW', 260, '1973', 'germany'],
    ['GW', 260, '2005-11-22', 'germany'],
    ['COW', 265, '1973', 'german-democratic-republic'],
    ['COW', 365, '1949', 'russia'],
    ['COW', 640, '1827', 'turkiye'],
    ['COW', 678, '1978', 'yemen'],
    ['COW', 679, '1994', 'yemen'],
    ['GW', 678, '2012', 'yemen'],
    ['GW', 680, '1986', 'south-yemen'],
    ['GW', 816, '2011', 'vietnam'],
    ['GW', 817, '1963', 'republic-of-vietnam'],
    ['COW', 300, '1914', 'austria-hungary'],
    ['COW', 305, '1955', 'austria'],
    ['GW', 563, '1899', 'transvaal'],
  ])('of %s, %i, is in %s that of %s in %s', (system, number, on, slug) => {
    expect(stateByNumber(system, number, on)).toBe(slug);
  });

  test('that passed from one state to another is the one that had it on the day', () => {
    const holders = ['1878', '1918-11-30', '1918-12-01', '1999-03', '2006-06-04', '2006-06-05', '2012'];
    expect(holders.map(on => stateByNumber('COW', 345, on))).toEqual([
      'serbia',
      'serbia',
      'yugoslavia',
      'yugoslavia',
      'yugoslavia',
      'serbia',
      'serbia',
    ]);
    expect(stateByNumber('GW', 340, '1914')).toBe('serbia');
  });

  test('outside all its days is the state nearest to the day', () => {
    expect(stateByNumber('GW', 345, '1900')).toBe('yugoslavia');
    expect(stateByNumber('GW', 345, '2021')).toBe('serbia');
  });

  test('that a list does not have is no state', () => {
    expect(stateByNumber('COW', 1, '2000')).toBeUndefined();
    expect(stateByNumber('GW', 679, '2000')).toBeUndefined();
  });

  test('is claimed by no two states on one day', () => {
    for (const system of ['cow', 'gw'] as const) {
      const tenures = lines.flatMap(line =>
        [line[system] ?? []].flat().map(one => ({
          slug: line.slug,
          from: '0000',
          until: '9999',
          ...(typeof one === 'number' ? { number: one } : one),
        })),
      );
      const clashes = tenures.filter((one, index) =>
        tenures.some(
          (other, place) =>
            place > index &&
            other.number === one.number &&
            other.from <= one.until &&
            one.from <= other.until,
        ),
      );
      expect(clashes).toEqual([]);
    }
  });
});

describe('the numbers of a country', () => {
  test.each([
    ['niger', { cowCode: 436, gwCode: 436 }],
    ['tonga', { cowCode: 955, gwCode: 972 }],
    // Of several, the one it had last.
    ['germany', { cowCode: 255, gwCode: 260 }],
    ['yemen', { cowCode: 679, gwCode: 678 }],
    // For Correlates of War, 345 passed from Yugoslavia to Serbia, which is 340 for Gleditsch and Ward.
    ['serbia', { cowCode: 345, gwCode: 340 }],
    ['yugoslavia', { gwCode: 345 }],
    ['great-colombia', { gwCode: 99 }],
    ['aruba', {}],
  ])('%s', (slug, numbers) => {
    expect(numbersOf(slug)).toEqual(numbers);
  });

  test('are no other country’s', () => {
    for (const code of ['cowCode', 'gwCode'] as const) {
      const codes = curatedFacts.countries.flatMap(country => country[code] ?? []);
      expect(codes.length).toBeGreaterThan(190);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});

describe('a code', () => {
  test.each([
    ['NG', 'niger'],
    ['NI', 'nigeria'],
    ['RS', 'russia'],
    ['NO', 'norway'],
    ['OD', 'south-sudan'],
    ['GZ', 'palestine'],
    ['WE', 'palestine'],
    ['JE', 'jersey'],
    ['RQ', 'puerto-rico'],
  ])('of FIPS, %s, is that of %s', (code, slug) => {
    expect(stateByFips(code)).toBe(slug);
  });

  test('of FIPS belongs to one country only', () => {
    const codes = lines.flatMap(({ fips }) => fips ?? []);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('of ISO is that of its country', () => {
    expect(stateByIso3('NER')).toBe('niger');
  });

  test('that is none is no country', () => {
    expect([stateByFips('OS'), stateByFips('ng'), stateByIso3('XYZ')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a name', () => {
  test.each([
    ['Ivory Coast', 'ivory-coast'],
    ["Cote d'Ivoire", 'ivory-coast'],
    ['Côte d’Ivoire', 'ivory-coast'],
    ['CÔTE D’IVOIRE', 'ivory-coast'],
    ['Burma', 'myanmar'],
    ['Swaziland', 'eswatini'],
    ['Cape Verde', 'cape-verde'],
    ['South Korea', 'south-korea'],
    ['Congo, DR', 'dr-congo'],
    ['Democratic Republic of Congo', 'dr-congo'],
    ['Congo', 'republic-of-the-congo'],
    ['East Timor', 'timor-leste'],
    ['Occupied Palestinian Territory', 'palestine'],
    ['Palestinian Territory, Occupied', 'palestine'],
    ['Russia', 'russia'],
    ['Soviet Union', 'russia'],
    ['Czech Republic', 'czechia'],
    ['Macedonia', 'north-macedonia'],
    ['Bosnia-Herzegovina', 'bosnia-and-herzegovina'],
    ['United States of America', 'united-states'],
    ['Turkey', 'turkiye'],
    ['Holy See Vatican City State', 'vatican-city'],
    ['East Germany', 'german-democratic-republic'],
    ['Serbia and Montenegro', 'yugoslavia'],
    ['Wurttemberg', 'wurttemberg'],
  ])('%s, is that of %s', (name, slug) => {
    expect(stateByName(name)).toBe(slug);
  });

  test('that is the common name of one country is not taken for the alias of another', () => {
    // Guinea is what Equatorial Guinea, and Dominica what the Dominican Republic, is called in some languages.
    expect(stateByName('Guinea')).toBe('guinea');
    expect(stateByName('Dominica')).toBe('dominica');
  });

  test('that two countries are called by is neither', () => {
    expect(stateByName('Saint-Martin')).toBeUndefined();
  });

  test('of a former state is not meant after its end', () => {
    expect(stateByName('Zanzibar')).toBe('zanzibar');
    expect(stateByName('Zanzibar', '1964')).toBe('zanzibar');
    expect(stateByName('Zanzibar', '2014-01-01')).toBeUndefined();
    expect(stateByName('Niger', '2014-01-01')).toBe('niger');
  });

  test('that is none, or more than the name, is no country', () => {
    const names = ['Boko Haram', 'Korea', 'Government (Niger)', ''];
    expect(names.map(name => stateByName(name))).toEqual(names.map(() => undefined));
  });
});

test.each([
  ['germany', 'germany', true],
  ['yugoslavia', 'serbia', true],
  ['serbia', 'yugoslavia', true],
  ['transvaal', 'orange-free-state', true],
  ['czechia', 'slovakia', false],
  ['austria', 'hungary', false],
  ['niger', 'mali', false],
])('whoever led %s may have gone on to lead %s: %s', (one, other, expected) => {
  expect(isContinued(one, other)).toBe(expected);
});

test('every successor of a state is a country of the dataset', () => {
  const slugs = new Set(curatedFacts.countries.map(({ slug }) => slug));
  const successors = (parse(readFileSync(file, 'utf8')) as { successors?: string[] }[]).flatMap(
    state => state.successors ?? [],
  );
  expect(successors.filter(slug => !slugs.has(slug))).toEqual([]);
});

test('every state that a number, code or name leads to is a country of the dataset, and is listed once', () => {
  const countries = curatedFacts.countries.map(({ slug }) => slug);
  const listed = lines.map(({ slug }) => slug);
  expect(listed.filter(slug => !countries.includes(slug))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});
