import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '../../../src/db/migrate.ts';
import { type Database, openDatabase } from '../../../src/local/database.ts';
import { Command } from '../../commands/command.ts';
import { ProjectCopy } from '../../commands/projectCopy.ts';
import { createServerDatabase, databases } from '../../databases.ts';
import { unpackTemplate } from '../../template.ts';

const applied = async ({ drizzle }: Database) => {
  const { rows } = await drizzle.execute<{ name: string }>(
    sql`select name from drizzle.__drizzle_migrations order by id`,
  );
  return rows.map(row => row.name);
};

describe.each(databases)('migrations on $name', ({ name, open, openBlank }) => {
  let database: Database;
  const opened = async (opening: Promise<Database>) => {
    database = await opening;
    onTestFinished(() => database.close());
  };

  test('are applied all or not at all; run again, they bring the database up to date, and then find nothing to do', async () => {
    await opened(openBlank());
    await database.drizzle.execute(
      sql`create function plain_text(text) returns text language sql as 'select $1'`,
    );
    await expect(migrate(database.drizzle)).rejects.toMatchObject({ cause: { code: '42723' } });
    const { rows } = await database.drizzle.execute(
      sql`select tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(rows).toEqual([]);

    await database.drizzle.execute(sql`drop function plain_text(text)`);
    await migrate(database.drizzle);
    const first = await applied(database);
    await migrate(database.drizzle);
    expect(await applied(database)).toEqual(first);
    expect(first.length).toBeGreaterThan(0);
  });

  test('are not mixed with what is not Statecraft’s', async () => {
    await opened(openBlank());
    await database.drizzle.execute(sql`create table customer (id integer)`);
    await expect(migrate(database.drizzle)).rejects.toThrow(
      'Schema public of the database is not empty (customer), and Statecraft has never migrated it: use an empty database.',
    );
    const { rows } = await database.drizzle.execute(
      sql`select tablename from pg_tables where schemaname = 'public'`,
    );
    expect(rows).toEqual([{ tablename: 'customer' }]);
  });

  test('are not applied to the database of a newer version, nor of one that was never released', async () => {
    await opened(open());
    await database.drizzle.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, name) values ('of-the-future', '20991231000000_future')`,
    );
    await expect(migrate(database.drizzle)).rejects.toThrow(
      'The database has migrations that this version of Statecraft does not have, or has differently (20991231000000_future): use the version that applied them, or a newer one.',
    );
    await database.drizzle.execute(
      sql`delete from drizzle.__drizzle_migrations where hash = 'of-the-future'`,
    );
    await database.drizzle.execute(
      sql`update drizzle.__drizzle_migrations set hash = 'edited' where name like '%_baseline'`,
    );
    await expect(migrate(database.drizzle)).rejects.toThrow(
      /does not have, or has differently \(\d+_baseline\)/,
    );
  });

  test.skipIf(name !== 'a Postgres server')('run once when two migrators start at once', async () => {
    const { url, drop } = await createServerDatabase('blank');
    const both = await Promise.all([openDatabase({ url, dataDir: '' }), openDatabase({ url, dataDir: '' })]);
    await Promise.all(both.map(({ drizzle }) => migrate(drizzle)));
    const names = await applied(both[0]);
    expect(new Set(names).size).toBe(names.length);
    await Promise.all(both.map(({ close }) => close()));
    await drop();
  });
});

test.skipIf(!inject('server'))('npm run db:migrate says so when the role may not migrate', async () => {
  const { url, drop } = await createServerDatabase('blank');
  const owner = await openDatabase({ url, dataDir: '' });
  await owner.drizzle.execute(sql`create role visitor login`);
  const command = new Command('migrate.ts', { DATABASE_URL: url.replace('//owner:', '//visitor:') });
  expect(await command.exit()).toBe(1);
  expect(command.output).toMatch(
    /^The database refused \(permission denied for database \w+\): set DATABASE_URL to .*\n$/,
  );
  await owner.drizzle.execute(sql`drop role visitor`);
  await owner.close();
  await drop();
});

test.skipIf(!inject('server'))('npm run db:migrate says what is wrong with the database', async () => {
  const { url, drop } = await createServerDatabase('blank');
  const owner = await openDatabase({ url, dataDir: '' });
  await owner.drizzle.execute(sql`create table customer ()`);
  const command = new Command('migrate.ts', { DATABASE_URL: url });
  expect(await command.exit()).toBe(1);
  expect(command.output).toMatch(/^Schema public of the database is not empty .*\n$/);
  await owner.close();
  await drop();
});

test('npm run db:migrate names the migration that is wrong, and why', async () => {
  const copy = new ProjectCopy();
  onTestFinished(() => copy.remove());
  const DATA_DIR = join(copy.directory, '.data');
  unpackTemplate('blank', DATA_DIR);
  const migration = readdirSync(join(copy.directory, 'src/db/migrations'))[1];
  copy.edit(`src/db/migrations/${migration}/migration.sql`, 'CREATE TABLE', 'CREATE TABEL');
  const command = new Command('migrate.ts', { PROJECT: copy.directory, DATA_DIR });
  expect(await command.exit()).toBe(1);
  expect(command.output).toBe(`src/db/migrations/${migration} failed: syntax error at or near "TABEL".\n`);
});
