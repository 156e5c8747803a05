import { randomUUID } from 'node:crypto';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';
import { afterAll, aroundEach, beforeAll, expect, inject, test } from 'vitest';
import type { Owner } from '../src/db/owner.ts';
import { type Database, openDatabase } from '../src/local/database.ts';
import { embeddedReader } from '../src/local/embedded.ts';
import { undone } from './database/db/rows.ts';
import { openTemplate } from './setup/openTemplate.ts';
import type { Templates } from './setup/templates.ts';
import { templateOf } from './template.ts';
import './setup/provided.ts';

/** A kind of Postgres that everything has to work on. Each opened database is fresh, and gone when closed. */
export interface DatabaseKind {
  name: string;
  /** A database with all migrations applied and no data. */
  open(): Promise<Database>;
  /** A database with nothing in it, not even the migrations. */
  openBlank(): Promise<Database>;
}

const server = inject('server');

/** The embedded Postgres, in memory. */
export const embedded: DatabaseKind = {
  name: 'the embedded Postgres',
  open: () => openCopy('migrated'),
  openBlank: () => openCopy('blank'),
};

/** The embedded Postgres, in memory, with the curated facts. */
export const openLoaded = () => openCopy('loaded');

const onServer: DatabaseKind = {
  name: 'a Postgres server',
  open: () => openNew('migrated'),
  openBlank: () => openNew('blank'),
};

/** For `describe.each(databases)('… on $name', ({ open }) => …)`. */
export const databases: DatabaseKind[] = server ? [embedded, onServer] : [embedded];

if (!server) {
  const complaint =
    'This machine has no Postgres server: install the package postgresql, so that initdb is found.';
  if (process.env.CI) test('a Postgres server is there to test on', () => expect.fail(complaint));
  else console.warn(`SKIPPED on a Postgres server. ${complaint}`);
}

/**
 * Gives the tests that are described around the call one database, which `prepare` fills: `use` gets it before each test, and
 * what the test writes is undone after it. It has one session only.
 */
export function shareDatabase(
  { open }: DatabaseKind,
  { prepare, use }: { prepare?: (owner: Owner) => Promise<unknown>; use: (owner: Owner) => void },
): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await prepare?.(database.drizzle);
  });
  afterAll(() => database.close());
  aroundEach(runTest =>
    undone(database.drizzle, async transaction => {
      use(transaction);
      await runTest();
    }),
  );
}

async function openCopy(state: keyof Templates): Promise<Database> {
  const postgres = await openTemplate(templateOf(state));
  return {
    drizzle: drizzle({ client: postgres }),
    reader: async () => embeddedReader(postgres),
    close: () => postgres.close(),
  };
}

async function openNew(state: 'blank' | 'migrated'): Promise<Database> {
  const { url, drop } = await createServerDatabase(state);
  const database = await openDatabase({ url, dataDir: '' });
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Makes a database on the run's Postgres server, with nothing in it or with all migrations, and gives its address. */
export async function createServerDatabase(
  state: 'blank' | 'migrated',
): Promise<{ url: string; drop(): Promise<void> }> {
  if (!server) throw new Error('This run has no Postgres server.');
  templateOf(state); // what is broken there is broken here
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = state === 'blank' ? 'template1' : server.template;
  await asOwner(`create database ${name} template ${template}`);
  return {
    url: server.url.replace(/owner$/, name),
    drop: () => asOwner(`drop database ${name} with (force)`),
  };
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client(server?.url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
