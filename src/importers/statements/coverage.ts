/** For which times datasets tell all that they know of which countries. */
import type { Coverage } from '../../record/facts.ts';
import { firstDay, lastDay, type PartialDate } from '../../reference/calendar.ts';
import { countries, formerStates } from '../../reference/countries.ts';
import { type StateSystem, tenuresIn } from '../../reference/states.ts';
import type { Stated } from './persons.ts';
import type { CodedPeriod, Statement } from './statement.ts';
import type { StatementDataset } from './statementDataset.ts';

/** Some time, its first and last day included; open where there is no bound. */
interface Span {
  from?: PartialDate;
  until?: PartialDate;
}

/** All that a source tells on a topic, in the states of a list, for a time. */
export interface Told extends Span {
  source: string;
  topic: Coverage['topic'];
  states: StateSystem;
}

/**
 * What a dataset tells all of; nothing for one that does so of nothing, or not in this time.
 *
 * @param from only since this day, YYYY-MM-DD
 * @param to only until this day, YYYY-MM-DD
 */
export function toldBy(
  { source, covers }: Pick<StatementDataset, 'source' | 'covers'>,
  { from, to }: { from?: string; to?: string } = {},
): Told[] {
  if (!covers) return [];
  const { start, end } = source.coverage ?? {};
  return common(span(from, to), span(start, end)).map(time => ({ source: source.slug, ...covers, ...time }));
}

/**
 * For which times countries are covered by what is told: while they existed and were on the list of states. Without the list
 * among the statements, a country counts as always on it. Leaders, of whom there is always one in each state on the list, show
 * by the first and the last of them who was on it.
 *
 * @param stated what datasets say: the lists of states, and the leaders
 */
export function coverageOf(told: Told[], stated: Stated<Statement>[]): Coverage[] {
  const lists = {
    COW: timesOf(stated, ({ statement }) => statement.kind === 'STATE' && statement.list === 'COW'),
    GW: timesOf(stated, ({ statement }) => statement.kind === 'STATE' && statement.list === 'GW'),
  };
  return told.flatMap(({ source, topic, states, ...time }) => {
    const list = lists[states];
    const led = timesOf(stated, by => by.statement.kind === 'LEADER_SPELL' && by.source === source);
    return tenuresIn(states).flatMap(({ slug: country, from, until }) => {
      const there = [
        [span(from, until)],
        [lifetimes.get(country) ?? {}],
        ...(list.size > 0 ? [list.get(country) ?? []] : []),
        ...(topic === 'LEADERS' ? [throughout(led.get(country) ?? [])] : []),
      ];
      const spans = there.reduce(
        (some, others) => some.flatMap(one => others.flatMap(other => common(one, other))),
        [time as Span],
      );
      return spans.map(one => ({ country, topic, source, ...one }));
    });
  });
}

/** The lifetimes of the states of which the works of reference say that they began or ended. */
const lifetimes = new Map(
  [...countries, ...formerStates].map(({ slug, foundedOn, dissolvedOn }) => [
    slug,
    span(foundedOn, dissolvedOn),
  ]),
);

/** The periods of the statements that count, by country. */
function timesOf(
  stated: Stated<Statement>[],
  counts: (stated: Stated<Statement>) => boolean,
): Map<string, Span[]> {
  const times = new Map<string, Span[]>();
  for (const { statement } of stated.filter(counts)) {
    const { country, period } = statement as { country: string; period: CodedPeriod };
    times.set(country, [...(times.get(country) ?? []), span(period.start, period.end)]);
  }
  return times;
}

/** From the beginning of the first to the end of the last; nothing without any. */
function throughout(spans: Span[]): Span[] {
  if (spans.length === 0) return [];
  const from = spans.map(one => one.from).reduce((one, other) => (first(other) < first(one) ? other : one));
  const until = spans.map(one => one.until).reduce((one, other) => (last(other) > last(one) ? other : one));
  return [span(from, until)];
}

/** The time in common; none where there is none. */
function common(one: Span, other: Span): Span[] {
  const from = first(one.from) < first(other.from) ? other.from : one.from;
  const until = last(one.until) > last(other.until) ? other.until : one.until;
  return first(from) > last(until) ? [] : [span(from, until)];
}

function span(from: PartialDate | undefined, until: PartialDate | undefined): Span {
  return { ...(from && { from }), ...(until && { until }) };
}

const first = (date: PartialDate | undefined) => (date ? firstDay(date) : '0000');
const last = (date: PartialDate | undefined) => (date ? lastDay(date) : '9999-99');
