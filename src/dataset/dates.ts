import type { PartialDate, Period } from './format.ts';

/** Whether the calendar has the date: 2023-02-29 and 2023-13 are well formed, but there are no such days. */
export function isOnCalendar(date: PartialDate): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The earliest day the date can mean, YYYY-MM-DD. */
export function firstDay(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The latest day the date can mean, YYYY-MM-DD. */
export function lastDay(date: PartialDate): string {
  const [year = 0, month = 12] = date.split('-').map(Number);
  return date.length === 10 ? date : `${`${date}-12`.slice(0, 7)}-${daysIn(year, month)}`;
}

/** Whether the period ends before it can have begun. */
export function isReversed(start: PartialDate | undefined, end: PartialDate | undefined): boolean {
  return start !== undefined && end !== undefined && firstDay(start) > lastDay(end);
}

/** The period as the columns of a fact: the days it may have covered, and how precisely the source gave them. */
export function periodColumns({ start, end, endState, text }: Period) {
  return {
    period: `[${start ? firstDay(start) : ''},${end ? lastDay(end) : ''}]`,
    startPrecision: precisionOf(start),
    endPrecision: precisionOf(end),
    endState: endState ?? ('ENDED' as const),
    periodText: text,
  };
}

function precisionOf(date: PartialDate | undefined): 'YEAR' | 'MONTH' | 'DAY' | undefined {
  if (date === undefined) return undefined;
  return date.length === 4 ? 'YEAR' : date.length === 7 ? 'MONTH' : 'DAY';
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
