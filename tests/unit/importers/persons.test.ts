import { describe, expect, test } from 'vitest';
import { type LeaderRecord, personsIn } from '../../../src/importers/statements/persons.ts';
import { officesOf } from '../../../src/importers/statements/spells.ts';
import type { LeaderSpell, Stated } from '../../../src/importers/statements/statement.ts';

const nothing: LeaderRecord = {
  leaders: [],
  byCuratedRow: new Map(),
  births: new Map(),
  taken: new Set(),
};

type Given = Partial<LeaderSpell['leader']> & { country?: string; openAt?: string };

/** A spell: its dataset and key, the leader's name, and from when to when. The identifier is the name and the birth, as in REIGN. */
const spell = (
  source: string,
  key: string,
  name: string,
  [start, end]: [start: string, end?: string],
  { country = 'niger', openAt, ...leader }: Given = {},
): Stated<LeaderSpell> => ({
  source,
  statement: {
    kind: 'LEADER_SPELL',
    key,
    locators: [key],
    leader: { id: `${name} ${leader.bornOn}`, name, ...leader },
    country,
    period: end
      ? { start, end, endState: 'ENDED' }
      : { start, endState: 'UNKNOWN', openAt: openAt ?? '2015-12-31' },
  },
});

/** The slug of each person with the rows that mean them, by whichever order the statements come in. */
function rowsOf(stated: Stated<LeaderSpell>[], record: Partial<LeaderRecord> = {}): Record<string, string[]> {
  const rows = (some: Stated<LeaderSpell>[]) =>
    Object.fromEntries(
      personsIn(some, { ...nothing, ...record }).map(({ slug, spells }) => [
        slug,
        spells.map(({ statement }) => statement.key),
      ]),
    );
  expect(rows(stated.toReversed())).toEqual(rows(stated));
  return rows(stated);
}

const only = (stated: Stated<LeaderSpell>[]) => {
  const [person, ...others] = personsIn(stated, nothing);
  expect(others).toEqual([]);
  if (!person) throw new Error('There is nobody.');
  return person;
};

describe('one person', () => {
  test('who leads a state and then its successor, with a spell for each, has one office at a time', () => {
    const west = { country: 'germany', bornOn: '1901' };
    const person = only([
      spell('days', 'A', 'Muster', ['1982-10-01', '1998-10-27'], west),
      spell('months', 'W', 'Muster', ['1982-10-01', '1990-09'], { ...west, id: '260 Muster' }),
      spell('months', 'G', 'Muster', ['1990-10-01', '1998-10'], { ...west, id: '255 Muster' }),
    ]);
    expect(
      officesOf(
        person,
        () => false,
        () => undefined,
      ),
    ).toMatchObject([
      {
        period: { start: '1982-10-01', end: '1998-10-27' },
        evidence: [{ locator: 'A' }, { locator: 'W' }, { locator: 'G' }],
      },
    ]);
  });

  test('has two offices where no dataset joins them: somebody may have ruled in between', () => {
    const person = only([
      spell('months', 'R-1', 'Ejemplo', ['1990-01-01', '1992-04'], { bornOn: '1940' }),
      spell('months', 'R-2', 'Ejemplo', ['1992-04-20', '1995-01'], { bornOn: '1940' }),
    ]);
    expect(
      officesOf(
        person,
        () => false,
        () => undefined,
      ),
    ).toHaveLength(2);
  });

  test.each([
    ['yugoslavia', 'serbia'],
    ['czechoslovakia', 'czechia'],
    ['transvaal', 'orange-free-state'],
  ])('is known in %s and in %s', (before, after) => {
    const born = { bornOn: '1944' };
    only([
      spell('days', 'A-1', 'Primer', ['1989-10-08', '1992-03-07'], { ...born, country: before, id: '1' }),
      spell('days', 'A-2', 'Primer', ['1993-01-01', '1999-07-07'], { ...born, country: after, id: '2' }),
    ]);
  });

  test.each([
    [
      'the year of birth is another, and two datasets have the same spell',
      '1941',
      '1910',
      'Havelka',
      'Havelka',
    ],
    ['the name is misspelled', '1951', '1952', 'Campaore', 'Compaore'],
    ['one has the name in full', '1951', '1951', 'Blaise Compaore', 'Compaore'],
    ['one has the initial', '1951', '1951', 'B. Compaore', 'Blaise Compaore'],
    ['the names have nothing in common, but the first day and the birth', '1949', '1949', 'Ashraf', 'Zai'],
  ])('is found although %s', (_, born, otherBorn, name, otherName) => {
    only([
      spell('days', 'A', name, ['1987-10-15', '2014-10-31'], { bornOn: born }),
      spell('months', 'R', otherName, ['1987-10-15', '2014-10'], { bornOn: otherBorn }),
    ]);
  });

  test('under two identifiers of one dataset is found by the name and the year of birth', () => {
    only([
      spell('months', 'R-1', 'Arias', ['1986-05-08', '1990-05'], { bornOn: '1941' }),
      spell('months', 'R-2', 'Arias', ['2006-05-08', '2010-05'], { bornOn: '1940' }),
      spell('months', 'R-3', 'Oscar Arias', ['2018-05-08', '2019-05'], { bornOn: '1940' }),
    ]);
  });

  test('who leads two countries has one name in full in both', () => {
    const name = 'Chiang Beispiel';
    only([
      spell('days', 'A-1', name, ['1928-10-10', '1949-01-21'], { bornOn: '1886', country: 'china', id: '1' }),
      spell('days', 'A-2', name, ['1950-03-01', '1975-04-05'], {
        bornOn: '1886',
        country: 'taiwan',
        id: '2',
      }),
    ]);
  });
});

