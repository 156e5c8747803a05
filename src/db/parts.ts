import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { installed } from './tables/index.ts';

/** A file of SQL that can be run again and again, a statement at a time. */
export interface RepeatableFile {
  /** Its path below src/db, such as `functions/paths.sql`. */
  name: string;
  /** Changes with the file. */
  checksum: string;
  statements: string[];
}

/** The files that make the database, in the order they are run. */
export interface Parts {
  migrations: MigrationMeta[];
  /** src/db/functions, alphabetically. */
  functions: RepeatableFile[];
  /** The role of the API and its rights. */
  reader: RepeatableFile;
}

const folder = new URL('./', import.meta.url);

/** Where Drizzle finds the migrations. */
export const migrationsFolder = fileURLToPath(new URL('migrations', folder));

/** Reads the files that make the database. */
export const readParts = (): Parts => ({
  migrations: readMigrationFiles({ migrationsFolder }),
  functions: readdirSync(new URL('functions', folder))
    .sort()
    .map(file => readRepeatable(`functions/${file}`)),
  reader: readRepeatable('reader.sql'),
});

/** The rows of table `installed` for these parts. */
export const checksumsOf = ({ migrations, functions, reader }: Parts): (typeof installed.$inferSelect)[] => [
  ...migrations.map(({ name, hash }) => ({ part: `migrations/${name}`, checksum: short(hash) })),
  ...[...functions, reader].map(({ name, checksum }) => ({ part: name, checksum })),
];

/** The text of src/db/expected.ts, which tells the Worker the parts, since it reads no files. */
export function printExpected(): string {
  const lines = checksumsOf(readParts()).map(({ part, checksum }) => `  '${part}': '${checksum}',`);
  return [
    '/** The parts of the database that this code was written for. Made by `npm run schema`. */',
    'export const expected: Record<string, string> = {',
    ...lines,
    '};\n',
  ].join('\n');
}

/** Writes src/db/expected.ts if the parts have changed. */
export function writeExpected(): void {
  const file = new URL('expected.ts', folder);
  const text = printExpected();
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function readRepeatable(name: string): RepeatableFile {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return {
    name,
    checksum: short(createHash('sha256').update(text).digest('hex')),
    statements: statementsOf(text),
  };
}

// A statement ends with a semicolon at the end of a line that is not within $$ … $$.
function statementsOf(text: string): string[] {
  return text.match(/(?:\$\$.*?\$\$|[^$]|\$(?!\$))*?;$/gms) ?? [];
}

const short = (sha256: string) => sha256.slice(0, 16);
