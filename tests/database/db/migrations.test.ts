import { globSync, readdirSync, readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api-postgres';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Owner } from '../../../src/db/owner.ts';
import { printExpected } from '../../../src/db/parts.ts';
import * as tables from '../../../src/db/tables/index.ts';
import type { Database } from '../../../src/local/database.ts';
import { databases } from '../../databases.ts';
import { catalogOf } from './catalog.ts';
import { rowsOf, undone } from './rows.ts';

const src = new URL('../../../src/db/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, src), 'utf8');

test('Drizzle takes the tables as they are to be migrated; after a change, `npm run db:generate` adds a migration', async () => {
  const newest = readdirSync(new URL('migrations', src)).sort().at(-1);
  const snapshot = JSON.parse(textOf(`migrations/${newest}/snapshot.json`));
  expect(await generateMigration(snapshot, await generateDrizzleJson(tables, snapshot.id))).toEqual([]);
});

test('src/db/expected.ts names the parts as they are; after a change, run npm run schema', () => {
  expect(textOf('expected.ts')).toBe(printExpected());
});

describe.each(databases)('a migrated database on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('holds what was reviewed: catalog.txt, which `npm test -- -u` writes anew', async () => {
    await expect(await catalogOf(database.drizzle)).toMatchFileSnapshot('catalog.txt');
  });

  test('has the tables that the code reads, down to each column, constraint and index', async () => {
    const made = await catalogOfTables(database.drizzle);
    const drizzleKnows = (catalog: string) =>
      catalog
        .split('\n\n')
        .filter(thing => /^(table|type) /.test(thing))
        // Triggers have their home beside their functions. Drizzle has no INCLUDE, which this index is for.
        .map(thing => thing.replaceAll(/^ {2}CREATE (TRIGGER|INDEX adjacency_walk_idx) .*\n?/gm, '').trim());
    expect(drizzleKnows(await catalogOf(database.drizzle))).toEqual(drizzleKnows(made));
  });

  test('has the functions of src/db/functions and what columns are made of, word for word, and no others', async () => {
    const functions = await rowsOf<{ name: string; body: string }>(
      database.drizzle,
      sql`select proname as name, prosrc as body from pg_proc
        where pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
    );
    const files = globSync(['migrations/*/migration.sql', 'functions/*.sql'], { cwd: src });
    const written = files.flatMap(file => [
      ...textOf(file).matchAll(/^CREATE (?:OR REPLACE )?FUNCTION (\w+)\(.*?AS \$\$(.*?)\$\$;/gms),
    ]);
    const inOrder = (all: { name: string; body: string }[]) =>
      all.toSorted((one, other) => one.name.localeCompare(other.name));
    expect(inOrder(functions)).toEqual(inOrder(written.map(([, name = '', body = '']) => ({ name, body }))));
    expect(written.length).toBeGreaterThan(20);
  });

  test('has an index for every foreign key, so that reading it backwards is no scan', async () => {
    const unserved = await rowsOf(
      database.drizzle,
      sql`select conrelid::regclass::text || '.' || attname as foreign_key
        from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = conkey[1]
        where contype = 'f' and connamespace = 'public'::regnamespace
          and not exists (
          select from pg_index
          where indrelid = conrelid and indkey[0] = conkey[1] and indisvalid
            and (indpred is null or pg_get_expr(indpred, indrelid) = format('(%I IS NOT NULL)', attname)))`,
    );
    expect(unserved).toEqual([]);
  });

  test('has foreign keys to look at', async () => {
    const [row] = await rowsOf<{ count: number }>(
      database.drizzle,
      sql`select count(*)::int from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(row?.count).toBeGreaterThan(15);
  });
});

/** What the catalog would be with the tables that Drizzle makes of src/db/tables in place of the migrated ones. */
async function catalogOfTables(owner: Owner): Promise<string> {
  const migrated = await rowsOf<{ drop: string }>(
    owner,
    sql`select format('drop table %I cascade', tablename) as drop from pg_tables where schemaname = 'public'
      union all
      select format('drop type %I cascade', typname) from pg_type
      where typnamespace = 'public'::regnamespace and typtype = 'e'`,
  );
  const make = await generateMigration(await generateDrizzleJson({}), await generateDrizzleJson(tables));
  let catalog = '';
  await undone(owner, async owner => {
    for (const statement of [...migrated.map(({ drop }) => drop), ...make]) {
      await owner.execute(sql.raw(statement));
    }
    catalog = await catalogOf(owner);
  });
  return catalog;
}
