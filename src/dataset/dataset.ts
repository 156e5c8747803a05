import { fileURLToPath } from 'node:url';
import { UserMistake } from '../local/command.ts';
import { checkFacts } from './check.ts';
import { type Collection, collectionOf } from './collection.ts';
import { borders, countries, source as sourceOfBorders } from './countries.ts';
import type { Facts } from './format.ts';
import { itemsOf, type Problem, readFacts } from './read.ts';

const curated = fileURLToPath(new URL('./facts', import.meta.url));

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
 * @param directory where the .yaml files are
 */
export function readDataset(directory = curated): Collection {
  const reading = readFacts(directory);
  if (!reading.complete) throw new WrongFacts(reading.problems);
  const states = countries();
  const slugs = states.map(state => state.slug);
  const problems = [...reading.problems, ...checkFacts(reading, slugs)];
  const sources = itemsOf([...reading.sound, ...reading.broken], 'sources');
  if (!sources.some(({ item }) => item.slug === sourceOfBorders)) {
    const sentence = `The source "${sourceOfBorders}", on which the borders rest, is missing: add it.`;
    problems.push({ file: directory, line: 1, sentence });
  }
  if (problems.length > 0) throw new WrongFacts(problems.sort(byPlace));

  const written = <S extends keyof Facts>(section: S) =>
    itemsOf(reading.sound, section).map(({ item }) => item);
  const names = written('countries');
  return collectionOf('curated', {
    sources: written('sources'),
    countries: [...states, ...written('formerStates')].map(state => {
      const more = names.filter(({ slug }) => slug === state.slug).flatMap(({ aliases }) => aliases);
      return { ...state, aliases: [...new Set([...(state.aliases ?? []), ...more])] };
    }),
    leaders: written('leaders'),
    organizations: written('organizations'),
    alliances: written('alliances'),
    events: written('events'),
    relationships: [...borders(), ...written('relationships')],
    claims: written('claims'),
    indicators: written('indicators'),
  });
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}
