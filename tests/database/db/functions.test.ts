import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/db/migrate.ts';
import type { Owner } from '../../../src/db/owner.ts';
import type { Database } from '../../../src/local/database.ts';
import { databases } from '../../databases.ts';
import { rowsOf, undone } from './rows.ts';

const pairs = async (owner: Owner, query: SQL): Promise<Record<string, string>> => {
  const rows = await rowsOf<{ key: string; value: string }>(owner, query);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
};
/** The bodies of all functions, and the parts on record. */
const stateOf = async (owner: Owner) => ({
  bodies: await pairs(
    owner,
    sql`select oid::regprocedure::text as key, prosrc as value from pg_proc
      where pronamespace = 'public'::regnamespace`,
  ),
  parts: await pairs(owner, sql`select part as key, checksum as value from installed`),
});

/** Leaves the file's functions as an older version may have made them, and that version on record. */
const makeOlder = async (owner: Owner, file: string, statements: string[]) => {
  for (const statement of statements) await owner.execute(sql.raw(statement));
  await owner.execute(sql`update installed set checksum = 'older' where part = ${file}`);
};
const olderProminence = `create or replace function prominence_of(degree integer) returns smallint
  language sql immutable as $$ select 0::smallint $$`;
const addingTrigger = sql`select tgname from pg_trigger where tgname = 'relationship_adds_adjacency'`;

describe.each(databases)('on $name, migrate', ({ open }) => {
  let database: Database;
  let whole: Awaited<ReturnType<typeof stateOf>>;
  beforeAll(async () => {
    database = await open();
    whole = await stateOf(database.drizzle);
  });
  afterAll(() => database.close());

  const trial = (what: string, act: (owner: Owner) => Promise<void>) =>
    test(what, () => undone(database.drizzle, act));

  trial('runs the files of functions that have changed', async owner => {
    for (const file of Object.keys(whole.parts)) await makeOlder(owner, file, [olderProminence]);
    await migrate(owner);
    expect(await stateOf(owner)).toEqual(whole);
  });

  trial('makes what is gone or has been replaced again, whatever is on record', async owner => {
    await owner.execute(sql.raw(olderProminence));
    await owner.execute(sql`drop function find_paths`);
    await owner.execute(sql`drop trigger relationship_adds_adjacency on relationship`);
    await migrate(owner);
    expect(await rowsOf(owner, addingTrigger)).toHaveLength(1);
    expect(await stateOf(owner)).toEqual(whole);
  });

  trial('runs all of them after a migration, which may have taken something from them', async owner => {
    await owner.execute(sql`drop trigger relationship_adds_adjacency on relationship`);
    await owner.execute(sql`drop table installed`);
    await owner.execute(sql`delete from drizzle.__drizzle_migrations where name like '%_installed'`);
    await migrate(owner);
    expect(await rowsOf(owner, addingTrigger)).toHaveLength(1);
    expect(await stateOf(owner)).toEqual(whole);
  });

  trial('leaves nothing of what it ran behind when a file fails', async owner => {
    await makeOlder(owner, 'functions/adjacency.sql', [olderProminence]);
    // CREATE OR REPLACE cannot give a function another result.
    await makeOlder(owner, 'functions/search.sql', [
      'drop function search_entities',
      `create function search_entities(query text, kinds entity_kind[]) returns integer language sql as 'select 1'`,
    ]);
    const before = await stateOf(owner);
    await expect(migrate(owner)).rejects.toMatchObject({ cause: { code: '42P13' } });
    expect(await stateOf(owner)).toEqual(before);
  });

  trial('forgets a part that is no more', async owner => {
    await owner.execute(sql`insert into installed values ('functions/gone.sql', 'older')`);
    await migrate(owner);
    expect(await stateOf(owner)).toEqual(whole);
  });
});
