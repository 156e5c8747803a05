/** The leaders whose full names are written by hand, since the datasets have little more than family names. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { UserMistake } from '../../mistake.ts';
import type { Leader } from '../../record/facts.ts';
import type { Stated } from '../statements/persons.ts';
import type { LeaderSpell, Statement } from '../statements/statement.ts';

/** A leader with a hand-written name, and the rows of datasets that mean them. */
export interface NamedPerson {
  slug: string;
  name: string;
  aliases?: string[];
  /** Source and row: `archigos-4-1 NIR-2011`. */
  rows: string[];
}

const byHand = fileURLToPath(new URL('./persons.yaml', import.meta.url));

/** Reads persons.yaml, or a file like it. */
export function namedPersons(file = byHand): NamedPerson[] {
  return parse(readFileSync(file, 'utf8')) as NamedPerson[];
}

/** The slugs of people by the rows that mean them. */
export function slugsByRow(persons: NamedPerson[]): Map<string, string> {
  return new Map(persons.flatMap(({ slug, rows }) => rows.map(row => [row, slug] as const)));
}

/**
 * The statements, with the spells of named people given one identifier and one name in every dataset, so that
 * nobody has to guess that "Campaore" and "Compaoré" are the same.
 */
export function asNamed(stated: Stated<Statement>[], persons: NamedPerson[]): Stated<Statement>[] {
  const byRow = slugsByRow(persons);
  return stated.map(one => {
    if (one.statement.kind !== 'LEADER_SPELL') return one;
    const slug = personOf(one as Stated<LeaderSpell>, byRow);
    return slug ? { ...one, statement: { ...one.statement, leader: { id: slug, name: slug } } } : one;
  });
}

/**
 * The people as leaders, with all their names, and a year of birth unless the datasets disagree on it.
 * Throws UserMistake when a row that means one of them is in no dataset.
 */
export function leadersNamed(stated: Stated<Statement>[], persons: NamedPerson[]): Leader[] {
  const byRow = slugsByRow(persons);
  const spells = stated.filter(({ statement }) => statement.kind === 'LEADER_SPELL') as Stated<LeaderSpell>[];
  const there = new Set(
    spells.flatMap(({ source, statement }) => statement.locators.map(row => `${source} ${row}`)),
  );
  const missing = [...byRow.keys()].find(row => !there.has(row));
  if (missing)
    throw new UserMistake(`No dataset has the row ${missing}, which persons.yaml cites: correct it.`);
  const spellsOf = Map.groupBy(spells, spell => personOf(spell, byRow));
  return persons.map(({ slug, name, aliases = [] }) => {
    const own = spellsOf.get(slug)?.map(({ statement }) => statement.leader) ?? [];
    const names = new Set([...aliases, ...own.map(leader => leader.name)]);
    names.delete(name);
    const [bornOn, ...others] = new Set(own.flatMap(leader => leader.bornOn ?? []));
    return {
      slug,
      name,
      ...(names.size > 0 && { aliases: [...names] }),
      ...(bornOn && others.length === 0 && { bornOn }),
    };
  });
}

function personOf(
  { source, statement }: Stated<LeaderSpell>,
  byRow: ReadonlyMap<string, string>,
): string | undefined {
  return statement.locators.map(row => byRow.get(`${source} ${row}`)).find(slug => slug !== undefined);
}
