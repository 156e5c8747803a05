import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../../src/db/client.ts';
import { migrate } from '../../../src/db/migrate.ts';
import type { Database } from '../../../src/local/database.ts';
import { startEndpoint } from '../../../src/local/endpoint.ts';
import { READER_ROLE } from '../../../src/local/reader.ts';
import { databases } from '../../databases.ts';
import { addEntities, rowsOf, undone } from './rows.ts';

describe.each(databases)('on $name, the reader', ({ open, name }) => {
  let database: Database;
  let tables: string[];
  beforeAll(async () => {
    database = await open();
    await addEntities(database.drizzle);
    const rows = await rowsOf<{ name: string }>(
      database.drizzle,
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    tables = rows.map(row => row.name);
  });
  afterAll(() => database.close());

  /** Runs a statement as the role itself, with nothing in front that could refuse it. */
  const asReader = (statement: string) =>
    database.drizzle.transaction(async transaction => {
      await transaction.execute(sql.raw(`set local role ${READER_ROLE}`));
      return (await transaction.execute(sql.raw(statement))).rows;
    });
  const denied = { cause: { code: '42501' } };

  test('reads every table', async () => {
    expect(tables).toEqual(
      expect.arrayContaining(['adjacency', 'entity', 'evidence', 'relationship', 'source']),
    );
    for (const table of tables) await asReader(`select * from ${table} limit 1`);
  });

  test('reads a table that a later migration makes', async () => {
    await database.drizzle.execute(sql`create table later (id integer)`);
    expect(await asReader('select * from later')).toEqual([]);
    await database.drizzle.execute(sql`drop table later`);
  });

  test('searches', async () => {
    expect(await asReader(`select id from search_entities('country-1', null)`)).not.toEqual([]);
  });

  test('writes to no table', async () => {
    for (const table of tables) {
      for (const statement of [
        `insert into ${table} default values`,
        `update ${table} set ${await firstColumn(table)} = default`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `lock table ${table} in exclusive mode`,
        `drop table ${table}`,
      ]) {
        await expect(asReader(statement), statement).rejects.toMatchObject(denied);
      }
    }
  });
  async function firstColumn(table: string): Promise<string> {
    const [row] = await rowsOf<{ name: string }>(
      database.drizzle,
      sql`select column_name as name from information_schema.columns where table_name = ${table} and ordinal_position = 1`,
    );
    return row?.name ?? '';
  }

  test.each([
    'create table mine (id integer)',
    'create function mine() returns integer language sql as $$ select 1 $$',
    'alter role current_user superuser',
    "select nextval('entity_id_seq')",
    "copy entity to '/tmp/entity'",
    "select pg_read_file('/etc/passwd')",
    'select * from drizzle.__drizzle_migrations',
  ])('may not: %s', statement => expect(asReader(statement)).rejects.toMatchObject(denied));

  test('is no superuser, owns nothing and logs in only once an operator lets it', async () => {
    expect(
      await rowsOf(
        database.drizzle,
        sql`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication, rolcanlogin from pg_roles where rolname = ${READER_ROLE}`,
      ),
    ).toEqual([
      {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
        rolcanlogin: false,
      },
    ]);
  });

  test('is given up on after 5 seconds', async () => {
    const settings = sql`select rolconfig from pg_roles where rolname = ${READER_ROLE}`;
    expect(await rowsOf(database.drizzle, settings)).toEqual([{ rolconfig: ['statement_timeout=5s'] }]);
  });

  test('is given its rights again by migrate when they are lost', () =>
    undone(database.drizzle, async owner => {
      const readable = sql`select tablename as table, has_table_privilege(${READER_ROLE}, tablename, 'select') as readable
        from pg_tables where schemaname = 'public' order by 1`;
      const whole = await rowsOf(owner, readable);
      await owner.execute(sql.raw(`drop owned by ${READER_ROLE}`));
      expect(await rowsOf(owner, readable)).not.toEqual(whole);
      await migrate(owner);
      expect(await rowsOf(owner, readable)).toEqual(whole);
      expect(whole.every(({ readable }) => readable)).toBe(true);
      await owner.execute(sql`create table later (id integer)`);
      await owner.execute(sql.raw(`set local role ${READER_ROLE}`));
      expect((await owner.execute(sql`select * from later`)).rows).toEqual([]);
      await owner.execute(sql`reset role`);
    }));

  test('is who the Worker asks as, through its own client', async () => {
    const endpoint = await startEndpoint(await database.reader());
    const worker = connect(endpoint.databaseUrl, { url: endpoint.url, requestId: 'test' });
    expect((await worker.execute(sql`select current_user as who`)).rows).toEqual([{ who: READER_ROLE }]);
    const write = sql`insert into entity (kind, slug, name) values ('LEADER', 'intruder', 'Intruder')`;
    await expect(worker.execute(write)).rejects.toMatchObject(denied);
    await expect(worker.execute(sql`delete from entity`)).rejects.toMatchObject(denied);
    await endpoint.close();
  });

  // PGlite runs one statement at a time and cannot interrupt it, so there the setting has no effect.
  test.skipIf(name === 'the embedded Postgres')('has that limit on its connections', async () => {
    const reader = await database.reader();
    const { rows } = await reader.run({ query: 'show statement_timeout', params: [] });
    expect(rows).toEqual([['5s']]);
  });
});
