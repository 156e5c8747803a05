import { areAtOnce, isBornApart, type Link, linksAmong, SURE } from './samePerson.ts';
import type { LeaderSpell, Stated } from './statement.ts';

/** Spells of one person, as far as is known yet. */
interface Group {
  spells: Stated<LeaderSpell>[];
  births: string[];
  known: string | undefined;
}

/**
 * The spells grouped by person: the surest links first, those of one dataset's identifier before all others. A link counts
 * for nothing if its two groups mean different people: because they were born more than ten years apart (unless two
 * datasets have them in office at the same time under one name), because one dataset has both in office at once, or because the
 * curated facts have them apart.
 *
 * @param spells sorted; the people come in the order of their first spell
 * @param curatedAs the slug of the person whose spell it is in the curated facts, if they have it
 */
export function peopleAmong(
  spells: Stated<LeaderSpell>[],
  curatedAs: (spell: Stated<LeaderSpell>) => string | undefined,
): Stated<LeaderSpell>[][] {
  const groupOf = spells.map(
    (spell): Group => ({
      spells: [spell],
      births: spell.statement.leader.bornOn ? [spell.statement.leader.bornOn] : [],
      known: curatedAs(spell),
    }),
  );
  const unite = ({ one, other, strength }: Link) => {
    const [into, from] = [groupOf[one] as Group, groupOf[other] as Group];
    if (into === from || areTwo(into, from, strength)) return;
    into.spells.push(...from.spells);
    into.births.push(...from.births);
    into.known ??= from.known;
    for (const [at, group] of groupOf.entries()) if (group === from) groupOf[at] = into;
  };
  for (const link of linksAmong(spells).sort(surestFirst)) unite(link);
  const position = new Map(spells.map((spell, at) => [spell, at]));
  return [...new Set(groupOf)].map(group =>
    group.spells.sort((a, b) => (position.get(a) as number) - (position.get(b) as number)),
  );
}

const surestFirst = (a: Link, b: Link) => b.strength - a.strength || a.one - b.one || a.other - b.other;

function areTwo(one: Group, other: Group, strength: number): boolean {
  if (one.known && other.known && one.known !== other.known) return true;
  if (one.spells.some(spell => other.spells.some(another => areAtOnce(spell, another)))) return true;
  if (strength >= SURE || one.births.length === 0 || other.births.length === 0) return false;
  return one.births.every(birth => other.births.every(another => isBornApart(birth, another)));
}
