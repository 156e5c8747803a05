import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { migrate } from '../../../src/db/migrate.ts';
import { type Database, openDatabase } from '../../../src/local/database.ts';
import { Command } from '../../commands/command.ts';
import { createServerDatabase, databases } from '../../databases.ts';

const applied = async ({ drizzle }: Database) => {
  const { rows } = await drizzle.execute<{ name: string }>(
    sql`select name from drizzle.__drizzle_migrations order by id`,
  );
  return rows.map(row => row.name);
};

describe.each(databases)('migrations on $name', ({ name, openBlank }) => {
  let database: Database;
  beforeEach(async () => {
    database = await openBlank();
  });
  afterEach(() => database.close());

  test('bring an empty database up to date, and find nothing to do the second time', async () => {
    await migrate(database.drizzle);
    const first = await applied(database);
    await migrate(database.drizzle);
    expect(await applied(database)).toEqual(first);
    expect(first.length).toBeGreaterThan(0);
  });

  test('are applied all or not at all, and can be run again', async () => {
    await database.drizzle.execute(sql`create table claim ()`);
    await expect(migrate(database.drizzle)).rejects.toMatchObject({ cause: { code: '42P07' } });
    const { rows } = await database.drizzle.execute(
      sql`select tablename from pg_tables where schemaname = 'public'`,
    );
    expect(rows).toEqual([{ tablename: 'claim' }]);

    await database.drizzle.execute(sql`drop table claim`);
    await migrate(database.drizzle);
    expect(await applied(database)).not.toHaveLength(0);
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
    /^The database refuses \(permission denied for database \w+\): set DATABASE_URL to .*\n$/,
  );
  await owner.drizzle.execute(sql`drop role visitor`);
  await owner.close();
  await drop();
});
