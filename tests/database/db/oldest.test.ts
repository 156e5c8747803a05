import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyAll } from 'drizzle-orm/pg-core/async/session';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expected } from '../../../src/db/expected.ts';
import { migrate } from '../../../src/db/migrate.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { readParts } from '../../../src/db/parts.ts';
import { installed } from '../../../src/db/tables/index.ts';
import type { Database } from '../../../src/local/database.ts';
import { databases } from '../../databases.ts';
import { catalogOf } from './catalog.ts';
import { rowsOf } from './rows.ts';

const oldest = join(import.meta.dirname, 'oldest');

/** Makes a database as 0.1.0 left it, the oldest version that can be brought up to date, with facts in it. */
async function makeOldest(owner: Owner): Promise<void> {
  const migrationsFolder = join(oldest, 'migrations');
  await applyAll(readMigrationFiles({ migrationsFolder }), owner, { migrationsFolder });
  const facts = readFileSync(join(oldest, 'facts.sql'), 'utf8').split(/;$/m);
  for (const fact of facts.slice(0, -1)) await owner.execute(sql.raw(fact));
}

const id = (slug: string) => `(select id from entity where slug = '${slug}')`;
const walk = `null, null, null, null, '2023-08-05', '{}'`;
const later = `null, null, null, '2023-08-05', '2024-01-01', '{}'`;
const coded = `null, null, '{CODED}', null, '2023-08-05', '{}'`;
const questions = [
  `select find_paths(${id('burkina-faso')}, ${id('wagner-group')}, 6, 5, ${walk})`,
  `select find_paths(${id('abdourahmane-tchiani')}, ${id('wagner-group')}, 6, 5, ${walk})`,
  `select find_paths(${id('abdourahmane-tchiani')}, ${id('wagner-group')}, 6, 5, ${later})`,
  `select find_paths(${id('niger')}, ${id('mali')}, 2, 5, ${coded})`,
  `select neighborhood(array[${id('niger')}], 2, 100, ${walk})`,
  `select neighborhood(array[${id('niger')}, ${id('mali')}], 1, 100, ${later})`,
  `select shared_neighbors(array[${id('niger')}, ${id('burkina-faso')}], 10, ${walk})`,
  ...['niger', 'tiani', 'upper volta', 'guard detained', 'meets'].map(
    text => `select id, score from search_entities('${text}', null) order by score desc, id`,
  ),
];
const answers = (owner: Owner) =>
  Promise.all(questions.map(async question => [question, (await owner.execute(sql.raw(question))).rows]));

/** Every row of every table, but for what the migrator itself keeps. */
async function everything(owner: Owner): Promise<Record<string, unknown[]>> {
  const tables = await rowsOf<{ name: string }>(
    owner,
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'installed'`,
  );
  const rows = tables.map(async ({ name }) => [
    name,
    await rowsOf(
      owner,
      sql`select to_jsonb(kept) as row from ${sql.identifier(name)} as kept order by kept::text`,
    ),
  ]);
  return Object.fromEntries(await Promise.all(rows));
}

describe.each(databases)('on $name, a database of 0.1.0', ({ openBlank }) => {
  let database: Database;
  let before: { answers: unknown[]; rows: Record<string, unknown[]> };
  beforeAll(async () => {
    database = await openBlank();
    const owner = database.drizzle;
    await makeOldest(owner);
    before = { answers: await answers(owner), rows: await everything(owner) };
    await migrate(owner);
  });
  afterAll(() => database.close());

  test('has loaded facts of every sort, and an answer to each question but what is not to be found', () => {
    expect(Object.entries(before.rows).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const text = JSON.stringify(before.answers);
    expect(text.match(/"relationship":\d/g)?.length).toBeGreaterThan(5);
    expect(before.answers.filter(answer => (answer as [string, unknown[]])[1].length === 0)).toHaveLength(1);
  });

  test('loses nothing when it is migrated, and gains nothing', async () => {
    // Each row as it was; a column that is new says nothing yet.
    expect(await everything(database.drizzle)).toMatchObject(before.rows);
  });

  test('gives the same answers', async () => {
    expect(await answers(database.drizzle)).toEqual(before.answers);
  });

  test('is then as a new one, also to the migrator', async () => {
    const catalog = readFileSync(join(import.meta.dirname, 'catalog.txt'), 'utf8');
    expect(await catalogOf(database.drizzle)).toBe(catalog);
    const record = sql`select name, hash from drizzle.__drizzle_migrations order by id`;
    expect(await rowsOf(database.drizzle, record)).toEqual(
      readParts().migrations.map(({ name, hash }) => ({ name, hash })),
    );
    const parts = await database.drizzle.select().from(installed);
    expect(Object.fromEntries(parts.map(({ part, checksum }) => [part, checksum]))).toEqual({
      ...expected,
      behavior: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    await migrate(database.drizzle);
  });

  test('is kept by the triggers as they are now', async () => {
    const ties = async () =>
      (await rowsOf<{ count: number }>(database.drizzle, sql`select count(*)::int from adjacency`))[0]
        ?.count ?? 0;
    const count = await ties();
    await database.drizzle.execute(
      sql.raw(`insert into relationship (type, subject_id, subject_kind, object_id, object_kind, period, end_state,
        certainty, independent_sources, known_from, fingerprint, collection)
      values ('OPPOSES', ${id('ecowas')}, 'ALLIANCE', ${id('abdourahmane-tchiani')}, 'LEADER', '(,)', 'ONGOING',
        'REPORTED', 1, '2023-08-04', gen_random_uuid(), 'oldest')`),
    );
    expect(await ties()).toBe(count + 2);
  });
});
