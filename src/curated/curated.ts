import { fileURLToPath } from 'node:url';
import { UserMistake } from '../mistake.ts';
import { type Collection, collectionOf } from '../record/collection.ts';
import type { Source } from '../record/facts.ts';
import { countries, formerStates, worldCountries } from '../reference/countries.ts';
import { numbersOf } from '../reference/states.ts';
import { borders } from './borders.ts';
import { checkFacts } from './check.ts';
import type { Facts } from './format.ts';
import { itemsOf, type Problem, readFacts } from './read.ts';

/** Where the curated facts are. */
export const factsFolder = fileURLToPath(new URL('./facts', import.meta.url));

/** What is wrong with the files of facts: every problem in them, as `file:line: sentence`. */
export class WrongFacts extends UserMistake {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const lines = problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`);
    const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
    super(`${lines.join('\n')}\n${count} wrong with the facts; nothing was loaded.`);
    this.problems = problems;
  }
}

/**
 * Reads and checks the curated facts, with the countries and borders.
 * Throws WrongFacts when anything at all is wrong with them.
 *
 * @param cited sources that the facts may cite without giving them, such as those of datasets; they become a part of what is curated
 * @param directory where the .yaml files are
 */
export function readCurated(cited: Source[], directory = factsFolder): Collection {
  const reading = readFacts(directory);
  if (!reading.complete) throw new WrongFacts(reading.problems);
  const states = [...countries, ...formerStates];
  const slugs = states.map(state => state.slug);
  const problems = [
    ...reading.problems,
    ...checkFacts(reading, { countries: slugs, sources: cited.map(({ slug }) => slug) }),
  ];
  const sources = itemsOf([...reading.sound, ...reading.broken], 'sources');
  if (!sources.some(({ item }) => item.slug === worldCountries)) {
    const sentence = `The source "${worldCountries}", on which the countries and borders rest, is missing: add it.`;
    problems.push({ file: directory, line: 1, sentence });
  }
  if (problems.length > 0) throw new WrongFacts(problems.sort(byPlace));

  const written = <S extends keyof Facts>(section: S) =>
    itemsOf(reading.sound, section).map(({ item }) => item);
  const corrections = written('countries');
  return collectionOf('curated', {
    sources: [...cited, ...written('sources')],
    countries: [...states, ...written('formerStates')].map(state => {
      const own = corrections.filter(({ slug }) => slug === state.slug);
      const more = own.flatMap(({ aliases }) => aliases ?? []);
      const { capitals, unMember } = Object.assign({}, ...own) as (typeof own)[number];
      return {
        ...state,
        ...numbersOf(state.slug),
        aliases: [...new Set([...(state.aliases ?? []), ...more])],
        ...(capitals && { capitals: capitals.names, capitalsSource: capitals.source }),
        ...(unMember && { unMember: unMember.is, unMemberSource: unMember.source }),
      };
    }),
    leaders: written('leaders'),
    organizations: written('organizations'),
    alliances: written('alliances'),
    events: written('events'),
    relationships: [...borders(), ...written('relationships')],
    claims: written('claims'),
    indicators: written('indicators'),
    coverage: written('coverage'),
  });
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}
