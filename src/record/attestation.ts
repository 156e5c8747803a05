import { lastDay, type PartialDate } from '../reference/calendar.ts';
import type { Evidence, Period, Source } from './facts.ts';

/**
 * For which days sources vouch, where the period itself does not say. What it leaves out is as the period has it: a start or
 * end that a source gives is what is vouched for; without one, the fact is vouched for as long as both its ends exist.
 */
export interface Attestation {
  /** The first day vouched for, where no source gives the start. */
  from?: PartialDate;
  /** The last day vouched for, where no source gives the end. */
  until?: PartialDate;
  /** Set where no source vouches for any day: none that says it has a date. */
  never?: true;
}

/**
 * What the evidence vouches for. A start that no source gives is attested from the day of the first source that says it holds,
 * an end that none gives until the day of the last one. The day of a source is the last that it covers, else its publication;
 * a source without either vouches for the start alone. A work of reference that gives no dates (a border) speaks of all the
 * time in which both ends exist. Evidence that disputes the fact vouches for nothing.
 *
 * @param deadline when what the fact is about expires: it does not go on past that
 */
export function attestationOf(
  { start, end, endState }: Period,
  evidence: Evidence[],
  sources: ReadonlyMap<string, Source>,
  deadline?: PartialDate,
): Attestation {
  if (start && end) return {};
  const supporting = evidence
    .filter(({ stance }) => stance !== 'DISPUTES')
    .flatMap(({ source }) => sources.get(source) ?? []);
  if (!start && !end && supporting.some(({ type }) => type === 'REFERENCE')) return {};
  const days = supporting.flatMap(source => dayOf(source) ?? []).sort(byLastDay);
  const first = days[0];
  // Of what had ended, nobody says when, a source that says so does not vouch for its own day.
  const latest = endState === 'ENDED' ? undefined : days.at(-1);
  const last = latest && deadline ? earlier(latest, deadline) : latest;
  if (!start && !end && !latest) return { never: true };
  const until = (end ?? (last && start ? later(last, start) : (last ?? start))) as PartialDate;
  return { ...(!start && { from: earlier(first ?? until, until) }), ...(!end && { until }) };
}

const dayOf = ({ coverage, publishedOn }: Source) => coverage?.end ?? publishedOn;
const byLastDay = (one: PartialDate, other: PartialDate) => (lastDay(one) < lastDay(other) ? -1 : 1);
const earlier = (one: PartialDate, other: PartialDate) => (lastDay(one) < lastDay(other) ? one : other);
const later = (one: PartialDate, other: PartialDate) => (lastDay(one) > lastDay(other) ? one : other);
