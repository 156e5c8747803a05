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
/**
 * The questions that are asked before and after. A walk takes one more argument now: whether it goes along ties that no source
 * vouches for.
 */
function questions(unattested: '' | 'false, ') {
  const walk = `null, null, null, null, ${unattested}'2023-08-05', '{}'`;
  const later = `null, null, null, '2023-08-05', ${unattested}'2024-01-01', '{}'`;
  const coded = `null, null, '{CODED}', null, ${unattested}'2023-08-05', '{}'`;
  return [
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
}

const answers = (owner: Owner, asked: string[]) =>
  Promise.all(asked.map(async question => (await owner.execute(sql.raw(question))).rows));

type Answer = { find_paths?: { paths: ({ hops: unknown[] } | unknown[])[] } };

/** The answer with paths as 0.1.0 told them: their hops alone. */
const hopsAlone = (rows: Answer[]) =>
  rows.map(row => {
    if (!row.find_paths) return row;
    const paths = row.find_paths.paths.map(path => ('hops' in path ? path.hops : path));
    return { find_paths: { ...row.find_paths, paths } };
  });

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

type Country = { row: { capital: string | null } };

const idOf = (row: unknown) => (row as { row: { id: number } }).row.id;

describe.each(databases)('on $name, a database of 0.1.0', ({ openBlank }) => {
  let database: Database;
  let before: { answers: Answer[][]; rows: Record<string, unknown[]> };
  let pacts: unknown[];
  beforeAll(async () => {
    database = await openBlank();
    const owner = database.drizzle;
    await makeOldest(owner);
    before = { answers: (await answers(owner, questions(''))) as Answer[][], rows: await everything(owner) };
    await owner.execute(sql`insert into statement (source_id, key, content)
      select id, 'a pact', '{"kind": "TIE", "type": "ALLIED_WITH", "summary": "Non-aggression pact."}' from source`);
    await migrate(owner);
    pacts = await rowsOf(owner, sql`delete from statement where key = 'a pact' returning content`);
  });
  afterAll(() => database.close());

  test('has loaded facts of every sort, and an answer to each question but what is not to be found', () => {
    expect(Object.entries(before.rows).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const text = JSON.stringify(before.answers);
    expect(text.match(/"relationship":\d/g)?.length).toBeGreaterThan(5);
    expect(before.answers.filter(rows => rows.length === 0)).toHaveLength(1);
  });

  test('loses nothing when it is migrated, and gains but the work that its countries come from', async () => {
    const { source = [], ...rows } = await everything(database.drizzle);
    const [reference, ...others] = source.toSorted((one, other) => idOf(other) - idOf(one));
    expect(reference).toMatchObject({ row: { slug: 'world-countries', type: 'REFERENCE' } });
    // Each row as it was; a column that is new says nothing yet, but for capitals, once one text, and where they are from.
    const countries = (before.rows.country as Country[]).map(({ row: { capital, ...row } }) => ({
      row: {
        ...row,
        capitals: capital?.split(', ') ?? [],
        reference_id: idOf(reference),
        capitals_source_id: idOf(reference),
      },
    }));
    expect({ ...rows, source: others }).toMatchObject({ ...before.rows, country: countries });
  });

  test('has of each pact that a dataset stated what it asks', () => {
    const content = { kind: 'TIE', type: 'PACT_WITH', obligations: ['NONAGGRESSION'] };
    expect(pacts).toEqual(before.rows.source?.map(() => ({ content })));
  });

  test('gives the same answers', async () => {
    const now = (await answers(database.drizzle, questions('false, '))) as Answer[][];
    expect(now.map(hopsAlone)).toEqual(before.answers);
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
