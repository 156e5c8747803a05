import { readdirSync, readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api-postgres';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as tables from '../../../src/db/tables/index.ts';
import type { Database } from '../../../src/local/database.ts';
import { databases } from '../../databases.ts';
import { rowsOf } from './rows.ts';

const folder = new URL('../../../src/db/migrations/', import.meta.url);
const migrations = readdirSync(folder).sort();

test('the migrations make the tables that the code reads; after a change, `npx drizzle-kit generate` adds one', async () => {
  const last = JSON.parse(readFileSync(new URL(`${migrations.at(-1)}/snapshot.json`, folder), 'utf8'));
  expect(await generateMigration(last, await generateDrizzleJson(tables, last.id))).toEqual([]);
});

describe.each(databases)('on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('every foreign key is served by an index, so that reading it backwards is no scan', async () => {
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

  test('there are foreign keys to look at', async () => {
    const [row] = await rowsOf<{ count: number }>(
      database.drizzle,
      sql`select count(*)::int from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(row?.count).toBeGreaterThan(15);
  });
});
