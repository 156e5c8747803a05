import { type SQL, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../../src/db/client.ts';
import { expected } from '../../../src/db/expected.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { ready } from '../../../src/http/health.ts';
import type { Database } from '../../../src/local/database.ts';
import { type Endpoint, startEndpoint } from '../../../src/local/endpoint.ts';
import { READER_ROLE } from '../../../src/local/reader.ts';
import { databases } from '../../databases.ts';

describe.each(databases)('on $name, /ready', ({ open }) => {
  let database: Database;
  let endpoint: Endpoint;
  const statements: string[] = [];
  beforeAll(async () => {
    database = await open();
    endpoint = await startEndpoint(await database.reader(), ({ queries }) => {
      statements.push(...queries.map(({ query }) => query));
    });
  });
  afterEach(() => migrate(database.drizzle));
  afterAll(async () => {
    await endpoint.close();
    await database.close();
  });

  const ask = async () => {
    const response = await ready(connect(endpoint.databaseUrl, { url: endpoint.url, requestId: 'ready' }));
    return { status: response.status, answer: await response.json() };
  };
  const outdated = (missing: string[], unknown: string[], message: RegExp) => ({
    status: 503,
    answer: { status: 'OUTDATED', missing, unknown, message: expect.stringMatching(message) },
  });
  const migrateIt = /^The database .* run `npm run db:migrate`\.$/;
  const change = (statement: SQL) => database.drizzle.execute(statement);

  test('is 200 when the database is the one that this was built for, by one statement', async () => {
    statements.length = 0;
    expect(await ask()).toEqual({ status: 200, answer: { status: 'ok' } });
    expect(statements).toHaveLength(1);
  });

  test('names a file of functions that is of another version', async () => {
    await change(sql`update installed set checksum = 'other' where part = 'functions/paths.sql'`);
    expect(await ask()).toEqual(outdated(['functions/paths.sql'], [], migrateIt));
  });

  test.each([
    ['a function is gone', sql`drop function find_paths`],
    [
      'a function has been replaced',
      sql.raw(`create or replace function prominence_of(degree integer) returns smallint
      language sql immutable as $$ select 0::smallint $$`),
    ],
    ['a trigger is gone', sql`drop trigger relationship_adds_adjacency on relationship`],
    ['a trigger is off', sql`alter table relationship disable trigger relationship_adds_adjacency`],
  ])('is not taken in by what is on record when %s', async (_what, statement) => {
    await change(statement);
    expect(await ask()).toEqual(outdated(['behavior'], [], migrateIt));
  });

  test('names every part of a database that was never migrated, or is of 0.1.0', async () => {
    await change(sql`alter table installed rename to uninstalled`);
    expect(await ask()).toEqual(outdated(Object.keys(expected), [], migrateIt));
    await change(sql`alter table uninstalled rename to installed`);
  });

  test('names reader.sql when the reader may not read', async () => {
    await change(sql`revoke select on installed from ${sql.identifier(READER_ROLE)}`);
    expect(await ask()).toEqual(outdated(['reader.sql'], [], migrateIt));
  });

  test('names what a newer version has added: it may have taken away what this one reads', async () => {
    await change(sql`insert into installed values ('migrations/20991231000000_future', 'checksum')`);
    expect(await ask()).toEqual(
      outdated(
        [],
        ['migrations/20991231000000_future'],
        /^The database was migrated by a newer version: deploy that version\.$/,
      ),
    );
  });
});