describe('two people', () => {
  test('whom a dataset gives one identifier are told apart by their births', () => {
    const sweden = { country: 'sweden', id: 'one' };
    expect(
      rowsOf([
        spell('days', 'A-1', 'Exempel', ['1888-02-06', '1889-10-12'], { ...sweden, bornOn: '1820' }),
        spell('days', 'A-2', 'Exempel', ['1991-10-30', '1994-10-07'], { ...sweden, bornOn: '1949' }),
        spell('months', 'R', 'Exempel', ['1991-10-30', '1994-10'], { country: 'sweden', bornOn: '1949' }),
      ]),
    ).toEqual({ 'exempel-sweden': ['A-1'], 'exempel-sweden-1949': ['A-2', 'R'] });
  });

  test('but not one whose birth it has wrong: another dataset tells', () => {
    const person = only([
      spell('days', 'A-1', 'Adomas', ['1998-02-26', '2003-02-25'], { id: 'one', bornOn: '1926' }),
      spell('days', 'A-2', 'Adomas', ['2004-07-12', '2009-07-12'], { id: 'one', bornOn: '1953' }),
      spell('months', 'R-1', 'Adomas', ['1998-02-26', '2003-02'], { bornOn: '1926' }),
      spell('months', 'R-2', 'Adomas', ['2004-07-12', '2009-07'], { bornOn: '1926' }),
    ]);
    expect(person.bornOn).toBe('1926');
  });

  test.each([
    ['father and son', 'Bush', '1924', 'Bush', '1946'],
    ['brothers', 'Orellana, J.', '1872', 'Orellana, M.', '1870'],
    ['brothers with two initials', 'J. D. Estrada', '1869', 'J. J. Estrada', '1871'],
    ['namesakes', 'Khan Noon', '1893', 'L. Khan', '1895'],
    ['a first name and a family name that are alike', 'Georgiev', '1882', 'Georgi Dimitrov', '1882'],
  ])('stay two: %s', (_, name, born, otherName, otherBorn) => {
    const stated = [
      spell('days', 'A-1', name, ['1921-12-07', '1926-09-26'], { bornOn: born }),
      spell('days', 'A-2', otherName, ['1930-12-17', '1930-12-31'], { bornOn: otherBorn }),
    ];
    expect(Object.values(rowsOf(stated))).toEqual([['A-1'], ['A-2']]);
  });

  test('whom one dataset has in office at once stay two, whatever the other says', () => {
    const stated = [
      spell('months', 'R-1', 'Rossi', ['1990-04-01', '1990-10']),
      spell('months', 'R-2', 'Aldo Rossi', ['1990-04-01', '1990-10']),
      spell('days', 'A', 'Rossi', ['1990-04-01', '1990-10-01']),
    ];
    expect(Object.values(rowsOf(stated)).map(rows => rows.length)).toEqual([2, 1]);
  });

  test('stay two if the curated facts have them apart', () => {
    const stated = [
      spell('days', 'A', 'Toure', ['1984-03-26', '1984-04-03'], { bornOn: '1922' }),
      spell('months', 'R', 'Toure', ['1984-03-26', '1984-04'], { bornOn: '1922' }),
    ];
    const byCuratedRow = new Map([
      ['days A', 'one'],
      ['months R', 'other'],
    ]);
    expect(rowsOf(stated, { byCuratedRow })).toEqual({ one: ['A'], other: ['R'] });
  });
});

