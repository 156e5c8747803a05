/** The names of leaders in full, from the links in Archigos to the DBpedia pages of articles about them. */
import { partsOf } from '../statements/sameName.ts';
import { isBornApart } from '../statements/samePerson.ts';
import type { LeaderSpell, Statement } from '../statements/statement.ts';

/**
 * The title of the article that the link leads to, without what tells it apart from other articles: `Rafael_Núñez_(politician)`
 * is Rafael Núñez. Undefined if there is no link, or if the title does not have the family name, letter for letter but for accents:
 * some links lead to other people.
 *
 * @param leader the name as Archigos writes it: `Núñez`, `Roosevelt, T.` or `Theodore Roosevelt`
 */
export function nameIn(link: string, leader: string): string | undefined {
  const [, page] = /^https?:\/\/dbpedia\.org\/resource\/(.+)$/.exec(unwrapped(link)) ?? [];
  const title = page && decoded(page);
  if (!title) return undefined;
  const name = title
    .replaceAll('_', ' ')
    .replace(/\s*\([^)]*\)/g, '')
    .trim();
  // Premiership of William Gladstone is no person, Birendra of Nepal is.
  const [beforeOf = ''] = name.split(' of ');
  return partsOf(beforeOf).all.includes(familyName(leader)) ? name : undefined;
}

/** Of some links, a mail filter has made its own, with the link in it: `-3A` for `:`, `_` for `/`. */
function unwrapped(link: string): string {
  const [, wrapped] = /^https:\/\/urldefense\.[^?]*\?u=([^&]*)/.exec(link) ?? [];
  if (wrapped === undefined) return link;
  return decoded(wrapped.replaceAll('_', '/').replace(/-([0-9A-F]{2})/g, '%$1')) ?? '';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function familyName(leader: string): string {
  const [beforeComma = ''] = leader.replace(/\([^)]*\)/g, '').split(',');
  return partsOf(beforeComma).telling.at(-1) ?? '';
}

/** The statements, without the name in full where people born more than ten years apart have the same: it is not known whose. */
export function withoutSharedNames(statements: Statement[]): Statement[] {
  const spells = statements.filter(statement => statement.kind === 'LEADER_SPELL');
  const wrong = new Set<string>();
  for (const [name, some] of Map.groupBy(spells, ({ leader }) => leader.fullName)) {
    if (name !== undefined && arePeople(some)) wrong.add(name);
  }
  return statements.map(statement => {
    if (statement.kind !== 'LEADER_SPELL' || !wrong.has(statement.leader.fullName ?? '')) return statement;
    const { fullName, ...leader } = statement.leader;
    return { ...statement, leader };
  });
}

const arePeople = (spells: LeaderSpell[]) =>
  spells.some(({ leader }) => spells.some(other => isBornApart(leader.bornOn, other.leader.bornOn)));
