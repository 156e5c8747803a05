/** Whether two datasets agree on somebody's time in office, and what is recorded if they do not. */

import type { Evidence, Period, Relationship } from '../../record/facts.ts';
import type { PartialDate } from '../../reference/calendar.ts';
import { firstDay, lastDay } from '../../reference/calendar.ts';
import type { Person, Stated } from './persons.ts';
import type { CodedPeriod, LeaderSpell } from './statement.ts';

/**
 * The offices of a person. Spells that can be the same, because each date of one is within what the other
 * leaves open, are one fact with the evidence of all, at the best precision. Spells that overlap but cannot
 * be the same contradict each other: both are recorded, each disputed by the rows of the other.
 *
 * @param isCited whether a curated fact cites the spell: then it is not repeated, but still disputes what
 *   contradicts it
 * @param turnOf the events that began and ended the office of a spell
 */
export function officesOf(
  { slug, spells }: Person,
  isCited: (spell: Stated<LeaderSpell>) => boolean,
  turnOf: (spell: Stated<LeaderSpell>) => Pick<Relationship, 'begunBy' | 'endedBy'> | undefined,
): Relationship[] {
  const agreed: Stated<LeaderSpell>[][] = [];
  for (const spell of spells) {
    const same = agreed.find(others => others.every(other => isOne(spell, other)));
    if (same) same.push(spell);
    else agreed.push([spell]);
  }
  return agreed.flatMap(group => {
    const fresh = group.filter(spell => !isCited(spell));
    if (fresh.length === 0) return [];
    const against = agreed.filter(
      other => other !== group && other.some(one => group.some(two => clash(one, two))),
    );
    return officeOf(slug, fresh, against.flat(), Object.assign({}, ...fresh.map(turnOf)));
  });
}

function isOne(one: Stated<LeaderSpell>, other: Stated<LeaderSpell>): boolean {
  if (one.source === other.source || one.statement.country !== other.statement.country) return false;
  const [a, b] = [one.statement.period, other.statement.period];
  return meet(a.start, b.start) && endsMeet(a, b) && endsMeet(b, a);
}

const meet = (one: PartialDate | undefined, other: PartialDate | undefined) =>
  !one || !other || (firstDay(one) <= lastDay(other) && firstDay(other) <= lastDay(one));

// A spell still going on when coding stopped may have ended at any time after that.
function endsMeet(one: CodedPeriod, other: CodedPeriod): boolean {
  if (one.openAt) return other.end === undefined || lastDay(other.end) >= firstDay(one.openAt);
  return meet(one.end, other.end);
}

// A handover on one day, or within a month known no more precisely, is not a contradiction.
function clash(one: Stated<LeaderSpell>, other: Stated<LeaderSpell>): boolean {
  if (one.source === other.source || one.statement.country !== other.statement.country) return false;
  const [a, b] = [one.statement.period, other.statement.period];
  return beginsBefore(a, b) && beginsBefore(b, a);
}

// A spell still going on when coding stopped says nothing about the time after that.
const beginsBefore = ({ start }: CodedPeriod, { end, openAt }: CodedPeriod) => {
  const until = end ?? openAt;
  return !start || !until || lastDay(start) < firstDay(until);
};

function officeOf(
  subject: string,
  group: Stated<LeaderSpell>[],
  against: Stated<LeaderSpell>[],
  turn: Pick<Relationship, 'begunBy' | 'endedBy'>,
): Relationship {
  const statements = group.map(({ statement }) => statement);
  const [first] = statements as [LeaderSpell];
  return {
    subject,
    type: 'HOLDS_OFFICE',
    object: first.country,
    // Neither dataset names the office: they code whoever actually rules.
    title: 'Effective leader',
    rank: 'EFFECTIVE_LEADER',
    basis: 'DE_FACTO',
    entry: statements.find(({ entry }) => entry)?.entry,
    exit: statements.find(({ exit }) => exit)?.exit,
    ...turn,
    period: agreedPeriod(statements.map(({ period }) => period)),
    evidence: [...evidenceOf(group, 'SUPPORTS'), ...evidenceOf(against, 'DISPUTES')],
  };
}

function agreedPeriod(periods: CodedPeriod[]): Period {
  const start = mostPrecise(periods.map(period => period.start));
  const end = mostPrecise(periods.map(period => period.end));
  if (end) return { ...(start && { start }), end, endState: 'ENDED' };
  const open = periods.toSorted((a, b) =>
    lastDay(a.openAt ?? '0001') < lastDay(b.openAt ?? '0001') ? 1 : -1,
  );
  return { ...(start && { start }), endState: 'UNKNOWN', ...(open[0]?.text && { text: open[0].text }) };
}

const mostPrecise = (dates: (PartialDate | undefined)[]) =>
  dates.filter(date => date !== undefined).toSorted((a, b) => b.length - a.length)[0];

/** The rows of the statements as evidence. */
export function evidenceOf(
  stated: Stated<{ locators: string[] }>[],
  stance: 'SUPPORTS' | 'DISPUTES',
): Evidence[] {
  return stated.flatMap(({ source, statement }) =>
    statement.locators.map(locator => ({
      source,
      ...(stance === 'DISPUTES' && { stance }),
      locator,
    })),
  );
}
