import { describe, expect, test } from 'vitest';
import type { Obligation } from '../../../src/db/tables/relationshipTypes.ts';
import { agreedPacts } from '../../../src/importers/statements/pacts.ts';
import type { Stated, TieStatement } from '../../../src/importers/statements/statement.ts';

/** `DEFENSE 1960 1970`: that Niger and Mali owed each other that, from then until then, or until coding stopped. */
function row(told: string, object = 'mali'): Stated<TieStatement> {
  const [obligation, start, end] = told.split(' ');
  return {
    source: 'pacts',
    statement: {
      kind: 'TIE',
      key: told,
      locators: [told],
      subject: { country: 'niger' },
      type: 'ALLIED_WITH',
      object: { country: object },
      period: {
        start,
        ...(end
          ? { end, endState: 'ENDED' }
          : { endState: 'UNKNOWN', openAt: '2018', text: 'still in 2018' }),
      },
      obligations: [obligation as Obligation],
    },
  };
}

/** The pacts that follow from rows, each as `ALLIED_WITH 1960–1970 DEFENSE` and its evidence. */
const pactsOf = (...rows: string[]) =>
  agreedPacts(
    rows.map(told => row(told)),
    () => false,
  ).map(({ type, obligations, period, evidence }): [string, string[]] => [
    `${type} ${period.start}–${period.end ?? ''} ${obligations}`,
    evidence.map(({ locator }) => locator ?? ''),
  ]);

test('a pact has all obligations of its time, and every row that says so', () => {
  expect(pactsOf('NONAGGRESSION 1960 1970', 'DEFENSE 1960 1970')).toEqual([
    ['ALLIED_WITH 1960–1970 DEFENSE,NONAGGRESSION', ['NONAGGRESSION 1960 1970', 'DEFENSE 1960 1970']],
  ]);
});

test.each<[Obligation, string]>([
  ['DEFENSE', 'ALLIED_WITH'],
  ['OFFENSE', 'ALLIED_WITH'],
  ['NEUTRALITY', 'PACT_WITH'],
  ['NONAGGRESSION', 'PACT_WITH'],
  ['CONSULTATION', 'PACT_WITH'],
])('%s alone makes two %s', (obligation, type) => {
  expect(pactsOf(`${obligation} 1960 1970`).map(([pact]) => pact)).toEqual([
    `${type} 1960–1970 ${obligation}`,
  ]);
});

describe('a pact ends and the next begins', () => {
  test('when an obligation comes or goes, in one and the same year, since nobody knows its day', () => {
    expect(pactsOf('NONAGGRESSION 1950', 'DEFENSE 1960 1970')).toEqual([
      ['PACT_WITH 1950–1960 NONAGGRESSION', ['NONAGGRESSION 1950']],
      ['ALLIED_WITH 1960–1970 DEFENSE,NONAGGRESSION', ['NONAGGRESSION 1950', 'DEFENSE 1960 1970']],
      ['PACT_WITH 1970– NONAGGRESSION', ['NONAGGRESSION 1950']],
    ]);
  });

  test('without ever having both, where one obligation begins in the year in which another ends', () => {
    expect(pactsOf('DEFENSE 1950 1960', 'CONSULTATION 1960 1970')).toEqual([
      ['ALLIED_WITH 1950–1960 DEFENSE', ['DEFENSE 1950 1960']],
      ['PACT_WITH 1960–1970 CONSULTATION', ['CONSULTATION 1960 1970']],
    ]);
  });

  test('and there is none in the years between', () => {
    expect(pactsOf('DEFENSE 1950 1960', 'DEFENSE 1961 1970').map(([pact]) => pact)).toEqual([
      'ALLIED_WITH 1950–1960 DEFENSE',
      'ALLIED_WITH 1961–1970 DEFENSE',
    ]);
  });

  test('also where the same obligation ends and begins again in one year: it may have lapsed', () => {
    expect(pactsOf('DEFENSE 1950 1960', 'DEFENSE 1960 1970')).toHaveLength(2);
  });
});

test('rows of which one goes on when the other ends are one unbroken time', () => {
  expect(pactsOf('DEFENSE 1950 1960', 'DEFENSE 1958 1970')).toEqual([
    ['ALLIED_WITH 1950–1970 DEFENSE', ['DEFENSE 1950 1960', 'DEFENSE 1958 1970']],
  ]);
});

test('a row of a single year has a pact of that year, with what was in force all through it', () => {
  expect(pactsOf('NONAGGRESSION 1930 1950', 'NEUTRALITY 1941 1941', 'CONSULTATION 1941 1945')).toEqual([
    ['PACT_WITH 1930–1941 NONAGGRESSION', ['NONAGGRESSION 1930 1950']],
    ['PACT_WITH 1941–1941 NEUTRALITY,NONAGGRESSION', ['NONAGGRESSION 1930 1950', 'NEUTRALITY 1941 1941']],
    ['PACT_WITH 1941–1945 NONAGGRESSION,CONSULTATION', ['NONAGGRESSION 1930 1950', 'CONSULTATION 1941 1945']],
    ['PACT_WITH 1945–1950 NONAGGRESSION', ['NONAGGRESSION 1930 1950']],
  ]);
});

test('a day is no more exact than the year in which another row changes', () => {
  expect(pactsOf('NONAGGRESSION 2000 2006-06-04', 'DEFENSE 2006 2010').map(([pact]) => pact)).toEqual([
    'PACT_WITH 2000–2006 NONAGGRESSION',
    'ALLIED_WITH 2006–2010 DEFENSE',
  ]);
  expect(pactsOf('NONAGGRESSION 2000 2006-06-04').map(([pact]) => pact)).toEqual([
    'PACT_WITH 2000–2006-06-04 NONAGGRESSION',
  ]);
});

test('only the pact that was in force when coding stopped is open, and says so', () => {
  const periods = agreedPacts([row('NONAGGRESSION 1950'), row('DEFENSE 1960')], () => false).map(
    ({ period }) => period,
  );
  expect(periods).toEqual([
    { start: '1950', end: '1960', endState: 'ENDED' },
    { start: '1960', endState: 'UNKNOWN', text: 'still in 2018' },
  ]);
});

test('each pair has its own', () => {
  const pacts = agreedPacts([row('DEFENSE 1950 1960'), row('CONSULTATION 1955 1960', 'chad')], () => false);
  expect(pacts.map(({ subject, object, obligations }) => [subject, object, obligations])).toEqual([
    ['mali', 'niger', ['DEFENSE']],
    ['chad', 'niger', ['CONSULTATION']],
  ]);
});

test('a pact of cited rows alone is not said again, but they still count in others', () => {
  const rows = [row('NONAGGRESSION 1950 1970'), row('DEFENSE 1960 1970')];
  const pacts = agreedPacts(rows, ({ statement }) => statement.key.startsWith('NONAGGRESSION'));
  expect(pacts.map(({ obligations }) => obligations)).toEqual([['DEFENSE', 'NONAGGRESSION']]);
});
