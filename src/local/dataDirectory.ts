/** The directory in which the embedded Postgres keeps its files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserMistake } from '../mistake.ts';

/**
 * What every Postgres data directory has. If one of these were missing, PGlite would make a new database over
 * the rest.
 */
const parts = ['PG_VERSION', 'base', 'global/pg_control', 'pg_wal', 'pg_xact'];

const remedy = 'restore it from a backup, or move it away to start with a new one';

/**
 * Whether there is a database in the directory; a missing or empty directory has none.
 * Throws UserMistake when the database is incomplete; nothing in it is touched.
 */
export function holdsDatabase(directory: string): boolean {
  if (!existsSync(directory) || readdirSync(directory).length === 0) return false;
  const missing = parts.filter(part => !existsSync(join(directory, part)));
  if (missing.length === 0) return true;
  const named = missing.length === 1 ? `${missing[0]} is missing` : `${missing.join(', ')} are missing`;
  throw new UserMistake(
    `The database in ${directory} is incomplete (${named}) and was left untouched: ${remedy}.`,
  );
}

/** Why the database could not be opened, judging by its files. PGlite's own message is about its internals. */
export function cannotBeOpened(directory: string): UserMistake {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim().slice(0, 10);
  return new UserMistake(
    `The database in ${directory} cannot be opened: its files are damaged, or are from another version of Postgres ` +
      `(PG_VERSION says ${version || 'nothing'}); ${remedy}.`,
  );
}
