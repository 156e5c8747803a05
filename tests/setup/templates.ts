/** The embedded databases that tests start from, made once for each state of what they are made of. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import project from '../../package.json' with { type: 'json' };
import { openEmbedded } from '../../src/local/embedded.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/statecraft');

/** Data directories of PGlite as tar files, to load instead of making the same database again. */
export interface Templates {
  /** Nothing but what Postgres makes by itself. */
  blank: string;
  /** With all migrations. */
  migrated: string;
  /** With the curated facts too. */
  loaded: string;
}

/** Changes with whatever the databases are made of. */
export const stateOfDatabase = () =>
  stateOf('src/{db,record,reference,curated,importers,local}/**/*.{ts,sql,yaml,json}');

/** Changes with the packages of the project, and with its files that match the pattern. */
export function stateOf(pattern: string): string {
  const hash = createHash('sha256').update(JSON.stringify(project));
  for (const file of globSync(pattern, { cwd: root }).sort())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** The templates for what the databases are made of now; made, in some seconds, only when that has changed. */
export async function templates(): Promise<Templates> {
  const blank = await blankTemplate();
  const directory = join(cache, `templates-${stateOfDatabase()}`);
  if (!existsSync(directory)) {
    const unfinished = `${directory}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    await promisify(execFile)(process.execPath, [
      join(import.meta.dirname, 'makeTemplates.ts'),
      blank,
      unfinished,
    ]);
    for (const earlier of readdirSync(cache))
      if (/^templates-[0-9a-f]{16}$/.test(earlier)) rmSync(join(cache, earlier), { recursive: true });
    renameSync(unfinished, directory);
  }
  return { blank, migrated: join(directory, 'migrated.tar'), loaded: join(directory, 'loaded.tar') };
}

// PGlite's initdb takes five seconds and always makes the same. What no test needs is left out of it, for each test copies the rest:
// most of a log of 16 MB, and one of the two databases that CREATE DATABASE would copy.
async function blankTemplate(): Promise<string> {
  const file = join(cache, `blank-2-${project.devDependencies['@electric-sql/pglite']}.tar`);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const postgres = await openEmbedded({ initDbStartParams: ['--wal-segsize=1', '--set=min_wal_size=2MB'] });
    await postgres.exec('update pg_database set datistemplate = false');
    await postgres.exec('drop database template0');
    await postgres.exec('checkpoint');
    writeFileSync(`${file}.${process.pid}`, await (await postgres.dumpDataDir('none')).bytes());
    await postgres.close();
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}
