/** Coups as events, and the offices that they ended and began. */
import type { Event, Relationship } from '../../record/facts.ts';
import { firstDay, lastDay, type PartialDate } from '../../reference/calendar.ts';
import { evidenceOf } from './spells.ts';
import type { CoupStatement, LeaderSpell, Stated } from './statement.ts';

type Spell = Stated<LeaderSpell>;
type Coup = Stated<CoupStatement>;

/**
 * How far apart, in days, a coup and the removal of a leader may be coded and still be about the same
 * overthrow.
 */
const SAME_OVERTHROW = 14;

/** The spells that ended with the military removing the leader, by the successful coup nearest in time. */
export function removalsByCoup(coups: Coup[], spells: Spell[]): Map<Coup, Spell[]> {
  const byCoup = new Map<Coup, Spell[]>();
  for (const spell of spells) {
    const { removedByMilitary, country, period } = spell.statement;
    const { end } = period;
    if (!removedByMilitary || !end) continue;
    const [nearest] = coups
      .filter(({ statement }) => statement.successful && statement.country === country)
      .filter(({ statement }) => daysBetween(statement.day, end) <= SAME_OVERTHROW)
      .sort((a, b) => daysBetween(a.statement.day, end) - daysBetween(b.statement.day, end));
    if (nearest) byCoup.set(nearest, [...(byCoup.get(nearest) ?? []), spell]);
  }
  return byCoup;
}

/**
 * The event of a coup. A dataset of leaders in which the military removes one at that time is about the same
 * overthrow. It supports that the coup took place if the leader fell on its day or after it, for a coup can take some days;
 * a leader who fell before it disputes the day. The slug names the dataset, so that it
 * does not collide with a curated event of the same coup.
 */
export function eventOfCoup(coup: Coup, removals: Spell[], countryNames: ReadonlyMap<string, string>): Event {
  const { country, day, successful } = coup.statement;
  const isBefore = ({ statement }: Spell) => lastDay(statement.period.end as PartialDate) < firstDay(day);
  const before = removals.filter(isBefore);
  const since = removals.filter(removal => !isBefore(removal));
  return {
    slug: slugOfCoup(coup),
    name: `${successful ? 'Coup' : 'Coup attempt'} in ${countryNames.get(country) ?? country}, ${day}`,
    type: 'COUP',
    mode: successful ? 'successful-coup' : 'failed-coup',
    outcome: successful ? 'SUCCEEDED' : 'FAILED',
    country,
    period: { start: day, end: day },
    participants: [{ actor: country, role: 'TARGET' }],
    evidence: [
      ...evidenceOf([coup, ...since], 'SUPPORTS'),
      ...(since.length > 0 ? [] : evidenceOf(before, 'DISPUTES')),
    ],
  };
}

/** The slug of the event that is made of a coup. */
export const slugOfCoup = ({ source, statement: { country, day } }: Coup) =>
  `coup-${country}-${day}-${source}`;

/** The events that began and ended an office. */
export type Turn = Pick<Relationship, 'begunBy' | 'endedBy'>;

/**
 * What coups did to offices, by the key of the spell. A coup ended the spells that removalsByCoup gives it. It began the one
 * with which the same dataset goes on: the next in the country, if that came in against the rules (COUP or IRREGULAR), no
 * later than two weeks after the coup. Nothing else ties an office to a coup: not one who came in by the rules, such as a
 * constitutional successor, nor one who followed later, nor whoever another dataset has in those days.
 *
 * @param removals the spells that each coup ended
 * @param eventOf the slug of a coup's event
 */
export function turnsByCoup(
  removals: ReadonlyMap<Coup, Spell[]>,
  spells: Spell[],
  eventOf: (coup: Coup) => string,
): Map<string, Turn> {
  const turns = new Map<string, Turn>();
  const note = (spell: Spell, turn: Turn) => turns.set(keyOf(spell), { ...turns.get(keyOf(spell)), ...turn });
  for (const [coup, removed] of removals) {
    for (const spell of removed) note(spell, { endedBy: eventOf(coup) });
    for (const next of removed.flatMap(spell => successorsOf(spell, spells))) {
      const { entry, period } = next.statement;
      const isIrregular = entry === 'COUP' || entry === 'IRREGULAR';
      if (isIrregular && daysBetween(coup.statement.day, period.start as PartialDate) <= SAME_OVERTHROW)
        note(next, { begunBy: eventOf(coup) });
    }
  }
  return turns;
}

/** The key of a spell among those of all datasets. */
export const keyOf = ({ source, statement }: Spell) => `${source} ${statement.key}`;

/** The spells that came next in the country, of the same dataset: one, or those that begin on one day. */
function successorsOf(spell: Spell, spells: Spell[]): Spell[] {
  const { country, period } = spell.statement;
  const later = spells.filter(
    other =>
      other !== spell &&
      other.source === spell.source &&
      other.statement.country === country &&
      (other.statement.period.start ?? '') >= (period.end as PartialDate),
  );
  const first = later.map(({ statement }) => statement.period.start as PartialDate).sort()[0];
  return later.filter(({ statement }) => statement.period.start === first);
}

const daysBetween = (one: string, other: string) =>
  Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
