/** Days, YYYY-MM-DD, and the ranges of them that Postgres gives as text. */

const shifted = (day: string, by: number) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
};

/** The canonical text of a range names the day after its last day: these lead from one to the other. */
const dayBefore = (day: string) => shifted(day, -1);
export const dayAfter = (day: string) => shifted(day, 1);

/** First and last day, undefined where open. */
export interface Days {
  first?: string | undefined;
  last?: string | undefined;
}

/** The days of a Postgres daterange in canonical form, `[2021-01-01,2022-01-01)`; null if it is empty. */
export function daysOf(range: string): Days | null {
  if (range === 'empty') return null;
  const [first, after] = range.slice(1, -1).split(',');
  return { first: first || undefined, last: after ? dayBefore(after) : undefined };
}

const sorted = (days: (string | undefined)[]) => days.filter(day => day !== undefined).sort();

/** The days that all have in common; null if there are none. */
export function common(all: (Days | null)[]): Days | null {
  const spans = all.filter(days => days !== null);
  const first = sorted(spans.map(days => days.first)).at(-1);
  const last = sorted(spans.map(days => days.last))[0];
  return spans.length < all.length || (first && last && first > last) ? null : { first, last };
}

/** The earliest day a date of any precision can mean. */
export const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);

/** The latest day a date of any precision can mean. */
export const lastDay = (date: string) => {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? dayBefore(`${shifted(`${date}-28`, 4).slice(0, 7)}-01`) : date;
};

/** The days as a Postgres daterange in canonical form, the day after the last one in its place. */
export const rangeOf = ({ first, last }: Days) => `[${first ?? ''},${last ? dayAfter(last) : ''})`;
