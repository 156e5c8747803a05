import { brandWithType } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import type { GraphQLResolveInfo } from 'graphql';
import { pactTypes } from '../db/tables/relationshipTypes.ts';
import { builder, type Context } from './builder.ts';
import { decodeId } from './ids.ts';

/** Every type that has ids: the table its rows are in, and which of them are of that type. */
const nodeTypes = {
  Country: { table: 'entity', where: { kind: 'COUNTRY' } },
  Leader: { table: 'entity', where: { kind: 'LEADER' } },
  Organization: { table: 'entity', where: { kind: 'ORGANIZATION' } },
  Alliance: { table: 'entity', where: { kind: 'ALLIANCE' } },
  Event: { table: 'entity', where: { kind: 'EVENT' } },
  OfficeHolding: { table: 'relationship', where: { type: 'HOLDS_OFFICE' } },
  Membership: { table: 'relationship', where: { type: 'MEMBER_OF' } },
  Participation: { table: 'relationship', where: { type: 'PARTICIPATED_IN' } },
  Pact: { table: 'relationship', where: { type: { in: [...pactTypes] } } },
  Tie: {
    table: 'relationship',
    where: { type: { notIn: ['HOLDS_OFFICE', 'MEMBER_OF', 'PARTICIPATED_IN', ...pactTypes] } },
  },
  Claim: { table: 'claim', where: {} },
  Indicator: { table: 'indicator', where: {} },
  Source: { table: 'source', where: {} },
} as const;

type NodeType = keyof typeof nodeTypes;
type Row = { id: number };
type Finder = { findMany(query: object): Promise<Row[]> };

const types = Object.keys(nodeTypes) as NodeType[];

/** The rows of one type, by number, in one statement; a number of another type's row finds nothing. */
async function findNodes(type: NodeType, rows: number[], context: Context, info: GraphQLResolveInfo) {
  const { table, where } = nodeTypes[type];
  const query = queryFromInfo({ config: getSchemaConfig(builder), context, info, typeName: type });
  const finder = context.db.query[table] as unknown as Finder;
  const found = await finder.findMany({ ...query, where: { ...where, id: { in: rows } } });
  for (const row of found) brandWithType(row, type as never);
  return new Map(found.map(row => [row.id, row]));
}

/** The nodes of these ids in their order, null where there is none; one statement for each type among them. */
async function resolveNodes(ids: readonly string[], context: Context, info: GraphQLResolveInfo) {
  const keys = ids.map(id => decodeId(id, types));
  const found = new Map(
    await Promise.all(
      [...new Set(keys.map(({ type }) => type))].map(async type => {
        const rows = keys.filter(key => key.type === type).map(({ row }) => row);
        return [type, await findNodes(type, [...new Set(rows)], context, info)] as const;
      }),
    ),
  );
  return keys.map(({ type, row }) => found.get(type)?.get(row) ?? null);
}

builder.queryFields(t => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description:
      'The object with this global id; null if there is none. An id that this API never gave out is BAD_USER_INPUT.',
    args: { id: t.arg.id({ required: true, description: 'A global id, as in any `id` field.' }) },
    resolve: async (_root, { id }, context, info) => (await resolveNodes([id], context, info))[0],
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: 'The objects with these global ids, in the same order; null for an id without an object.',
    args: {
      ids: t.arg.idList({
        required: true,
        description: 'Global ids, at most 100.',
        extensions: { bounds: [0, 100] },
      }),
    },
    resolve: (_root, { ids }, context, info) => resolveNodes(ids, context, info),
  }),
}));
