import { expect, test } from 'vitest';
import { periodColumns } from '../../src/record/period.ts';
import { firstDay, isOnCalendar, isReversed, lastDay } from '../../src/reference/calendar.ts';

test.each(['2023', '2023-07', '2023-07-26', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
  '%s is on the calendar',
  date => expect(isOnCalendar(date)).toBe(true),
);

test.each(['2023-02-29', '1900-02-29', '2023-13', '2023-00', '2023-04-31', '2023-01-00', '0000'])(
  '%s is not',
  date => expect(isOnCalendar(date)).toBe(false),
);

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-07-26', '2023-07-26', '2023-07-26'],
])('%s can mean any day from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
});

test('a period is reversed only when no reading of its ends is in order', () => {
  expect(isReversed('2023-08', '2023')).toBe(false);
  expect(isReversed('2023-07-26', '2023-07-25')).toBe(true);
  expect(isReversed('2024', '2023-12')).toBe(true);
  expect(isReversed(undefined, '2023')).toBe(false);
});

test('a period covers every day it may have covered, and keeps how precisely it was given', () => {
  expect(periodColumns({ start: '2021', end: '2023-07', text: 'since the election' })).toEqual({
    period: '[2021-01-01,2023-07-31]',
    startPrecision: 'YEAR',
    endPrecision: 'MONTH',
    endState: 'ENDED',
    periodText: 'since the election',
  });
  expect(periodColumns({ endState: 'ONGOING' })).toMatchObject({ period: '[,]', endState: 'ONGOING' });
});
