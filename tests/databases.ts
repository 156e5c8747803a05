import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../src/local/database.ts';
import { embeddedReader, openEmbedded } from '../src/local/embedded.ts';

/** A kind of Postgres that everything has to work on. Each opened database is fresh, and gone when closed. */
export interface DatabaseKind {
  name: string;
  /** A database with all migrations applied and no data. */
  open(): Promise<Database>;
  /** A database with nothing in it, not even the migrations. */
  openBlank(): Promise<Database>;
}

const serverUrl = inject('serverUrl');

/** The embedded Postgres, in memory. */
export const embedded: DatabaseKind = {
  name: 'the embedded Postgres',
  open: () => openCopy(inject('embedded').migrated),
  openBlank: () => openCopy(inject('embedded').blank),
};

/** The embedded Postgres, in memory, with the dataset loaded. */
export const openLoaded = () => openCopy(inject('embedded').loaded);

const server: DatabaseKind = {
  name: 'a Postgres server',
  open: () => openNew('migrated'),
  openBlank: () => openNew('template1'),
};

/** For `describe.each(databases)('… on $name', ({ open }) => …)`. */
export const databases: DatabaseKind[] = serverUrl ? [embedded, server] : [embedded];

if (!serverUrl) {
  const complaint =
    'This machine has no Postgres server: install the package postgresql, so that initdb is found.';
  if (process.env.CI) test('a Postgres server is there to test on', () => expect.fail(complaint));
  else console.warn(`SKIPPED on a Postgres server. ${complaint}`);
}

async function openCopy(dataDirectory: string): Promise<Database> {
  const postgres = await openEmbedded({ loadDataDir: await openAsBlob(dataDirectory) });
  return {
    drizzle: drizzle({ client: postgres }),
    reader: async () => embeddedReader(postgres),
    close: () => postgres.close(),
  };
}

async function openNew(template: string): Promise<Database> {
  const { url, drop } = await createServerDatabase(template);
  const database = await openDatabase({ url, dataDir: '' });
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Makes a database on the run's Postgres server, from a template, and gives its address. */
export async function createServerDatabase(
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  if (!serverUrl) throw new Error('This run has no Postgres server.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(`create database ${name} template ${template}`);
  return {
    url: serverUrl.replace(/owner$/, name),
    drop: () => asOwner(`drop database ${name} with (force)`),
  };
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client(serverUrl ?? '');
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
