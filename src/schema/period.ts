import type { datePrecision, endState } from '../db/tables/index.ts';
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

type HoldingValue = 'HELD' | 'MAY_HAVE_HELD' | 'UNATTESTED' | 'NOT_HELD';

const Holding = describedEnum<HoldingValue>('Holding', 'How something stood on a day.', {
  HELD: 'Sources vouch for that day.',
  MAY_HAVE_HELD:
    'The day lies within the imprecision of a date: a day of June 2021 for what started in 2021.',
  UNATTESTED:
    'Nothing says that it had not begun or was over, but no source vouches for that day: coding had stopped, the report is older, or no source gives a start.',
  NOT_HELD: 'It had not begun, was over, or one of its ends did not exist.',
});

/** How it stood on a day, YYYY-MM-DD. */
export function holdingOn(row: PeriodColumns, day: string): HoldingValue {
  const covers = (days: Days | null) =>
    days !== null && (!days.first || days.first <= day) && (!days.last || day <= days.last);
  if (!covers(alive(row.period, row))) return 'NOT_HELD';
  if (!covers(attestedDays(row))) return 'UNATTESTED';
  const [from, until] = [attestedFrom(row), attestedUntil(row)];
  return (!from || lastDay(from) <= day) && (!until || day <= firstDay(until)) ? 'HELD' : 'MAY_HAVE_HELD';
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
        'The first day for which a source vouches: the start, or where no source gives it the day of the first source that says it holds. Null if no source vouches for any day, or a work of reference speaks of all the time in which both ends exist and none says since when.',
      resolve: attestedFrom,
    }),
    attestedUntil: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'The last day for which a source vouches: the end, or where no source gives it the day of the last source that says it holds, or on which its coding stopped. Null as for `attestedFrom`.',
      resolve: attestedUntil,
    }),
    on: t.field({
      type: Holding,
      description: 'How it stood on a day.',
      args: { day: t.arg({ type: 'Date', required: true, description: 'The day asked about.' }) },
      resolve: (row, { day }) => holdingOn(row, day),
    }),
    days: t.int({
      nullable: true,
      description:
        'How many days it lasted: from the start to the end, or to `attestedUntil` while it lasts, first and last counted; of inexact dates the longest that fits. Null without a start.',
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
 * The time during which all of the periods held: from the latest of their starts to the earliest of their
 * ends, each with its own precision. Null when there is no such time.
 */
export function overlap(periods: readonly PeriodColumns[]): PeriodColumns | null {
  const spans = periods.map(row => ({ row, days: alive(row.period, row) }));
  const shared = common(spans.map(({ days }) => days));
  if (!shared) return null;
  const attested = common(periods.map(attestedDays));
  const states = new Set(periods.map(({ endState }) => endState));
  const open = states.size === 1 && states.has('ONGOING') ? 'ONGOING' : 'UNKNOWN';
  const precision = (of: 'first' | 'last', column: 'startPrecision' | 'endPrecision') =>
    shared[of] ? (spans.find(({ days }) => days?.[of] === shared[of])?.row[column] ?? 'DAY') : null;
  return {
    period: rangeOf(shared),
    startPrecision: precision('first', 'startPrecision'),
    endPrecision: precision('last', 'endPrecision'),
    endState: states.has('ENDED') ? 'ENDED' : open,
    periodText: null,
    attested: attested ? rangeOf(attested) : 'empty',
    attestedFrom: periods.map(attestedFrom).find(date => date && firstDay(date) === attested?.first) ?? null,
    attestedUntil: periods.map(attestedUntil).find(date => date && lastDay(date) === attested?.last) ?? null,
  };
}
