import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database as Client } from '../../../src/db/client.ts';
import { findNeighborhood, findPaths, findSharedNeighbors, NoSuchEntity } from '../../../src/graph/search.ts';
import type { Database } from '../../../src/local/database.ts';
import { databases } from '../../databases.ts';
import { rowsOf } from '../db/rows.ts';
import { store } from './graphs.ts';
import { slugOf, type Tie } from './reference.ts';

const leaves = 3_000;
const [hub, other, lonely] = [1, 2, 3];
/** The first of the entities that only the two hubs are tied to; the others follow it. */
const leaf = 4;

const tie = (id: number, subject: number, object: number): Tie => ({
  id,
  type: 'SUPPORTS',
  subject,
  object,
  certainty: 'REPORTED',
  period: [null, null],
  attested: [null, null],
  bounds: [null, null],
  knownFrom: new Date('2020-01-01T00:00Z'),
  knownUntil: null,
});

/** Two that are tied to each other, and in twenty-five ways. */
const [one, theOther] = [leaf + leaves, leaf + leaves + 1];

/** Two entities that are each tied to the same three thousand others, one that is tied to nothing, and those two. */
const hubs = {
  kinds: Array(leaves + 5).fill('COUNTRY'),
  lives: Array(leaves + 5).fill([null, null]),
  ties: [
    ...Array.from({ length: leaves }, (_leaf, index) => [
      tie(2 * index + 1, hub, leaf + index),
      tie(2 * index + 2, leaf + index, other),
    ]).flat(),
    ...Array.from({ length: 25 }, (_way, index) => tie(2 * leaves + 1 + index, one, theOther)),
  ],
};

