/** The only place that makes slugs, and the plain form in which names are compared. */

/** Letters of Latin alphabets that are letters of their own, not ones with an accent, and how English writes them. */
const letters: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  ŧ: 't',
  ə: 'a',
};

/**
 * A name in lower case, without accents, with straight apostrophes: names that differ only in these are the
 * same.
 */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/[æœøßþðđħıłŋŧə]/g, letter => letters[letter] as string)
    .trim();
}

/** The words of a name in plain form: `Sékou Touré (president)` gives `sekou`, `toure` and `president`. */
export function wordsOf(name: string): string[] {
  return plainName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** A name as a slug: `Côte d’Ivoire` is `cote-d-ivoire`. Empty if the name has no Latin letter and no digit. */
export function slugOf(name: string): string {
  return plainName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
