/** What the columns of a period say: when something held, and for which days sources vouch. */
import type { datePrecision, endState } from '../db/tables/index.ts';
import type { Standing } from '../graph/sentence.ts';
import { common, type Days, daysOf, firstDay, lastDay, rangeOf } from './days.ts';

type Precision = (typeof datePrecision.enumValues)[number];
export type State = (typeof endState.enumValues)[number];

/** A period as a table stores it. */
export type PeriodColumns = {
  period: string;
  startPrecision: Precision | null;
  endPrecision: Precision | null;
  endState: State;
  periodText: string | null;
  attested: string;
  attestedFrom: string | null;
  attestedUntil: string | null;
  /** Of a relationship: the time in which both its ends existed. */
  lifetime?: string;
  /** The first day that the unknown start of a relationship can have been. */
  startNoEarlierThan?: string | null;
  /** The last day that the unknown end of a relationship or an event can have been. */
  endNoLaterThan?: string | null;
};

/** The columns to select for a period. */
export const periodColumns = {
  period: true,
  startPrecision: true,
  endPrecision: true,
  endState: true,
  periodText: true,
  attested: true,
  attestedFrom: true,
  attestedUntil: true,
} as const;

/** The columns to select for the period of a relationship. */
export const relationshipPeriodColumns = {
  ...periodColumns,
  lifetime: true,
  startNoEarlierThan: true,
  endNoLaterThan: true,
} as const;

const lengths: Record<Precision, number> = { YEAR: 4, MONTH: 7, DAY: 10 };
const atPrecision = (day: string | undefined, precision: Precision | null) =>
  day && precision ? day.slice(0, lengths[precision]) : null;

/** The start as precise as the source gives it; null where none does. */
export const startOf = (row: PeriodColumns) => atPrecision(daysOf(row.period)?.first, row.startPrecision);
/** The end, that day included, as precise as the source gives it; null where none does. */
export const endOf = (row: PeriodColumns) => atPrecision(daysOf(row.period)?.last, row.endPrecision);

/** The days of the range in which both ends of a relationship existed. */
const alive = (range: string, { lifetime = '(,)' }: PeriodColumns) =>
  common([daysOf(range), daysOf(lifetime)]);
/** The days for which sources vouch; null if there are none. */
export const attestedDays = (row: PeriodColumns) => alive(row.attested, row);

/** As precise as the source that gives it; the day itself where a lifetime is what bounds it. */
export function attestedFrom(row: PeriodColumns): string | null {
  const first = attestedDays(row)?.first;
  if (!first) return null;
  return [startOf(row), row.attestedFrom].find(date => date && firstDay(date) === first) ?? first;
}

/** The last day for which a source vouches, as precise as the source; null if none vouches, or always. */
export function attestedUntil(row: PeriodColumns): string | null {
  const last = attestedDays(row)?.last;
  if (!last) return null;
  return [endOf(row), row.attestedUntil].find(date => date && lastDay(date) === last) ?? last;
}

const limits = ({ startNoEarlierThan, endNoLaterThan }: PeriodColumns): Days => ({
  first: startNoEarlierThan ?? undefined,
  last: endNoLaterThan ?? undefined,
});

/** The attested days, with those up to which an unknown start or end is bounded. */
const bounded = ({ startNoEarlierThan, endNoLaterThan }: PeriodColumns, attested: Days | null) =>
  attested && {
    first: attested.first && (startNoEarlierThan ?? attested.first),
    last: attested.last && (endNoLaterThan ?? attested.last),
  };

export type HoldingValue = 'HELD' | 'MAY_HAVE_HELD' | 'UNATTESTED' | 'NOT_HELD';

/** How it stood on a day, YYYY-MM-DD. */
export function holdingOn(row: PeriodColumns, day: string): HoldingValue {
  const covers = (days: Days | null) =>
    days !== null && (!days.first || days.first <= day) && (!days.last || day <= days.last);
  if (!covers(alive(row.period, row)) || !covers(limits(row))) return 'NOT_HELD';
  const attested = attestedDays(row);
  if (!covers(attested)) return covers(bounded(row, attested)) ? 'MAY_HAVE_HELD' : 'UNATTESTED';
  const [from, until] = [attestedFrom(row), attestedUntil(row)];
  return (!from || lastDay(from) <= day) && (!until || day <= firstDay(until)) ? 'HELD' : 'MAY_HAVE_HELD';
}

/** How a sentence about the day speaks of it. */
export function spokenOf(row: PeriodColumns, day: string): Standing {
  const holding = holdingOn(row, day);
  if (holding === 'HELD' || holding === 'NOT_HELD') return holding;
  const [from, until] = [attestedFrom(row), attestedUntil(row)];
  if (from && day <= lastDay(from)) return startOf(row) ? { from } : { by: from };
  if (until) return endOf(row) ? { until } : { atLeastUntil: until };
  return 'NOT_HELD';
}

/**
 * The time in which several relationships held together. Its ends are as exact as the least exact of the dates that may be
 * them; a source gives an end only if one gives it for each of the relationships that have that date.
 *
 * @param during the days on which they held or may have held, as a Postgres daterange; null if there are none
 * @param all periods that have to cover it, as far as sources vouch
 * @param some periods that begin or end where it does, as do those of `all`
 */
export function together(
  during: string | null,
  all: readonly PeriodColumns[],
  some: readonly PeriodColumns[],
): PeriodColumns | null {
  const days = during === null ? null : common([daysOf(during), ...all.map(attestedDays)]);
  if (!days) return null;
  const bounds = [...all, ...some];
  const start = bound(days.first, bounds, attestedFrom, startOf);
  const end = bound(days.last, bounds, attestedUntil, endOf);
  const isOngoing = bounds.length > 0 && bounds.every(({ endState }) => endState === 'ONGOING');
  return {
    period: rangeOf({
      first: start.isKnown ? days.first : undefined,
      last: end.isKnown ? days.last : undefined,
    }),
    startPrecision: start.isKnown ? start.precision : null,
    endPrecision: end.isKnown ? end.precision : null,
    endState: end.isKnown ? 'ENDED' : isOngoing ? 'ONGOING' : 'UNKNOWN',
    periodText: null,
    attested: rangeOf(days),
    attestedFrom: start.date,
    attestedUntil: end.date,
  };
}

/** The least exact of the dates that may be the day, whether sources give it as a start or end, and its precision. */
function bound(
  day: string | undefined,
  rows: readonly PeriodColumns[],
  attested: (row: PeriodColumns) => string | null,
  given: (row: PeriodColumns) => string | null,
): { date: string | null; isKnown: boolean; precision: Precision | null } {
  const dated = rows.flatMap(row => {
    const date = attested(row);
    const may = day && date && firstDay(date) <= day && day <= lastDay(date);
    return may ? [{ date, isKnown: given(row) === date }] : [];
  });
  const [least] = dated.toSorted((a, b) => a.date.length - b.date.length);
  if (!least) return { date: day ?? null, isKnown: false, precision: null };
  const precision = least.date.length === 4 ? 'YEAR' : least.date.length === 7 ? 'MONTH' : 'DAY';
  return { date: least.date, isKnown: dated.every(({ isKnown }) => isKnown), precision };
}
