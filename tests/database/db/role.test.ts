import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/db/migrate.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { type Database, openDatabase } from '../../../src/local/database.ts';
import { READER_ROLE } from '../../../src/local/reader.ts';
import { embedded } from '../../databases.ts';
import { PostgresServer, postgresBinaries } from '../../setup/postgres.ts';
import { rowsOf } from './rows.ts';

/** Drops the role, as if the database had been restored on a server that never had it. */
async function dropRole({ drizzle }: Database): Promise<void> {
  await drizzle.execute(sql.raw(`drop owned by ${READER_ROLE}`));
}

/** Which tables the reader may not read, through the very statements that the Worker sends. */
async function unreadable({ drizzle, reader }: Database): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    drizzle,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const asReader = await reader();
  const tried = await Promise.allSettled(
    tables.map(({ name }) => asReader.run({ query: `select * from ${name} limit 1`, params: [] })),
  );
  return tables.filter((_table, index) => tried[index]?.status === 'rejected').map(({ name }) => name);
}

/** Makes a role as Neon's owners are, which may make roles but is no superuser, and gives the database to it. */
async function own(drizzle: Owner, role: string): Promise<void> {
  const [database] = await rowsOf<{ name: string }>(drizzle, sql`select current_database() as name`);
  await drizzle.execute(sql.raw(`create role ${role} createrole`));
  await drizzle.execute(sql.raw(`alter schema public owner to ${role}`));
  await drizzle.execute(sql.raw(`alter database ${database?.name} owner to ${role}`));
}

test('on the embedded Postgres, migrate makes the reader again when the role is gone', async () => {
  const database = await embedded.open();
  await dropRole(database);
  await database.drizzle.execute(sql.raw(`drop role ${READER_ROLE}`));
  await migrate(database.drizzle);
  expect(await unreadable(database)).toEqual([]);
  await database.close();
});

describe('on Postgres 16 and newer, an owner who has not made the role', () => {
  let database: Database;
  beforeEach(async () => {
    database = await embedded.openBlank();
    await own(database.drizzle, 'second');
    await database.drizzle.execute(sql.raw(`create role ${READER_ROLE}`));
    await database.drizzle.execute(sql.raw(`alter role ${READER_ROLE} set statement_timeout = '5s'`));
  });
  afterEach(() => database.close());

  test('may migrate once it has been given the role', async () => {
    const { drizzle } = database;
    await drizzle.execute(sql.raw(`grant ${READER_ROLE} to second`));
    await drizzle.execute(sql`set session authorization second`);
    await migrate(drizzle);
    await drizzle.execute(sql.raw(`set role ${READER_ROLE}`));
    expect(await rowsOf(drizzle, sql`select slug from entity`)).toEqual([]);
  });

  test('is told until then what is missing', async () => {
    await database.drizzle.execute(sql`set session authorization second`);
    await expect(migrate(database.drizzle)).rejects.toMatchObject({
      cause: { code: '42501', detail: expect.stringContaining(`ADMIN option on role "${READER_ROLE}"`) },
    });
  });
});

test('on Postgres 16 and newer, the owner who makes the role may take it on', async () => {
  const { drizzle, close } = await embedded.openBlank();
  await own(drizzle, 'maker');
  await drizzle.execute(sql`set session authorization maker`);
  await migrate(drizzle);
  await drizzle.execute(sql.raw(`set role ${READER_ROLE}`));
  expect(await rowsOf(drizzle, sql`select slug from entity`)).toEqual([]);
  await close();
});

// A server of its own: a role belongs to the whole server, and the other tests need theirs.
test.skipIf(!postgresBinaries)(
  'on a Postgres server of two databases, so it is in both, also at once',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'statecraft-role-'));
    chmodSync(directory, 0o711);
    const server = new PostgresServer(postgresBinaries as string, join(directory, 'server'));
    try {
      const url = await server.start();
      const owner = await openDatabase({ url, dataDir: '' });
      await owner.drizzle.execute(sql`create database other`);
      const other = await openDatabase({ url: url.replace(/owner$/, 'other'), dataDir: '' });
      const both = [owner, other];
      for (let round = 0; round < 2; round++) {
        await Promise.all(both.map(({ drizzle }) => migrate(drizzle)));
        for (const database of both) {
          expect(await unreadable(database)).toEqual([]);
          await dropRole(database);
        }
        await owner.drizzle.execute(sql.raw(`drop role ${READER_ROLE}`));
      }
      await Promise.all(both.map(({ close }) => close()));
    } finally {
      server.stop();
      rmSync(directory, { recursive: true, maxRetries: 5 });
    }
  },
);
