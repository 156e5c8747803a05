import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Database as Client } from '../../../src/db/client.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { findNeighborhood, findPaths, findSharedNeighbors } from '../../../src/graph/search.ts';
import { createServerDatabase } from '../../databases.ts';
import { store } from './graphs.ts';
import { type Graph, slugOf } from './reference.ts';

/** Two thousand entities, each tied to three others here and there, and all to the first. */
const entities = 2_000;
const graph: Graph = {
  kinds: Array(entities).fill('COUNTRY'),
  lives: Array(entities).fill([null, null]),
  ties: Array.from({ length: entities - 1 }, (_one, index) => index + 2)
    .flatMap(entity =>
      [1, ...[7, 31, 211].map(step => ((entity * step) % entities) + 1)].map(other => [entity, other]),
    )
    .filter(([subject, object]) => subject !== object)
    .map(([subject, object], index) => ({
      id: index + 1,
      type: 'SUPPORTS',
      subject: subject as number,
      object: object as number,
      certainty: 'REPORTED',
      period: [null, null],
      attested: [null, null],
      bounds: [null, null],
      knownFrom: new Date('2020-01-01T00:00Z'),
      knownUntil: null,
    })),
};

const server = inject('server');

// PGlite has no auto_explain, the one way to see how the statements within a function are carried out.
describe.skipIf(!server)('on a Postgres server, as a search is carried out,', () => {
  let client: pg.Client;
  let drop: () => Promise<void>;
  const plans: string[] = [];
  beforeAll(async () => {
    const database = await createServerDatabase('migrated');
    drop = database.drop;
    const superuser = new URL(database.url);
    superuser.username = 'postgres';
    client = new pg.Client(superuser.href);
    await client.connect();
    await store(drizzle({ client }) as unknown as Owner, graph);
    await client.query('vacuum analyze');
    await client.query("load 'auto_explain'");
    await client.query(`set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set auto_explain.log_level = notice; set client_min_messages = notice`);
    client.on('notice', ({ message = '' }) => plans.push(message));
  });
  afterAll(async () => {
    await client.end();
    await drop();
  });

  const db = () => drizzle({ client }) as unknown as Client;
  test.each<[string, () => Promise<unknown>]>([
    ['paths', () => findPaths(db(), { slug: slugOf(2) }, { slug: slugOf(3) }, 8, 20, {})],
    [
      'paths on a day',
      () =>
        findPaths(db(), { slug: slugOf(2) }, { slug: slugOf(1_000) }, 4, 3, {
          asOf: '2020-01-01',
          avoid: [{ slug: slugOf(1) }],
        }),
    ],
    ['a neighborhood', () => findNeighborhood(db(), [{ slug: slugOf(2) }, { slug: slugOf(3) }], 4, 500, {})],
    [
      'shared neighbors',
      () => findSharedNeighbors(db(), [{ slug: slugOf(1) }, { slug: slugOf(2) }], 100, {}),
    ],
  ])('%s read ties by the walk index alone', async (_what, search) => {
    plans.length = 0;
    await search();
    const scans = plans
      .flatMap(plan => plan.split('\n'))
      .filter(line => /scan/i.test(line) && /\b(adjacency|relationship|degree)/.test(line))
      .map(line =>
        line
          .replace(/\(cost.*/, '')
          .replace(/.*->/, '')
          .trim(),
      );
    const ways = [...new Set(scans)].sort();
    expect(ways).toContainEqual(
      expect.stringMatching(/^Index Only Scan using adjacency_walk_idx on adjacency\b/),
    );
    // The other sort of ties, those that a machine coded, stands in every plan and is only read where it is asked for. When a path
    // held is looked up for the ties on it alone.
    for (const way of ways)
      expect(way).toMatch(
        /^Index Only Scan using adjacency_walk_idx|^Index Scan using adjacency_coded_walk_idx|on degree|degree_pkey|^Index Scan using relationship_pkey/,
      );
    for (const way of ways) expect(way).not.toMatch(/^(Parallel )?Seq Scan/);
  });
});
