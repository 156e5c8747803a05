import type { datePrecision, endState } from '../db/tables/index.ts';
import { builder } from './builder.ts';
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
};

/** The columns to select for a period. */
export const periodColumns = {
  period: true,
  startPrecision: true,
  endPrecision: true,
  endState: true,
  periodText: true,
} as const;

const EndState = describedEnum<State>('EndState', 'What is known about the end of a period.', {
  ENDED: 'It is over. `end` says when; if no source does, it is null and the period reads as open.',
  ONGOING: 'A source says that it had not ended when the source was published.',
  UNKNOWN: 'No source says whether it has ended. Read as open, like ONGOING.',
});

const lengths: Record<Precision, number> = { YEAR: 4, MONTH: 7, DAY: 10 };
const atPrecision = (day: string | undefined, precision: Precision | null) =>
  day && precision ? day.slice(0, lengths[precision]) : null;

const shifted = (day: string, by: number) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
};

/** The canonical text of a range names the day after its last day: these lead from one to the other. */
const dayBefore = (day: string) => shifted(day, -1);
const dayAfter = (day: string) => shifted(day, 1);

/** The ends of a Postgres daterange in canonical form, `[2021-01-01,2022-01-01)`: first and last day. */
function daysOf(range: string): { first?: string; last?: string } {
  const [first, after] = range.slice(1, -1).split(',');
  return { first: first || undefined, last: after ? dayBefore(after) : undefined };
}

export const Period = builder.objectRef<PeriodColumns>('Period').implement({
  description:
    'When something held. A day lies within it if it is between the earliest day the start can be and the latest day the end can be; an end that no source dates is open.',
  fields: t => ({
    start: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it began, as precise as the source; null where no source says.',
      resolve: row => atPrecision(daysOf(row.period).first, row.startPrecision),
    }),
    end: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it ended, that day included, as precise as the source; null where open or unknown.',
      resolve: row => atPrecision(daysOf(row.period).last, row.endPrecision),
    }),
    endState: t.expose('endState', {
      type: EndState,
      description: 'Whether it has ended, as far as a source says.',
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
  const spans = periods.map(period => ({ ...period, ...daysOf(period.period) }));
  const starts = spans
    .filter(({ first }) => first)
    .sort((a, b) => ((a.first ?? '') < (b.first ?? '') ? 1 : -1));
  const ends = spans.filter(({ last }) => last).sort((a, b) => ((a.last ?? '') < (b.last ?? '') ? -1 : 1));
  const [start, end] = [starts[0], ends[0]];
  if (start?.first && end?.last && start.first > end.last) return null;
  const states = new Set(spans.map(({ endState }) => endState));
  const open = states.size === 1 && states.has('ONGOING') ? 'ONGOING' : 'UNKNOWN';
  return {
    period: `[${start?.first ?? ''},${end?.last ? dayAfter(end.last) : ''})`,
    startPrecision: start?.startPrecision ?? null,
    endPrecision: end?.endPrecision ?? null,
    endState: states.has('ENDED') ? 'ENDED' : open,
    periodText: null,
  };
}
