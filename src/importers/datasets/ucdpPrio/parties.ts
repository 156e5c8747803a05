/** The parties to a UCDP/PRIO conflict: governments, which are countries here, and armed groups. */

import { slugOf } from '../../../reference/names.ts';
import { RefusedRow, type Row } from '../../file/row.ts';
import type { Party, TieStatement } from '../../statements/statement.ts';
import { countryOf } from '../../statements/statementDataset.ts';

type Fields = Row['fields'];

/**
 * Names that several groups in this dataset share, each in its own country, with different numbers in
 * side_b_id. Their slugs say where they fought. Any other name is one group, in however many countries (IS,
 * Al-Shabaab).
 */
const namesakes = new Set([
  ...['BRA', 'ELN', 'ERP', 'MNR', 'Military faction (navy)', 'National Liberation Army', 'NRF'],
  ...['NSF', 'PLA', 'UCK', 'UNLF', 'UPA', 'UPC'],
]);

/**
 * The parties in a cell. Governments are countries by the list of their numbers, which is in a different
 * order from the names; the others are armed groups by name. Where a list of ids gives the number of parties,
 * there must be as many names, because a party's name may contain commas.
 */
export function parties(fields: Fields, column: string, numbers: string, ids?: string): Party[] {
  const cell = fields[column] ?? '';
  const count = ids === undefined ? undefined : list(fields[ids]).length;
  const names = count === 1 ? [cell] : list(cell);
  const governments = list(fields[numbers]);
  if (count !== undefined && names.length !== count) {
    throw new RefusedRow(`Column ${column} has ${names.length} names, but ${ids} has ${count} ids: ${cell}.`);
  }
  if (names.filter(isGovernment).length !== governments.length) {
    throw new RefusedRow(
      `Column ${column} does not name as many governments as ${numbers} has numbers: ${cell}.`,
    );
  }
  const countries = governments.map(number => countryOf('GW', number, numbers, fields.year ?? ''));
  return [
    ...[...new Set(countries)].map(country => ({ country })),
    ...names.filter(name => !isGovernment(name)).map(name => armedGroup(name.trim(), fields)),
  ];
}

function armedGroup(name: string, { type_of_conflict: conflict, gwno_loc, year = '' }: Fields): Party {
  const places = list(gwno_loc);
  const [place] = places.length === 1 ? places.map(number => countryOf('GW', number, 'gwno_loc', year)) : [];
  // An internal conflict (3, or 4 when others have sent troops) is in the group's own country; 1 and 2 are not.
  const home = conflict === '3' || conflict === '4' ? place : undefined;
  const slug = slugOf(namesakes.has(name) && place ? `${name} ${place}` : name);
  if (!slug) throw new RefusedRow(`A party's name has no letters: "${name}".`);
  return { organization: { slug, name, type: 'ARMED_GROUP', ...(home && { country: home }) } };
}

/** A group that fought "at home" in several countries belongs to none of them. */
export function withoutDoubtfulHomes(statements: TieStatement[]): TieStatement[] {
  const homes = new Map<string, Set<string>>();
  for (const party of statements.flatMap(({ subject, object }) => [subject, object])) {
    if ('country' in party || !party.organization.country) continue;
    const { slug, country } = party.organization;
    homes.set(slug, (homes.get(slug) ?? new Set()).add(country));
  }
  const settled = (party: Party): Party => {
    if ('country' in party) return party;
    const { country: _, ...organization } = party.organization;
    const [home, another] = homes.get(organization.slug) ?? [];
    return { organization: { ...organization, ...(home && !another && { country: home }) } };
  };
  return statements.map(statement => ({
    ...statement,
    subject: settled(statement.subject),
    object: settled(statement.object),
  }));
}

/**
 * The items of a cell, separated by a comma and one space, or sometimes two; a comma in parentheses separates
 * nothing.
 */
function list(cell = ''): string[] {
  return cell
    .split(/, (?![^(]*\))/)
    .map(item => item.trim())
    .filter(Boolean);
}

function isGovernment(name: string): boolean {
  return name.startsWith('Government of ');
}
