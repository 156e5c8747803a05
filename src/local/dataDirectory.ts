/** The directory in which the embedded Postgres keeps its files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserMistake } from '../mistake.ts';

/** What every data directory of Postgres has. Where one of these is missing, PGlite would make a new database over the rest. */
const parts = ['PG_VERSION', 'base', 'global/pg_control', 'pg_wal', 'pg_xact'];

const remedy = 'restore it from a backup, or move it away to start with a new database';

/**
 * Whether there is a database in the directory; one that is not there yet, or empty, has none.
 * Throws UserMistake when what is there is not whole; nothing in it is touched.
 */
export function holdsDatabase(directory: string): boolean {
  if (!existsSync(directory) || readdirSync(directory).length === 0) return false;
  const missing = parts.filter(part => !existsSync(join(directory, part)));
  if (missing.length === 0) return true;
  const named = missing.length === 1 ? `${missing[0]} is missing` : `${missing.join(', ')} are missing`;
  throw new UserMistake(
    `The database in ${directory} is not whole (${named}) and was left as it is: ${remedy}.`,
  );
}

/** Why the database could not be opened, as far as its files tell. What PGlite says is about its own insides. */
export function cannotBeOpened(directory: string): UserMistake {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim().slice(0, 10);
  return new UserMistake(
    `The database in ${directory} cannot be opened: its files are damaged, or were made by another version of Postgres ` +
      `(PG_VERSION says ${version || 'nothing'}); ${remedy}.`,
  );
}