describe('a person', () => {
  test('is shown with the name in full, and found by those that the datasets write', () => {
    const { leader } = only([
      spell('days', 'A', 'Grant', ['1869-03-04', '1877-03-04'], {
        bornOn: '1822',
        fullName: 'Ulysses S. Grant',
      }),
    ]);
    expect(leader).toMatchObject({ slug: 'grant-niger', name: 'Ulysses S. Grant', aliases: ['Grant'] });
  });

  test('was born when most sources say, as precisely as one of them does; every date is kept', () => {
    const born = (...dates: string[]) =>
      only(
        dates.map((bornOn, at) =>
          spell(`source-${at}`, 'X', 'Ada', ['1990-01-01', '1991-01-01'], { bornOn }),
        ),
      );
    expect(born('1940', '1941', '1941').bornOn).toBe('1941');
    expect(born('1940', '1941', '1940-05-03')).toMatchObject({
      bornOn: '1940-05-03',
      births: [
        { date: '1940', source: 'source-0', locator: 'X' },
        { date: '1940-05-03', source: 'source-2', locator: 'X' },
        { date: '1941', source: 'source-1', locator: 'X' },
      ],
    });
    expect(born('1941', '1940').bornOn).toBe('1940');
    expect(born('1940', '1941-01-02').bornOn).toBe('1941-01-02');
  });

  test('neither died before leaving office, as another dataset has it, nor was born after coming to it', () => {
    const stated = [
      spell('days', 'A', 'Ada', ['1950-01-01', '1955-01-01'], { bornOn: '1900', diedOn: '1955' }),
      spell('months', 'R', 'Ada', ['1950-01-01', '1955-01'], { bornOn: '1900', diedOn: '1980' }),
      spell('months', 'R-2', 'Ada', ['1960-01-01', '1961-01'], { bornOn: '1900', diedOn: '1980' }),
    ];
    expect(only(stated)).toMatchObject({ bornOn: '1900', diedOn: '1980' });
  });

  test('keeps the slug whatever was on record before, and gets another if something else has it', () => {
    const stated = [
      spell('days', 'A-2', 'Banda', ['2012-04-07', '2014-05-31'], { bornOn: '1950' }),
      spell('days', 'A-1', 'Banda', ['1964-07-06', '1994-05-24'], { bornOn: '1898' }),
    ];
    expect(rowsOf(stated)).toEqual({ 'banda-niger': ['A-1'], 'banda-niger-1950': ['A-2'] });
    expect(rowsOf(stated, { taken: new Set(['banda-niger']) })).toEqual({
      'banda-niger-1898': ['A-1'],
      'banda-niger-1950': ['A-2'],
    });
  });
});
