import { describe, expect, test } from 'vitest';
import { holdingOn, type PeriodColumns, spokenOf, together } from '../../../src/schema/attested.ts';

/** A period as stored: what a source gives of it, and for which days sources vouch beyond that. */
function period(
  start: string | null,
  end: string | null,
  more: Partial<PeriodColumns> & { from?: string; until?: string } = {},
): PeriodColumns {
  const { from, until, ...columns } = more;
  const precisionOf = (date: string | null) =>
    date ? ({ 4: 'YEAR', 7: 'MONTH', 10: 'DAY' } as const)[date.length as 4 | 7 | 10] : null;
  const first = (date: string | null | undefined) => (date ? `${date}-01-01`.slice(0, 10) : '');
  const after = (date: string | null | undefined) => {
    if (!date) return '';
    if (date.length === 4) return `${Number(date) + 1}-01-01`;
    return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  };
  return {
    period: `[${first(start)},${after(end)})`,
    startPrecision: precisionOf(start),
    endPrecision: precisionOf(end),
    endState: end ? 'ENDED' : 'UNKNOWN',
    periodText: null,
    attested: `[${first(start ?? from)},${after(end ?? until)})`,
    attestedFrom: from ?? null,
    attestedUntil: until ?? null,
    ...columns,
  };
}

describe('the time in which relationships held together', () => {
  test('is never more exact than the least exact date that may bound it', () => {
    const [year, day] = [period('2021', '2023-05-05'), period('2021-03-05', '2023')];
    const days = '[2021-03-05,2023-05-06)';
    expect(together(days, [year, day], [])).toMatchObject({ attestedFrom: '2021', attestedUntil: '2023' });
    expect(together(days, [day, year], [])).toEqual(together(days, [year, day], []));
  });

  test('has a start only if a source gives one for what begins then', () => {
    const known = period('2020-01-01', null, { until: '2023-08-04' });
    const reported = period(null, null, { from: '2023-08-04', until: '2023-08-04' });
    expect(together('[2023-08-04,2023-08-05)', [known, reported], [])).toMatchObject({
      period: '[,)',
      startPrecision: null,
      attestedFrom: '2023-08-04',
      attestedUntil: '2023-08-04',
    });
  });

  test('leaves out the days on which one of them only may have held', () => {
    const office = period('2019-01-01', null, { until: '2021-03-31', endNoLaterThan: '2025-01-20' });
    const pact = period('2000-01-01', '2024-12-31');
    expect(together('[2019-01-01,2025-01-01)', [office, pact], [])).toMatchObject({
      attested: '[2019-01-01,2021-04-01)',
      attestedUntil: '2021-03-31',
    });
  });

  test('is none where they never held together', () => {
    expect(together(null, [], [])).toBeNull();
    expect(
      together('[2000-01-01,2001-01-01)', [period('2000-01-01', null), period(null, '1999')], []),
    ).toBeNull();
  });
});

describe('an office of which the end is bounded', () => {
  const office = period('2019-01-01', null, { until: '2021-03-31', endNoLaterThan: '2025-01-20' });
  test.each([
    ['2021-03-31', 'HELD'],
    ['2021-04-01', 'MAY_HAVE_HELD'],
    ['2025-01-20', 'MAY_HAVE_HELD'],
    ['2025-01-21', 'NOT_HELD'],
  ] as const)('on %s: %s', (day, holding) => expect(holdingOn(office, day)).toBe(holding));
});

test.each<[string, PeriodColumns, string, unknown]>([
  ['on a day within', period('2019', '2021'), '2020-06-01', 'HELD'],
  ['in the year of its start', period('2019', '2021'), '2019-06-01', { from: '2019' }],
  ['in the year of its end', period('2019', '2021'), '2021-06-01', { until: '2021' }],
  ['after its end', period('2019', '2021'), '2022-06-01', 'NOT_HELD'],
  ['after the last source', period('2019', null, { until: '2021' }), '2022-06-01', { atLeastUntil: '2021' }],
  ['before the first', period(null, null, { from: '2021', until: '2022' }), '1990-01-01', { by: '2021' }],
])('a sentence about a day speaks of what held %s', (_when, row, day, standing) => {
  expect(spokenOf(row, day)).toEqual(standing);
});
