import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import project from '../package.json' with { type: 'json' };
import { loadCurated } from '../src/curated/load.ts';
import { migrate } from '../src/db/migrate.ts';
import { datasetSources } from '../src/importers/datasets/index.ts';
import { openDatabase } from '../src/local/database.ts';
import { openEmbedded } from '../src/local/embedded.ts';
import { buildPages } from '../src/local/pages.ts';
import { PostgresServer, postgresBinaries } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directories of PGlite as tar files, to load instead of making the same database again. */
    embedded: Record<'blank' | 'migrated' | 'loaded', string>;
    /** The address of the run's own Postgres server, where database `migrated` is a template; null without one. */
    serverUrl: string | null;
  }
}

/** Makes, once for each run of the tests, the databases that the tests start from and the pages. */
export default async function prepare(project: TestProject): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'statecraft-tests-'));
  chmodSync(directory, 0o711);
  const server = postgresBinaries
    ? new PostgresServer(postgresBinaries, join(directory, 'server'))
    : undefined;
  // Not a teardown, which an interrupted run skips.
  process.once('exit', () => {
    server?.stop();
    // Postgres may still be at its last files.
    rmSync(directory, { recursive: true, maxRetries: 5 });
  });
  const embedded = makeEmbedded(directory);
  const serverUrl = server ? startWithTemplate(server) : null;
  await buildPages(() => console.log('Building the pages …'));
  project.provide('embedded', await embedded);
  project.provide('serverUrl', await serverUrl);
}

async function makeEmbedded(directory: string) {
  const blank = await blankEmbedded();
  const postgres = await openEmbedded({ loadDataDir: await openAsBlob(blank) });
  const owner = drizzle({ client: postgres });
  const [migrated, loaded] = [join(directory, 'migrated.tar'), join(directory, 'loaded.tar')];
  await migrate(owner);
  await dump(postgres, migrated);
  await loadCurated(owner, { cited: datasetSources });
  await dump(postgres, loaded);
  await postgres.close();
  return { blank, migrated, loaded };
}

// PGlite's initdb takes five seconds and always makes the same, so one is kept between runs.
async function blankEmbedded(): Promise<string> {
  const file = join(
    import.meta.dirname,
    `../node_modules/.cache/statecraft/pglite-${project.devDependencies['@electric-sql/pglite']}.tar`,
  );
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const postgres = await openEmbedded({});
    await dump(postgres, `${file}.${process.pid}`);
    await postgres.close();
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}

async function dump(postgres: PGlite, file: string): Promise<void> {
  writeFileSync(file, await (await postgres.dumpDataDir('none')).bytes());
}

async function startWithTemplate(server: PostgresServer): Promise<string> {
  const url = await server.start();
  const client = new pg.Client(url);
  await client.connect();
  await client.query('create database migrated');
  await client.end();
  const template = await openDatabase({ url: url.replace(/owner$/, 'migrated'), dataDir: '' });
  await migrate(template.drizzle);
  await template.close();
  return url;
}
