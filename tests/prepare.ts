import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/local/database.ts';
import { openEmbedded } from '../src/local/embedded.ts';
import { buildPages } from '../src/local/page.ts';
import { postgresBinaries, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directories of PGlite as tar files, to load instead of making the same database again. */
    embedded: Record<'blank' | 'migrated', string>;
    /** The address of the run's own Postgres server, where database `migrated` is a template; null without one. */
    serverUrl: string | null;
  }
}

/** Makes, once for each run of the tests, the databases that the tests start from and the pages. */
export default async function prepare(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'statecraft-tests-'));
  const [embedded, server] = await Promise.all([makeEmbedded(directory), makeServer(), buildPages(() => {})]);
  project.provide('embedded', embedded);
  project.provide('serverUrl', server?.url ?? null);
  return () => {
    server?.stop();
    rmSync(directory, { recursive: true });
  };
}

async function makeEmbedded(directory: string) {
  const postgres = await openEmbedded({});
  const blank = await dump(postgres, join(directory, 'blank.tar'));
  await migrate(drizzle({ client: postgres }));
  const migrated = await dump(postgres, join(directory, 'migrated.tar'));
  await postgres.close();
  return { blank, migrated };
}

async function dump(postgres: PGlite, file: string): Promise<string> {
  writeFileSync(file, await (await postgres.dumpDataDir('none')).bytes());
  return file;
}

async function makeServer() {
  if (!postgresBinaries) return undefined;
  const server = await startPostgres(postgresBinaries);
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query('create database migrated');
  await client.end();
  const template = await openDatabase({ url: server.url.replace(/owner$/, 'migrated'), dataDir: '' });
  await migrate(template.drizzle);
  await template.close();
  return server;
}
