import { search } from '../db/search.ts';
import { builder, pageSize } from './builder.ts';
import { connectionType, nameAfter } from './connections.ts';
import { type Connection, encodeCursor, placeAt } from './cursors.ts';
import { Entity, EntityKind } from './entity.ts';
import { badUserInput } from './errors.ts';

const longestText = 200;

/** Its cursors hold the number of results up to and including their own. */
const results: Connection = { name: '', parts: ['offset'] };

const SearchConnection = connectionType(Entity, {
  name: 'Search',
  edgeFields: e => ({
    score: e.float({
      description: 'How well it matches, 0 to 1; 1 is an exact name or alias. Comparable within one search.',
      resolve: edge => (edge as unknown as { score: number }).score,
    }),
  }),
});

builder.queryField('search', t => {
  const field = t.field({
    type: SearchConnection,
    description:
      'Entities by name, alias or words in their summary, in any case, with or without accents, misspelled names included; best first.',
    args: {
      text: t.arg.string({
        required: true,
        description: `What to look for, 1 to ${longestText} characters. Quotes keep words together, a minus excludes a word.`,
      }),
      kinds: t.arg({ type: [EntityKind], description: 'Only of one of these kinds; by default, of any.' }),
      // A search is read from its best result down, so there is no `last` and no `before`.
      first: t.arg.int({
        description: `At most this many results, 0 to ${pageSize.most}; by default, ${pageSize.default}.`,
        extensions: { bounds: [0, pageSize.most] },
      }),
      after: t.arg.string({ description: 'Only results after this cursor of the same search.' }),
    },
    extensions: { connection: results },
    resolve: async (_root, { text, kinds, first, after }, context, info) => {
      const sought = text.trim();
      if (sought === '' || sought.length > longestText || sought.includes('\0')) {
        throw badUserInput(`Give between 1 and ${longestText} characters to search for, none of them NUL.`);
      }
      const size = first ?? pageSize.default;
      const [offset] = (placeAt(results, 'after', after) ?? [0]) as [number];
      const { hits, total } = await search(context.db, sought, kinds ?? null, size + 1, offset);
      const node = t.drizzleQueryFromInfo(Entity, {
        context,
        info,
        paths: [['nodes'], ['edges', 'node']],
        columns: { id: true, kind: true },
      });
      const ids = hits.slice(0, size).map(hit => hit.id);
      const found = ids.length
        ? await context.db.query.entity.findMany({ ...node, where: { id: { in: ids } } })
        : [];
      const byId = new Map(found.map(row => [row.id, row]));
      const edges = hits.slice(0, size).flatMap(({ id, score }, index) => {
        const node = byId.get(id);
        return node ? [{ node, score, cursor: encodeCursor(results, [offset + index + 1]) }] : [];
      });
      return {
        edges,
        pageInfo: {
          hasNextPage: hits.length > size,
          hasPreviousPage: offset > 0,
          startCursor: edges.at(0)?.cursor,
          endCursor: edges.at(-1)?.cursor,
        },
        totalCount: total,
      };
    },
  });
  nameAfter(field, results);
  return field;
});
