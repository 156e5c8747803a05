import { brandWithType } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import type { GraphQLResolveInfo } from 'graphql';
import { datasetState } from '../db/dataset.ts';
import { pactTypes } from '../db/tables/relationshipTypes.ts';
import { withFingerprint } from '../db/time.ts';
import { builder, type Context } from './builder.ts';
import { THE_DATASET } from './dataset.ts';
import { decodeId, type Key } from './ids.ts';

/** Every type that has ids and rows: the table these are in, what its ids are made of, and which rows are of that type. */
const nodeTypes = {
  Country: { table: 'entity', key: 'slug', where: { kind: 'COUNTRY' } },
  Leader: { table: 'entity', key: 'slug', where: { kind: 'LEADER' } },
  Organization: { table: 'entity', key: 'slug', where: { kind: 'ORGANIZATION' } },
  Alliance: { table: 'entity', key: 'slug', where: { kind: 'ALLIANCE' } },
  Event: { table: 'entity', key: 'slug', where: { kind: 'EVENT' } },
  OfficeHolding: { table: 'relationship', key: 'fingerprint', where: { type: 'HOLDS_OFFICE' } },
  Membership: { table: 'relationship', key: 'fingerprint', where: { type: 'MEMBER_OF' } },
  Participation: { table: 'relationship', key: 'fingerprint', where: { type: 'PARTICIPATED_IN' } },
  Pact: { table: 'relationship', key: 'fingerprint', where: { type: { in: [...pactTypes] } } },
  Tie: {
    table: 'relationship',
    key: 'fingerprint',
    where: { type: { notIn: ['HOLDS_OFFICE', 'MEMBER_OF', 'PARTICIPATED_IN', ...pactTypes] } },
  },
  Claim: { table: 'claim', key: 'fingerprint', where: {} },
  Indicator: { table: 'indicator', key: 'fingerprint', where: {} },
  Source: { table: 'source', key: 'slug', where: {} },
} as const satisfies Record<string, { table: string; key: Key; where: object }>;

type NodeType = keyof typeof nodeTypes;
/** The dataset is the one node without a row. */
type AnyType = NodeType | 'Dataset';
type Row = { slug?: string; fingerprint?: string };
type Finder = { findMany(query: object): Promise<Row[]> };

const keysOfTypes = {
  ...Object.fromEntries(Object.entries(nodeTypes).map(([type, { key }]) => [type, key])),
  Dataset: 'slug',
} as Record<AnyType, Key>;

/**
 * The rows of one type by their keys, in one statement; the key of another type's row finds nothing. What was on record more
 * than once is given as it was last.
 */
async function findNodes(type: AnyType, keys: string[], context: Context, info: GraphQLResolveInfo) {
  if (type === 'Dataset') {
    const state = await datasetState(context.db);
    brandWithType(state, type as never);
    return new Map<string | undefined, object>([[THE_DATASET, state]]);
  }
  const { table, key, where } = nodeTypes[type];
  const query = queryFromInfo({ config: getSchemaConfig(builder), context, info, typeName: type });
  const finder = context.db.query[table] as unknown as Finder;
  const ofKeys = key === 'slug' ? { slug: { in: keys } } : withFingerprint(keys);
  const orderBy = key === 'slug' ? {} : { knownUntil: 'asc' };
  const found = await finder.findMany({ ...query, where: { AND: [where, ofKeys] }, orderBy });
  for (const row of found) brandWithType(row, type as never);
  return new Map<string | undefined, object>(found.map(row => [row[key], row]));
}

/** The nodes of these ids in their order, null where there is none; one statement for each type among them. */
async function resolveNodes(ids: readonly string[], context: Context, info: GraphQLResolveInfo) {
  const keys = ids.map(id => decodeId(id, keysOfTypes));
  const found = new Map(
    await Promise.all(
      [...new Set(keys.map(({ type }) => type))].map(async type => {
        const ofType = keys.filter(key => key.type === type).map(({ key }) => key);
        return [type, await findNodes(type, [...new Set(ofType)], context, info)] as const;
      }),
    ),
  );
  return keys.map(({ type, key }) => found.get(type)?.get(key) ?? null);
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
