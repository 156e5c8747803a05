/** The leaders whose full names are written by hand, since the datasets have little more than family names. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { UserMistake } from '../../mistake.ts';
import type { Leader } from '../../record/facts.ts';
import { birthOf, birthsIn } from '../statements/lives.ts';
import type { LeaderSpell, Stated, Statement } from '../statements/statement.ts';

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
 * The people as leaders, with all their names, and what the datasets say about their births.
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
    const own = spellsOf.get(slug) ?? [];
    const names = new Set([...aliases, ...own.map(({ statement }) => statement.leader.name)]);
    names.delete(name);
    const births = birthsIn(own);
    const bornOn = birthOf(births, own);
    return {
      slug,
      name,
      ...(names.size > 0 && { aliases: [...names] }),
      ...(bornOn && { bornOn }),
      ...(births.length > 0 && { births }),
    };
  });
}

function personOf(
  { source, statement }: Stated<LeaderSpell>,
  byRow: ReadonlyMap<string, string>,
): string | undefined {
  return statement.locators.map(row => byRow.get(`${source} ${row}`)).find(slug => slug !== undefined);
}
