/** For which times datasets tell all that they know of which countries. */
import type { Coverage } from '../../record/facts.ts';
import { firstDay, lastDay, type PartialDate } from '../../reference/calendar.ts';
import { countries, formerStates } from '../../reference/countries.ts';
import { type StateSystem, tenuresIn } from '../../reference/states.ts';
import type { CodedPeriod, Stated, Statement } from './statement.ts';
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
 * among the statements, a country counts as always on it. Leaders are told of as long as there are any: a state on the list always
 * has one.
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
    const tenures = Map.groupBy(tenuresIn(states), ({ slug }) => slug);
    return [...tenures].flatMap(([country, numbers]) => {
      const there = [
        numbers.map(({ from, until }) => span(from, until)),
        [lifetimes.get(country) ?? {}],
        ...(list.size > 0 ? [list.get(country) ?? []] : []),
        ...(topic === 'LEADERS' ? [united(led.get(country) ?? [], yearAfter)] : []),
      ];
      const spans = there.reduce(
        (some, others) => some.flatMap(one => others.flatMap(other => common(one, other))),
        [time as Span],
      );
      return united(spans).map(one => ({ country, topic, source, ...one }));
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

/**
 * Spans that overlap as one, the earliest first.
 *
 * @param bridged until which day, after the last one of a span, the next may begin and still belong to it
 */
function united(spans: Span[], bridged = (day: string) => day): Span[] {
  const found: Span[] = [];
  for (const next of spans.toSorted((one, other) => (first(one.from) < first(other.from) ? -1 : 1))) {
    const before = found.at(-1);
    if (!before || first(next.from) > bridged(last(before.until))) found.push(next);
    else if (last(next.until) > last(before.until)) found.splice(-1, 1, span(before.from, next.until));
  }
  return found;
}

/** Between two leaders, nobody may have led for some time. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}`.padStart(4, '0') + day.slice(4);

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
const last = (date: PartialDate | undefined) => (date ? lastDay(date) : '9998-99');
