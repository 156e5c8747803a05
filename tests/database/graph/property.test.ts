import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database as Client } from '../../../src/db/client.ts';
import type { EntityKey } from '../../../src/db/entityKey.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { findNeighborhood, findPaths, findSharedNeighbors } from '../../../src/graph/search.ts';
import type { Walk } from '../../../src/graph/walk.ts';
import type { Database } from '../../../src/local/database.ts';
import { daysOf } from '../../../src/schema/days.ts';
import { databases, embedded } from '../../databases.ts';
import { rowsOf } from '../db/rows.ts';
import { graphs, store, walks } from './graphs.ts';
import {
  allPaths,
  allShared,
  allWithin,
  type Graph,
  longestTogether,
  type NumberedWalk,
  shown,
  slugOf,
  type Tie,
  tiesAmong,
  tiesBetween,
} from './reference.ts';

/** A graph, and several questions about it. */
const asked = <Question>(question: (entities: number) => fc.Arbitrary<Question>) =>
  graphs.chain(graph =>
    fc.record({
      graph: fc.constant(graph),
      questions: fc.array(question(graph.kinds.length), { minLength: 5, maxLength: 5 }),
    }),
  );

const entity = (entities: number) => fc.integer({ min: 1, max: entities });

const keyOf = (id: number): EntityKey => ({ slug: slugOf(id) });
const walkFrom = (walk: NumberedWalk): Walk => ({ ...walk, avoid: walk.avoid.map(keyOf) });

describe.each(databases)('on $name, in whatever small graph,', ({ open, name }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  // On the server more of them take the same time.
  const numRuns = name === embedded.name ? 12 : 60;

  /** Stores a graph for as long as it takes to ask about it. */
  async function on(graph: Graph, ask: (owner: Owner) => Promise<void>): Promise<void> {
    const undone = new Error('asked enough');
    await database.drizzle
      .transaction(async transaction => {
        await store(transaction, graph);
        await ask(transaction as unknown as Owner);
        throw undone;
      })
      .catch(error => {
        if (error !== undone) throw error;
      });
  }

  /** The owner's handle answers a search as the Worker's does: `{ rows }`, json parsed. */
  const asClient = (owner: Owner) => owner as unknown as Client;

  test('the paths found are the shortest that there are, each told by its most certain ties', async () => {
    const question = (entities: number) =>
      fc.record({
        from: entity(entities),
        to: entity(entities),
        longest: fc.integer({ min: 1, max: 8 }),
        wanted: fc.integer({ min: 1, max: 20 }),
        walk: walks(entities),
      });
    await fc.assert(
      fc.asyncProperty(asked(question), ({ graph: bounded, questions }) => {
        // Bounds only say on which days a tie may have held; when it held is what makes the time of a path.
        const ties = bounded.ties.map((tie): Tie => ({ ...tie, bounds: [null, null] }));
        const graph = { ...bounded, ties };
        return on(graph, async owner => {
          for (const { from, to, longest, wanted, walk } of questions) {
            const all = allPaths(graph, from, to, longest, walk);
            const found = await findPaths(
              asClient(owner),
              keyOf(from),
              keyOf(to),
              longest,
              wanted,
              walkFrom(walk),
            );
            expect(found.source).toBe(from);
            const paths = found.paths.map(({ hops }) => [from, ...hops.map(hop => hop.to)]);
            expect(paths.map(path => path.length)).toEqual(all.slice(0, wanted).map(path => path.length));
            expect(all).toEqual(expect.arrayContaining(paths));
            expect(new Set(paths.map(String)).size).toBe(paths.length);
            for (const [index, { hops, during }] of found.paths.entries()) {
              const ways = hops.map(hop => tiesBetween(graph, hop.from, hop.to, walk));
              const together = longestTogether(graph, ways);
              expect(during && daysOf(during)).toEqual(
                together && { first: together[0] ?? undefined, last: together[1] ?? undefined },
              );
              expect(hops.map(hop => hop.from)).toEqual(paths[index]?.slice(0, -1));
              for (const [place, hop] of hops.entries()) {
                const ties = ways[place] as Tie[];
                expect(hop).toMatchObject({
                  relationship: shown(graph, ties, together)?.id,
                  alternatives: ties.length - 1,
                });
              }
            }
            expect(found.truncated).toBe(false);
          }
        });
      }),
      { numRuns },
    );
  });

  test('a neighborhood is all that lies so near, in order, and what ties it together', async () => {
    const question = (entities: number) =>
      fc.record({
        of: fc.array(entity(entities), { minLength: 1, maxLength: 3 }),
        depth: fc.integer({ min: 1, max: 4 }),
        limit: fc.oneof(fc.integer({ min: 1, max: entities }), fc.constant(500)),
        walk: walks(entities),
      });
    await fc.assert(
      fc.asyncProperty(asked(question), ({ graph, questions }) =>
        on(graph, async owner => {
          for (const { of, depth, limit, walk } of questions) {
            const all = allWithin(graph, of, depth, walk);
            const kept = all.slice(0, limit);
            const ties = tiesAmong(
              graph,
              kept.map(([id]) => id),
              walk,
            );
            const mostTies = 10 * limit;
            const found = await findNeighborhood(
              asClient(owner),
              of.map(keyOf),
              depth,
              limit,
              walkFrom(walk),
            );
            expect(found.nodes).toEqual(kept);
            expect(ties).toEqual(expect.arrayContaining(found.relationships));
            expect(new Set(found.relationships).size).toBe(Math.min(ties.length, mostTies));
            expect(found.relationships).toHaveLength(Math.min(ties.length, mostTies));
            expect(found.truncated).toBe(all.length > limit || ties.length > mostTies);
          }
        }),
      ),
      { numRuns },
    );
  });

  test('what several share is all that is tied to each of them, in order, and by what', async () => {
    const question = (entities: number) =>
      fc.record({
        of: fc.array(entity(entities), { minLength: 1, maxLength: 3 }),
        first: fc.integer({ min: 1, max: 12 }),
        walk: walks(entities),
      });
    await fc.assert(
      fc.asyncProperty(asked(question), ({ graph, questions }) =>
        on(graph, async owner => {
          for (const { of, first, walk } of questions) {
            const found = await findSharedNeighbors(asClient(owner), of.map(keyOf), first, walkFrom(walk));
            expect(found).toEqual(allShared(graph, of, walk).slice(0, first));
          }
        }),
      ),
      { numRuns },
    );
  });

  test('adjacency and degree, kept by triggers, are what making them anew gives', async () => {
    const state = async (owner: Owner) => [
      await rowsOf(owner, sql`select * from adjacency order by relationship_id, entity_id`),
      await rowsOf(owner, sql`select * from degree order by entity_id`),
    ];
    await fc.assert(
      fc.asyncProperty(graphs, graph =>
        on(graph, async owner => {
          const kept = await state(owner);
          await owner.execute(sql`select rebuild_adjacency()`);
          expect(kept).toEqual(await state(owner));
          expect(kept[0]).toHaveLength(2 * graph.ties.length);
        }),
      ),
      { numRuns },
    );
  });
});
