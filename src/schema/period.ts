import type { datePrecision, endState } from '../db/tables/index.ts';
import type { Standing } from '../graph/sentence.ts';
import { builder } from './builder.ts';
import { common, type Days, daysOf, firstDay, lastDay, rangeOf } from './days.ts';
import { describedEnum } from './vocabulary.ts';

type Precision = (typeof datePrecision.enumValues)[number];
type State = (typeof endState.enumValues)[number];

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

const EndState = describedEnum<State>('EndState', 'What is known about the end of a period.', {
  ENDED: 'It is over. `end` says when; if no source does, it is null and the period reads as open.',
  ONGOING: 'A source says that it had not ended when the source was published.',
  UNKNOWN: 'No source says whether it has ended. Read as open, like ONGOING.',
});

const lengths: Record<Precision, number> = { YEAR: 4, MONTH: 7, DAY: 10 };
const atPrecision = (day: string | undefined, precision: Precision | null) =>
  day && precision ? day.slice(0, lengths[precision]) : null;

const startOf = (row: PeriodColumns) => atPrecision(daysOf(row.period)?.first, row.startPrecision);
const endOf = (row: PeriodColumns) => atPrecision(daysOf(row.period)?.last, row.endPrecision);

/** The days of the range in which both ends of a relationship existed. */
const alive = (range: string, { lifetime = '(,)' }: PeriodColumns) =>
  common([daysOf(range), daysOf(lifetime)]);
const attestedDays = (row: PeriodColumns) => alive(row.attested, row);

/** As precise as the source that gives it; the day itself where a lifetime is what bounds it. */
function attestedFrom(row: PeriodColumns): string | null {
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

type HoldingValue = 'HELD' | 'MAY_HAVE_HELD' | 'UNATTESTED' | 'NOT_HELD';

const Holding = describedEnum<HoldingValue>('Holding', 'How something stood on a day.', {
  HELD: 'Sources vouch for that day.',
  MAY_HAVE_HELD:
    'The day lies within the imprecision of a date, a day of June 2021 for what started in 2021, or before the next holder of an office took it over.',
  UNATTESTED:
    'Nothing says that it had not begun or was over, but no source vouches for that day: coding had stopped, the report is older, or no source gives a start.',
  NOT_HELD: 'It had not begun, was over, or one of its ends did not exist.',
});

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

export const Period = builder.objectRef<PeriodColumns>('Period').implement({
  description: 'When something held, and for which days sources vouch. `on` says how it stood on a day.',
  fields: t => ({
    start: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it began, as precise as the source; null where no source says.',
      resolve: startOf,
    }),
    end: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it ended, that day included, as precise as the source; null where open or unknown.',
      resolve: endOf,
    }),
    endState: t.expose('endState', {
      type: EndState,
      description: 'Whether it has ended, as far as a source says.',
    }),
    attestedFrom: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'The first day for which a source vouches: the start or, where no source gives one, the day of the first source that says it holds. Null if no source vouches for any day, or if a work of reference says so without dates, of all the time in which both ends exist.',
      resolve: attestedFrom,
    }),
    attestedUntil: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'The last day for which a source vouches: the end or, where no source gives one, the day of the last source that says it holds, or on which its coding stopped. Null as for `attestedFrom`.',
      resolve: attestedUntil,
    }),
    on: t.field({
      type: Holding,
      description: 'How it stood on a day.',
      args: { day: t.arg({ type: 'Date', required: true, description: 'The day asked about.' }) },
      resolve: (row, { day }) => holdingOn(row, day),
    }),
    startNoEarlierThan: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'The first day that an unknown start can have been: the last day of whoever held the office before. Null where the start is known, nothing bounds it, or the office was contested.',
      resolve: row => row.startNoEarlierThan ?? null,
    }),
    endNoLaterThan: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'The last day that an unknown end can have been: the first day of whoever held the office next, or the deadline of an event. Never before `attestedUntil`. Null where the end is known, nothing bounds it, or the office was contested.',
      resolve: row => row.endNoLaterThan ?? null,
    }),
    days: t.int({
      nullable: true,
      description:
        'How many days it lasted: from the start to the end, or to `attestedUntil` while it lasts, both counted. Where a date is not exact, the longest time that fits. Null without a start.',
      resolve: row => {
        const first = daysOf(row.period)?.first;
        const last = daysOf(row.period)?.last ?? attestedDays(row)?.last;
        return first && last ? (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1 : null;
      },
    }),
    text: t.exposeString('periodText', {
      nullable: true,
      description:
        "The source's own words where they say more than the dates: 'before Monday'. Null where they don't.",
    }),
  }),
});

/**
 * The time in which several relationships held together. Its ends are as exact as the least exact of the dates that may be
 * them; a source gives an end only if one gives it for each of the relationships that have that date.
 *
 * @param during the days for which sources vouch, as a Postgres daterange; null if there are none
 * @param bounds the periods that begin or end where it does
 */
export function together(during: string | null, bounds: readonly PeriodColumns[]): PeriodColumns | null {
  const days = during === null ? null : daysOf(during);
  if (!days) return null;
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
