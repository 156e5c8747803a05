/** When somebody was born and died, as far as datasets say and as it can be. */
import type { Birth } from '../../record/facts.ts';
import { firstDay, lastDay, type PartialDate } from '../../reference/calendar.ts';
import type { LeaderSpell, Stated } from './statement.ts';

/** What datasets say about the birth of the person of these spells: each date once for each source, earliest first. */
export function birthsIn(spells: Stated<LeaderSpell>[]): Birth[] {
  const births = spells.flatMap(({ source, statement: { leader, locators } }): Birth[] =>
    leader.bornOn ? [{ date: leader.bornOn, source, locator: locators[0] as string }] : [],
  );
  const once = new Map(births.toReversed().map(birth => [`${birth.date} ${birth.source}`, birth]));
  return [...once.values()].sort((a, b) => compare(`${a.date} ${a.source}`, `${b.date} ${b.source}`));
}

/** The best attested birth that is not after the person came to power; undefined if there is none. */
export function birthOf(births: Birth[], spells: Stated<LeaderSpell>[]): PartialDate | undefined {
  const starts = spells.flatMap(({ statement }) => statement.period.start ?? []).map(lastDay);
  return bestAttested(births.filter(({ date }) => starts.every(start => firstDay(date) <= start)));
}

/** The best attested death that is not before the person left office the last time; undefined if there is none. */
export function deathOf(spells: Stated<LeaderSpell>[]): PartialDate | undefined {
  const ends = spells
    .flatMap(({ statement: { period } }) => period.end ?? period.openAt ?? period.start ?? [])
    .map(firstDay);
  const deaths = spells.flatMap(({ source, statement: { leader } }) =>
    leader.diedOn ? [{ date: leader.diedOn, source }] : [],
  );
  return bestAttested(deaths.filter(({ date }) => ends.every(end => lastDay(date) >= end)));
}

/**
 * The date of the year that most sources give, the most precise of that year. Where as many sources give another year,
 * the more precise date, else the earlier one.
 */
function bestAttested(dates: { date: PartialDate; source: string }[]): PartialDate | undefined {
  const candidates = [...Map.groupBy(dates, ({ date }) => date.slice(0, 4)).values()].map(ofYear => ({
    sources: new Set(ofYear.map(({ source }) => source)).size,
    date: ofYear
      .map(({ date }) => date)
      .sort((a, b) => b.length - a.length || compare(a, b))[0] as PartialDate,
  }));
  candidates.sort(
    (a, b) => b.sources - a.sources || b.date.length - a.date.length || compare(a.date, b.date),
  );
  return candidates[0]?.date;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
