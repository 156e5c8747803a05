/** Whether two datasets agree on somebody's time in office, and what is recorded if they do not. */

import type { Evidence, Period, Relationship } from '../../record/facts.ts';
import type { PartialDate } from '../../reference/calendar.ts';
import { dayAfter, firstDay, lastDay } from '../../reference/calendar.ts';
import type { Person } from './persons.ts';
import type { CodedPeriod, LeaderSpell, Stated } from './statement.ts';

/**
 * The offices of a person. Spells that can be the same, because each date of one is within what the other
 * leaves open, are one fact with the evidence of all, at the best precision. Spells that overlap but cannot
 * be the same contradict each other: both are recorded, each disputed by the rows of the other.
 *
 * @param isCited whether a curated fact cites the spell: then neither it nor what agrees with it is repeated, but it still
 *   disputes what contradicts it
 * @param turnOf the events that began and ended the office of a spell
 */
export function officesOf(
  { slug, spells }: Person,
  isCited: (spell: Stated<LeaderSpell>) => boolean,
  turnOf: (spell: Stated<LeaderSpell>) => Pick<Relationship, 'begunBy' | 'endedBy'> | undefined,
): Relationship[] {
  const agreed: Stated<LeaderSpell>[][] = [];
  for (const spell of joined(spells)) {
    const same = agreed.find(others => others.every(other => isOne(spell, other)));
    if (same) same.push(spell);
    else agreed.push([spell]);
  }
  return agreed.flatMap(group => {
    if (group.some(isCited)) return [];
    const against = agreed.filter(
      other => other !== group && other.some(one => group.some(two => clash(one, two))),
    );
    return officeOf(slug, group, against.flat(), Object.assign({}, ...group.map(turnOf)));
  });
}

/**
 * The spells, with those joined that are one in another dataset: REIGN ends Kohl's when West Germany does, and begins
 * another on the next day. Without another dataset that has one they stay two, for somebody may have ruled in between.
 */
function joined(spells: Stated<LeaderSpell>[]): Stated<LeaderSpell>[] {
  let result = spells;
  for (const whole of spells) {
    for (const first of result) {
      const run = [first];
      for (let next = following(run, result); next; next = following(run, result)) {
        run.push(next);
        const one = asOne(run);
        if (!isOne(one, whole)) continue;
        result = result.flatMap(spell => (spell === first ? one : run.includes(spell) ? [] : spell));
        break;
      }
    }
  }
  return result;
}

/** The spell that follows the last of the run, in the same dataset and country, without a day between them. */
function following(
  run: Stated<LeaderSpell>[],
  spells: Stated<LeaderSpell>[],
): Stated<LeaderSpell> | undefined {
  const last = run.at(-1) as Stated<LeaderSpell>;
  const { country, period } = last.statement;
  const { end } = period;
  if (!end) return undefined;
  return spells.find(({ source, statement }) => {
    const { start } = statement.period;
    return (
      source === last.source &&
      statement.country === country &&
      start !== undefined &&
      firstDay(start) >= firstDay(end) &&
      firstDay(start) <= dayAfter(lastDay(end)) &&
      !run.some(one => one.statement.key === statement.key)
    );
  });
}

function asOne(run: Stated<LeaderSpell>[]): Stated<LeaderSpell> {
  const [first, last] = [run[0], run.at(-1)] as [Stated<LeaderSpell>, Stated<LeaderSpell>];
  const { start } = first.statement.period;
  const { exit, period } = last.statement;
  return {
    source: first.source,
    statement: {
      ...first.statement,
      locators: run.flatMap(({ statement }) => statement.locators),
      period: { ...period, ...(start && { start }) },
      exit,
    },
  };
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
