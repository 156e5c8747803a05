import { sql } from 'drizzle-orm';
import { boolean, customType, date, text, timestamp } from 'drizzle-orm/pg-core';
import { datePrecision, endState } from './vocabulary.ts';

/** A Postgres daterange as its canonical text: `[2021-01-01,2022-01-01)`, an open end left empty. */
export const daterange = customType<{ data: string; driverData: string }>({ dataType: () => 'daterange' });

/**
 * A date whose precision is part of its value: `2021`, `2021-07` or `2021-07-26`; a domain that refuses
 * impossible dates.
 */
export const partialDate = customType<{ data: string; driverData: string }>({
  dataType: () => 'partial_date',
});

/**
 * An instant, in milliseconds: JavaScript drops microseconds, so a cursor made from them would lose its
 * place.
 */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

/**
 * Valid time, the same columns on everything that has it. The range runs from the earliest day the start can
 * be to the latest day the end can be, so "may have held on a day" is `period @> day`; the precisions say how
 * precisely the source gave each end. An unknown start leaves the range open below; an end that is ONGOING or
 * UNKNOWN leaves it open above. Connections order by `startsOn`: it is never null, and an unknown start is
 * last.
 *
 * `attested` is the part of it for which sources vouch, again at its widest. Where no source gives an end of the period,
 * `attestedFrom` or `attestedUntil` bounds it; without one it is open there, too. It is empty if no source vouches for any day.
 */
export const periodColumns = () => ({
  period: daterange().notNull(),
  startPrecision: datePrecision(),
  endPrecision: datePrecision(),
  endState: endState().notNull(),
  periodText: text(),
  startsOn: date({ mode: 'string' })
    .notNull()
    .generatedAlwaysAs(sql`coalesce(lower(period), 'infinity'::date)`),
  attestedFrom: partialDate(),
  attestedUntil: partialDate(),
  isAttested: boolean().notNull().default(true),
  attested: daterange()
    .notNull()
    .generatedAlwaysAs(
      sql`case when is_attested then daterange(coalesce(lower(period), first_day(attested_from)), coalesce(upper(period), last_day(attested_until) + 1)) else 'empty'::daterange end`,
    ),
});

/** There is a precision exactly where there is a day, an end means ENDED, and no period is empty. */
export const periodIsWhole = sql`
  not isempty(period)
  and lower_inf(period) = (start_precision is null)
  and upper_inf(period) = (end_precision is null)
  and (upper_inf(period) or end_state = 'ENDED')`;
