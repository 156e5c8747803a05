import { neon, neonConfig } from '@neondatabase/serverless';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/neon-http';
import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/local/database.ts';
import { type Endpoint, startEndpoint } from '../../../src/local/endpoint.ts';
import { databases } from '../../databases.ts';

const sample = pgTable('sample', {
  id: integer().primaryKey(),
  name: text().notNull(),
  big: bigint({ mode: 'bigint' }),
  truth: boolean(),
  day: date(),
  moment: timestamp({ withTimezone: true, precision: 3 }),
  tags: text().array(),
  detail: jsonb(),
});

describe.each(databases)('the endpoint before $name', ({ open }) => {
  let database: Database;
  let endpoint: Endpoint;
  let seen: string[];

  beforeAll(async () => {
    database = await open();
    await database.drizzle.execute(sql`
      create table sample (id int primary key, name text not null, big bigint, truth boolean, day date,
        moment timestamptz(3), tags text[], detail jsonb)`);
    await database.drizzle.execute(sql`
      insert into sample values (1, 'Niger', 9007199254740993, true, '2023-07-26', '2023-07-26T10:00:00.5Z',
        '{a,"b, c"}', '{"a": [1, null]}'), (2, 'Mali', null, null, null, null, null, null)`);
    endpoint = await startEndpoint(await database.reader(), ({ queries }) =>
      seen.push(...queries.map(({ query }) => query)),
    );
    neonConfig.fetchEndpoint = endpoint.url;
  });
  beforeEach(() => {
    seen = [];
  });
  afterAll(async () => {
    await endpoint.close();
    await database.close();
  });

  test("answers Neon's own driver, with types", async () => {
    const query = neon(endpoint.databaseUrl, { fullResults: true });
    const result =
      await query`select id, big, truth, tags, detail, null as nothing from sample where name = ${'Niger'}`;
    expect(result).toMatchObject({ command: 'SELECT', rowCount: 1 });
    expect(result.rows).toEqual([
      {
        id: 1,
        big: '9007199254740993',
        truth: true,
        tags: ['a', 'b, c'],
        detail: { a: [1, null] },
        nothing: null,
      },
    ]);
    expect(result.fields.map(field => field.name)).toEqual([
      'id',
      'big',
      'truth',
      'tags',
      'detail',
      'nothing',
    ]);
  });

  test('takes parameters of every type', async () => {
    const query = neon(endpoint.databaseUrl);
    const [row] = await query.query(
      `select $1::int as i, $2::boolean as b, $3::text[] as a, $4::jsonb as j, $5::date as d, $6::bytea as x, $7::text as n,
        $8::float8 as f, $9::timestamptz = '2023-08-04T00:00:00Z' as t`,
      [
        7,
        false,
        ['x', 'y "z"'],
        { k: 'v' },
        '2023-08-04',
        Buffer.from('hi'),
        null,
        1.5,
        new Date('2023-08-04'),
      ],
    );
    expect(row).toMatchObject({
      i: 7,
      b: false,
      a: ['x', 'y "z"'],
      j: { k: 'v' },
      x: Buffer.from('hi'),
      n: null,
      f: 1.5,
      t: true,
    });
  });

  test('answers Drizzle over neon-http', async () => {
    const rows = await drizzle({ client: neon(endpoint.databaseUrl) })
      .select()
      .from(sample)
      .orderBy(sample.id);
    expect(rows[0]).toEqual({
      id: 1,
      name: 'Niger',
      big: 9007199254740993n,
      truth: true,
      day: '2023-07-26',
      moment: new Date('2023-07-26T10:00:00.500Z'),
      tags: ['a', 'b, c'],
      detail: { a: [1, null] },
    });
  });

  test('shows its caller every statement', async () => {
    const query = neon(endpoint.databaseUrl);
    await query`select 1`;
    await query.transaction([query`select 2`, query`select 3`]);
    expect(seen).toEqual(['select 1', 'select 2', 'select 3']);
  });

  test('runs a batch in one transaction, with the isolation it asks for', async () => {
    const query = neon(endpoint.databaseUrl);
    const transaction = () => [
      query`select txid_current()`,
      query`show transaction_isolation`,
      query`show transaction_read_only`,
    ];
    const [first, second] = await query.transaction([
      query`select txid_current()`,
      query`select txid_current()`,
    ]);
    expect(first).toEqual(second);
    const [, isolation, readOnly] = await query.transaction(transaction(), {
      isolationLevel: 'Serializable',
      readOnly: true,
      deferrable: true,
    });
    expect(isolation).toEqual([{ transaction_isolation: 'serializable' }]);
    expect(readOnly).toEqual([{ transaction_read_only: 'on' }]);
    expect(await query.transaction([])).toEqual([]);
  });

  test('ends a batch at its first error', async () => {
    const query = neon(endpoint.databaseUrl);
    await expect(query.transaction([query`select 1`, query`select 1/0`])).rejects.toMatchObject({
      code: '22012',
    });
    expect(await query`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test('gives SQL errors as Postgres words them', async () => {
    const query = neon(endpoint.databaseUrl);
    await expect(query`select nothing from sample`).rejects.toMatchObject({
      name: 'NeonDbError',
      message: 'column "nothing" does not exist',
      severity: 'ERROR',
      code: '42703',
      position: '8',
    });
    await expect(query`select ${'\0'}`).rejects.toMatchObject({ code: '22021' });
  });

  test.each([
    `insert into sample values (3, 'Chad')`,
    `update sample set name = ''`,
    `delete from sample`,
    `with gone as (delete from sample returning id) select * from gone`,
    `select id into taken from sample`,
  ])('refuses to write: %s', async statement => {
    await expect(neon(endpoint.databaseUrl).query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test.each([
    'reset role',
    'commit',
    '/* /* */ select */ reset role',
    '-- select\nset role none',
    `do $$ begin reset role; end $$`,
    `select set_config('role', 'none', false)`,
    `update pg_settings set setting = 'none' where name = 'role'`,
    `select U&"set\\005fconfig"('role', 'none', false)`,
  ])('does not let a statement step out of the role: %s', async statement => {
    const query = neon(endpoint.databaseUrl);
    await expect(query.query(statement)).rejects.toMatchObject({ code: '42501' });
    const batch = [query.query(statement), query`insert into sample values (3, 'Chad')`];
    await expect(query.transaction(batch)).rejects.toMatchObject({ code: '42501' });
    expect(await query`select current_user`).toEqual([{ current_user: 'statecraft_reader' }]);
  });

  test('takes one statement only', async () => {
    const two = neon(endpoint.databaseUrl).query('select 1; select 2');
    await expect(two).rejects.toMatchObject({ code: '42601' });
  });

  test('serves none but those who know its address', async () => {
    const guess = neon('postgresql://reader:guess@localhost/statecraft');
    await expect(guess`select 1`).rejects.toMatchObject({ code: '28P01' });
    const post = { method: 'POST', body: '{"query":"select 1"}' };
    expect((await fetch(endpoint.url, post)).status).toBe(400);
  });

  test.each([
    { case: 'another path', status: 404, path: '/' },
    { case: 'a longer path', status: 404, path: '/sql/more' },
    { case: 'GET', status: 405, method: 'GET' },
    { case: 'no body', status: 400, body: '' },
    { case: 'truncated JSON', status: 400, body: '{"query":' },
    { case: 'null', status: 400, body: 'null' },
    { case: 'a query that is no text', status: 400, body: '{"query":1}' },
    { case: 'parameters that are no list', status: 400, body: '{"query":"select 1","params":{}}' },
    { case: 'a parameter that is no text', status: 400, body: '{"query":"select $1","params":[1]}' },
    { case: 'a batch of null', status: 400, body: '{"queries":[null]}' },
    { case: 'an unknown isolation level', status: 400, body: '{"queries":[]}', level: 'toString' },
    { case: 'a body of 11 MB', status: 413, body: ' '.repeat(11 * 1024 * 1024) },
  ])('answers $status to what is not the protocol: $case', async request => {
    const { status, path = '/sql', method = 'POST', body, level } = request;
    const headers: Record<string, string> = { 'neon-connection-string': endpoint.databaseUrl };
    if (level) headers['neon-batch-isolation-level'] = level;
    const response = await fetch(new URL(path, endpoint.url), { method, headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message: expect.any(String) });
    expect(await neon(endpoint.databaseUrl)`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test('outlives callers that hang up', async () => {
    const hangUp = new AbortController();
    const slow = neon(endpoint.databaseUrl, { fetchOptions: { signal: hangUp.signal } });
    const calls = Array.from({ length: 5 }, () => slow`select count(*) from generate_series(1, 1000000)`);
    const ended = Promise.allSettled(calls);
    while (seen.length === 0) await new Promise(setImmediate);
    hangUp.abort();
    expect((await ended).some(({ status }) => status === 'rejected')).toBe(true);
    expect(await neon(endpoint.databaseUrl)`select 1 as one`).toEqual([{ one: 1 }]);
  });
});