describe.each(databases)('on $name, among thousands of ties,', ({ open }) => {
  let database: Database;
  let client: Client;
  beforeAll(async () => {
    database = await open();
    client = database.drizzle as unknown as Client;
    await store(database.drizzle, hubs);
  });
  afterAll(() => database.close());

  test('paths between two hubs are as many as asked for, and none is longer than allowed', async () => {
    const found = await findPaths(client, { slug: slugOf(hub) }, { slug: slugOf(other) }, 2, 20, {});
    expect(found.paths.map(({ hops }) => hops.length)).toEqual(Array(20).fill(2));
    expect(new Set(found.paths.map(({ hops }) => hops[0]?.to)).size).toBe(20);
    expect(found.truncated).toBe(false);
    expect(await findPaths(client, { slug: slugOf(hub) }, { slug: slugOf(other) }, 1, 20, {})).toMatchObject({
      paths: [],
      truncated: false,
    });
  });

  test('every other leaf lies on one path of four hops or another', async () => {
    const found = await findPaths(client, { slug: slugOf(leaf) }, { slug: slugOf(leaf + 1) }, 4, 20, {});
    expect(found.paths.map(({ hops }) => hops.length)).toEqual([2, 2, ...Array(18).fill(4)]);
    expect(found.truncated).toBe(false);
  });

  test('a neighborhood is full at its limit and says so', async () => {
    const found = await findNeighborhood(client, [{ slug: slugOf(leaf) }], 4, 500, {});
    expect(found.nodes.slice(0, 4)).toEqual([
      [leaf, 0],
      [hub, 1],
      [other, 1],
      [leaf + 1, 2],
    ]);
    expect(found.nodes).toHaveLength(500);
    expect(new Set(found.relationships).size).toBe(2 * 498);
    expect(found.truncated).toBe(true);
  });

  test('what two hubs share is as much as asked for', async () => {
    const shared = await findSharedNeighbors(
      client,
      [{ slug: slugOf(hub) }, { slug: slugOf(other) }],
      100,
      {},
    );
    expect(shared.map(({ entity }) => entity)).toEqual(
      Array.from({ length: 100 }, (_one, index) => leaf + index),
    );
    expect(shared.every(({ relationships }) => relationships.length === 2)).toBe(true);
  });

  test('of many ties between two, a neighborhood tells ten for each entity of its limit, shared neighbors twenty', async () => {
    const near = await findNeighborhood(client, [{ slug: slugOf(one) }], 1, 2, {});
    expect(new Set(near.relationships).size).toBe(20);
    expect(near.truncated).toBe(true);
    const wider = await findNeighborhood(client, [{ slug: slugOf(one) }], 1, 3, {});
    expect(new Set(wider.relationships).size).toBe(25);
    expect(wider.truncated).toBe(false);
    const [shared] = await findSharedNeighbors(client, [{ slug: slugOf(one) }], 1, {});
    expect(shared?.relationships).toEqual(
      Array.from({ length: 20 }, (_way, index) => 2 * leaves + 1 + index),
    );
  });

  test('with all but one leaf avoided, that one is what remains', async () => {
    const avoid = Array.from({ length: leaves - 1 }, (_one, index) => ({ slug: slugOf(leaf + 1 + index) }));
    const found = await findPaths(client, { slug: slugOf(hub) }, { slug: slugOf(other) }, 8, 20, { avoid });
    expect(found.paths.map(({ hops }) => hops.map(({ to }) => to))).toEqual([[leaf, other]]);
    const near = await findNeighborhood(client, [{ slug: slugOf(hub) }], 2, 500, { avoid });
    expect(near.nodes.map(([entity]) => entity)).toEqual([hub, leaf, other]);
    const shared = await findSharedNeighbors(client, [{ slug: slugOf(hub) }, { slug: slugOf(other) }], 100, {
      avoid,
    });
    expect(shared.map(({ entity }) => entity)).toEqual([leaf]);
  });

  test('an end that is to be avoided is an end all the same', async () => {
    const avoid = [
      { slug: slugOf(hub) },
      { slug: slugOf(other) },
      { slug: slugOf(999_999) },
      { slug: 'atlantis' },
    ];
    expect(
      (await findPaths(client, { slug: slugOf(hub) }, { slug: slugOf(other) }, 2, 1, { avoid })).paths,
    ).toHaveLength(1);
    expect((await findNeighborhood(client, [{ slug: slugOf(hub) }], 2, 5, { avoid })).nodes).toHaveLength(5);
  });

  test('from an entity to itself leads one path of no hops', async () => {
    expect(await findPaths(client, { slug: slugOf(hub) }, { slug: `entity-${hub}` }, 4, 3, {})).toEqual({
      source: hub,
      paths: [{ hops: [], during: '(,)', bounds: [] }],
      truncated: false,
    });
  });

  test('what is tied to nothing has no paths, no neighbors and shares nothing', async () => {
    expect(await findPaths(client, { slug: slugOf(hub) }, { slug: slugOf(lonely) }, 8, 20, {})).toMatchObject(
      {
        paths: [],
        truncated: false,
      },
    );
    expect(await findNeighborhood(client, [{ slug: slugOf(lonely) }], 4, 500, {})).toEqual({
      nodes: [[lonely, 0]],
      relationships: [],
      truncated: false,
    });
    expect(
      await findSharedNeighbors(client, [{ slug: slugOf(lonely) }, { slug: slugOf(hub) }], 20, {}),
    ).toEqual([]);
    expect(await findSharedNeighbors(client, [{ slug: slugOf(lonely) }], 20, {})).toEqual([]);
  });

  test('a search that may not look far says that it has not, and does not fail', async () => {
    const filter = sql.raw(`null, null, null, null, false, now(), '{}'`);
    const answers = async (call: string, limits: string) =>
      (
        await rowsOf<{ found: { truncated: boolean } }>(
          database.drizzle,
          sql`select ${sql.raw(call)}, ${filter}, ${sql.raw(limits)}) as found`,
        )
      )[0]?.found;
    const paths = `find_paths(${hub}, ${other}, 8, 20`;
    expect(await answers(paths, 'budget => 0')).toEqual({ paths: [], truncated: true });
    expect(await answers(paths, 'budget => 100')).toEqual({ paths: [], truncated: true });
    expect(await answers(paths, `patience => '0'`)).toEqual({ paths: [], truncated: true });
    expect(await answers(`find_paths(${leaf}, ${leaf + 1}, 8, 20`, 'budget => 2000')).toMatchObject({
      paths: expect.arrayContaining([expect.objectContaining({ hops: expect.any(Array) })]),
      truncated: true,
    });
    expect(await answers(`neighborhood('{${leaf}}', 4, 500`, `patience => '0'`)).toEqual({
      nodes: [[leaf, 0]],
      relationships: [],
      truncated: true,
    });
  });

  test('what does not exist is refused wherever a traversal would begin or end', async () => {
    const nothing = { slug: 'atlantis' };
    await expect(findPaths(client, nothing, { slug: slugOf(hub) }, 4, 3, {})).rejects.toThrow(NoSuchEntity);
    await expect(
      findPaths(client, { slug: slugOf(hub) }, { slug: slugOf(999_999) }, 4, 3, {}),
    ).rejects.toThrow(NoSuchEntity);
    await expect(findNeighborhood(client, [{ slug: slugOf(hub) }, nothing], 1, 10, {})).rejects.toThrow(
      NoSuchEntity,
    );
    await expect(findSharedNeighbors(client, [nothing, { slug: slugOf(hub) }], 10, {})).rejects.toThrow(
      NoSuchEntity,
    );
  });
});
