/**
 * Every country and every land border, from the npm package world-countries; its own entry among the sources
 * is facts/world-countries.yaml.
 */
import packaged, { type Country as Row } from 'world-countries';
import type { Country, Evidence, Relationship } from './format.ts';

/** The slug of the source that the borders rest on. */
export const source = 'world-countries';

/** The countries, their codes and names. `iso2` and `iso3` are left out where ISO 3166-1 has assigned none. */
export function countries(): Country[] {
  return packaged.map(row => ({
    slug: slugOf(row),
    name: row.name.common,
    aliases: namesOf(row),
    // Kosovo's codes are user-assigned: widely used, but not in the standard. As aliases they are still found.
    ...(row.status === 'officially-assigned' && { iso2: row.cca2, iso3: row.cca3 }),
    region: row.region,
    subregion: row.subregion || undefined,
    capital: row.capital.join(', ') || undefined,
    latitude: row.latlng[0],
    longitude: row.latlng[1],
  }));
}

/**
 * The land borders, each pair once. Each of the two rows is evidence: one that leaves the other country out
 * disputes the border. The package does not say since when a border has been there.
 */
export function borders(): Relationship[] {
  const rows = new Map(packaged.map(row => [row.cca3, row]));
  const pairs = new Set(packaged.flatMap(row => row.borders.map(other => [row.cca3, other].sort().join())));
  return [...pairs].map(pair => {
    const [first, second] = pair.split(',').map(code => rows.get(code)) as [Row, Row];
    return {
      subject: slugOf(first),
      type: 'BORDERS',
      object: slugOf(second),
      period: { endState: 'UNKNOWN' },
      evidence: [evidenceIn(first, second), evidenceIn(second, first)],
    };
  });
}

function evidenceIn(row: Row, neighbor: Row): Evidence {
  const stance = row.borders.includes(neighbor.cca3) ? 'SUPPORTS' : 'DISPUTES';
  return { source, stance, locator: row.cca3 };
}

function slugOf(row: Row): string {
  const plain = row.name.common.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

// Official names in other languages are left out: the common ones find the country, and are a third as long.
function namesOf({ name, altSpellings, translations }: Row): string[] {
  const names = [
    name.official,
    ...altSpellings,
    ...Object.values(name.native).flatMap(({ common, official }) => [common, official]),
    ...Object.values(translations).map(({ common }) => common),
  ];
  return [...new Set(names)].filter(alias => alias && alias !== name.common);
}
