/** The only place that makes slugs, and the plain form in which names are compared. */

/**
 * A name in lower case, without accents, with straight apostrophes: names that differ only in these are the
 * same.
 */
export function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
}

/** A name as a slug: `Côte d’Ivoire` is `cote-d-ivoire`. Empty if the name has no Latin letter and no digit. */
export function slugOf(name: string): string {
  return plainName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
