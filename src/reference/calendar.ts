/** `2023`, `2023-07` or `2023-07-26`: as precise as the source. */
export type PartialDate = string;

/** Whether the date exists: 2023-02-29 and 2023-13 are well formed, but are not on the calendar. */
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

/** The day after a day, YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** Whether the period ends before it can have begun. */
export function isReversed(start: PartialDate | undefined, end: PartialDate | undefined): boolean {
  return start !== undefined && end !== undefined && firstDay(start) > lastDay(end);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
