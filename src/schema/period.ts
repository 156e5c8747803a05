import {
  attestedDays,
  attestedFrom,
  attestedUntil,
  endOf,
  type HoldingValue,
  holdingOn,
  type PeriodColumns,
  type State,
  startOf,
} from './attested.ts';
import { builder } from './builder.ts';
import { daysOf } from './days.ts';

import { describedEnum } from './vocabulary.ts';

const EndState = describedEnum<State>('EndState', 'What is known about the end of a period.', {
  ENDED: 'It is over. `end` says when; if no source does, it is null and the period reads as open.',
  ONGOING: 'A source says that it had not ended when the source was published.',
  UNKNOWN: 'No source says whether it has ended. Read as open, like ONGOING.',
});

const Holding = describedEnum<HoldingValue>('Holding', 'How something stood on a day.', {
  HELD: 'Sources vouch for that day.',
  MAY_HAVE_HELD:
    'The day lies within the imprecision of a date, a day of June 2021 for what started in 2021, or before the next holder of an office took it over.',
  UNATTESTED:
    'Nothing says that it had not begun or was over, but no source vouches for that day: coding had stopped, the report is older, or no source gives a start.',
  NOT_HELD: 'It had not begun, was over, or one of its ends did not exist.',
});

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
