/** Whether a name that a stream gives is that of a person. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { plainName } from '../../reference/names.ts';

const { words, lookalikes } = parse(readFileSync(join(import.meta.dirname, 'bodies.yaml'), 'utf8')) as {
  words: string;
  lookalikes: string[][];
};
const bodyWords = new Set(words.split(/\s+/));

/** Words of personal names that may be in lower case: al-Sisi, bin Salman, van der Bellen. */
const particles =
  /^(an?|al|ar|ash|az|bin|d[aeiou]|das|del|della|den|der|do?s|e|el|i?bn|i?bin|la|las|le|lo|los|mint|ole|ould|st|ter|van|von|y|zu)$/;

/**
 * Whether a name reads as that of a person: two to seven words in capitals, but for particles, without a digit, and without a
 * word that bodies or places have in their names. What else there is of one word, or with an "of" or "the" in it, is taken
 * for a body.
 *
 * That is a guess, for streams that give no more than a name. Of the 4,461 names of several words that ICEWS has without
 * parentheses in 2014 and in a part of 2018, about a hundred read as persons' and are not; bodies.yaml lists those. Without a
 * guess, three quarters of them would be taken for what they are not. What rests on it is CODED, as is all that streams say.
 */
export function readsAsPerson(name: string): boolean {
  const written = name.split(/\s+/);
  if (written.length < 2 || written.length > 8 || /[\d&/,;:()]/.test(name.replace(/, (Jr|Sr)\.$/, '')))
    return false;
  const plain = written.map(plainName);
  if (
    !written.every(
      (word, at) =>
        /^['"]?\p{Lu}/u.test(word) || particles.test((plain[at] as string).split('-')[0] as string),
    )
  )
    return false;
  if (plain.some(word => bodyWords.has(word) || /^(the|of|for|and)$/.test(word))) return false;
  return !lookalikes.some(body => body.every(word => plain.includes(word)));
}
