/** The directory in which the embedded Postgres keeps its files. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserMistake } from '../mistake.ts';

/**
 * What every Postgres data directory has. If one of these were missing, Postgres would change others before it noticed, and
 * without some of them PGlite would make a new database over the rest.
 */
const parts = [
  'PG_VERSION',
  'base',
  ...['base/1', 'base/5'].flatMap(database => [
    database,
    `${database}/PG_VERSION`,
    `${database}/pg_filenode.map`,
  ]),
  'global',
  'global/pg_control',
  'global/pg_filenode.map',
  'pg_multixact',
  'pg_multixact/members',
  'pg_multixact/offsets',
  'pg_subtrans',
  'pg_tblspc',
  'pg_wal',
  'pg_xact',
];

/** The size of global/pg_control, in bytes. */
const CONTROL_SIZE = 8192;

const remedy = 'restore it from a backup, or move it away to start with a new one';

/**
 * Whether there is a database in the directory; a missing or empty directory has none.
 * Throws UserMistake when it is a file or the database is incomplete; nothing in it is touched.
 */
export function holdsDatabase(directory: string): boolean {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new UserMistake(`The database belongs in ${directory}, which is a file: move it away.`);
  if (!found || readdirSync(directory).length === 0) return false;
  const missing = parts.filter(part => !existsSync(join(directory, part)));
  const wrong = missing.length > 0 ? missingParts(missing) : emptyParts(directory);
  if (wrong.length === 0) return true;
  throw new UserMistake(
    `The database in ${directory} is incomplete (${wrong.join(', ')}) and was left untouched: ${remedy}.`,
  );
}

// A folder that is missing stands for what would be in it.
const missingParts = (missing: string[]) =>
  missing
    .filter(part => !missing.some(folder => part.startsWith(`${folder}/`)))
    .map(part => `${part} is missing`);

function emptyParts(directory: string): string[] {
  const control = readFileSync(join(directory, 'global/pg_control'));
  return [
    ...['pg_wal', 'pg_xact']
      .filter(folder => !readdirSync(join(directory, folder)).some(file => /^[0-9A-F]+$/.test(file)))
      .map(folder => `${folder} is empty`),
    ...(control.length < CONTROL_SIZE || control.every(byte => byte === 0)
      ? ['global/pg_control is empty or cut short']
      : []),
  ];
}

/** Why the database could not be opened, judging by its files. PGlite's own message is about its internals. */
export function cannotBeOpened(directory: string): UserMistake {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim().slice(0, 10);
  return new UserMistake(
    `The database in ${directory} cannot be opened: its files are damaged, or are from another version of Postgres ` +
      `(PG_VERSION says ${version || 'nothing'}); ${remedy}.`,
  );
}
