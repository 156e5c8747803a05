/** The pacts of a pair: what a dataset says of each obligation for itself, put together. */

import { type Obligation, obligationsToFight } from '../../db/tables/relationshipTypes.ts';
import { obligation } from '../../db/tables/vocabulary.ts';
import type { Period, Relationship } from '../../record/facts.ts';
import type { PartialDate } from '../../reference/calendar.ts';
import { evidenceOf } from './spells.ts';
import type { Stated } from './statement.ts';
import { endsOf, type TieStatement } from './statement.ts';

/** A time in which the same obligations were in force, and the rows that say so. */
interface Time {
  from: PartialDate;
  until: PartialDate;
  rows: Stated<TieStatement>[];
}

// They sort before and after every date.
const noStart = '0000';
const noEnd = '9999';

/**
 * One pact for each pair and each unbroken time in which the same obligations were in force, ALLIED_WITH if one of them is to
 * fight, else PACT_WITH. Its evidence is the rows in force then; a pact of cited rows alone is left out.
 *
 * Where a row gives only the year of a change, nobody knows what came first in that year: the pact before the change ends in
 * the year and the one after it begins in it, so that either may have held on each of its days, and none is said to have. A
 * pact has only obligations that were certainly in force together: those of a row that begins in the year in which another ends
 * are in two pacts, and a row that begins and ends in one year has a pact of that year, with what was in force all through it.
 *
 * @param stated ties with obligations
 */
export function agreedPacts(
  stated: Stated<TieStatement>[],
  isCited: (tie: Stated<TieStatement>) => boolean,
): Relationship[] {
  const pairs = Map.groupBy(stated, ({ statement }) => endsOf(statement).join(' '));
  return [...pairs.values()].flatMap(rows =>
    timesOf(rows)
      .filter(time => !time.rows.every(isCited))
      .map(pactOf),
  );
}

function timesOf(rows: Stated<TieStatement>[]): Time[] {
  const dates = rows.flatMap(({ statement: { period } }) => [period.start ?? noStart, period.end ?? noEnd]);
  // A day of a year in which something else changed, nobody knows when, is no more exact than that year.
  const moment = (date: PartialDate) =>
    dates
      .filter(other => date.startsWith(other))
      .reduce((one, other) => (other.length < one.length ? other : one));
  const spells = rows.map(row => {
    const { start = noStart, end = noEnd } = row.statement.period;
    return { from: moment(start), until: moment(end), row };
  });
  const moments = [...new Set(spells.flatMap(({ from, until }) => [from, until]))].sort();
  const times = moments.flatMap((from, index) => {
    const until = moments[index + 1] ?? from;
    const within = spells.filter(spell => spell.from === from && spell.until === from);
    const throughout = spells.filter(spell => spell.from < from && spell.until > from);
    const next = spells.filter(spell => spell.from <= from && spell.until >= until);
    return [
      { from, until: from, spells: within.length > 0 ? [...throughout, ...within] : [] },
      { from, until, spells: until === from ? [] : next },
    ];
  });
  return times
    .filter(({ spells }) => spells.length > 0)
    .map(({ spells, ...time }) => ({ ...time, rows: spells.map(({ row }) => row) }))
    .reduce(joined, []);
}

/** Adds a time, or makes the one before it longer: if rows that go on from one to the other have all obligations of both. */
function joined(times: Time[], time: Time): Time[] {
  const before = times.at(-1);
  const common = before?.rows.filter(row => time.rows.includes(row)) ?? [];
  const goesOn = [before?.rows ?? [], time.rows].every(
    rows => obligationsOf(rows).join() === obligationsOf(common).join(),
  );
  if (!before || before.until !== time.from || !goesOn) return [...times, time];
  const rows = [...new Set([...before.rows, ...time.rows])];
  return [...times.slice(0, -1), { from: before.from, until: time.until, rows }];
}

function obligationsOf(rows: Stated<TieStatement>[]): Obligation[] {
  const all = new Set(rows.flatMap(({ statement }) => statement.obligations ?? []));
  return obligation.enumValues.filter(one => all.has(one));
}

function pactOf({ from, until, rows }: Time): Relationship {
  const [{ statement }] = rows as [Stated<TieStatement>];
  const [subject, object] = endsOf(statement);
  const obligations = obligationsOf(rows);
  const last = rows.filter(({ statement: { period } }) => (period.end ?? noEnd).startsWith(until));
  const text = [...new Set(last.flatMap(({ statement: { period } }) => period.text ?? []))].join('; ');
  const period: Period = {
    ...(from !== noStart && { start: from }),
    ...(until === noEnd ? { endState: 'UNKNOWN' } : { end: until, endState: 'ENDED' }),
    ...(text && { text }),
  };
  return {
    subject,
    type: obligations.some(one => obligationsToFight.includes(one)) ? 'ALLIED_WITH' : 'PACT_WITH',
    object,
    obligations,
    period,
    evidence: evidenceOf(rows, 'SUPPORTS'),
  };
}
