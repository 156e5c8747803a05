/** Whether two names that datasets write can be one person's: full or family name only, misspelled or cut short. */
import { wordsOf } from '../../reference/names.ts';

/** A name taken apart. */
export interface Words {
  /** All of them, initials included, in plain form. */
  all: string[];
  /** Those that it is told apart by: without particles and initials, if there are others. */
  telling: string[];
  /** All of them in the order of the alphabet. */
  sorted: string;
}

/** Words that many names have, and that tell nobody apart. */
const particles = new Set('al bin da de del der do dos e el ibn jr la le of sr the van von y'.split(' '));

/** Shorter words are too easily alike. */
const LONG = 5;

/** Takes a name apart. */
export function partsOf(name: string): Words {
  const all = wordsOf(name);
  const telling = all.filter(word => word.length > 1 && !particles.has(word));
  return {
    all,
    telling: telling.length > 0 ? telling : all,
    sorted: all.toSorted().join(' '),
  };
}

/** Whether two names have a word in common; words with a letter or two wrong, or cut short, count as one. */
export function shareWord(one: Words, other: Words): boolean {
  return one.telling.some(word => other.telling.some(another => isNear(word, another)));
}

/** Whether two names have the same words; those with a letter or two wrong, or cut short, count as the same. */
export function isAlike(one: Words, other: Words): boolean {
  return (
    one.telling.length === other.telling.length &&
    one.telling.every(word => other.telling.some(another => isNear(word, another)))
  );
}

/** Whether two names have the same words, initials and all, letter for letter but for accents, in any order. */
export function isSame(one: Words, other: Words): boolean {
  return one.sorted === other.sorted;
}

/** Whether one name has every word of the other: `Aoun` and `Michel Aoun`. */
export function isWithin(one: Words, other: Words): boolean {
  const [few, many] = one.telling.length < other.telling.length ? [one, other] : [other, one];
  return few.telling.every(word => many.telling.includes(word));
}

function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < LONG) return false;
  return long.startsWith(short) || distance(short, long) <= (short.length < 7 ? 1 : 2);
}

/** How many letters to put in, take out or replace to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
