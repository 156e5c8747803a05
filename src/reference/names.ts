/** The one maker of slugs, and of the plain form in which names are compared. */

/** A name in lower case, without accents, with straight apostrophes: two names that differ in no more than that are one. */
export function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
}

/** A name as a slug: `Côte d’Ivoire` is `cote-d-ivoire`. Empty when the name has no Latin letter and no digit in it. */
export function slugOf(name: string): string {
  return plainName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
