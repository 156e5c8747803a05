/**
 * Connections over what an entity is tied to. They read the adjacency of one entity in the order of its index
 * and take relationship and counterpart along in the same statement, each only where the document asks for it.
 */
import {
  createContextCache,
  type FieldRef,
  type InputFieldMap,
  type InputShapeFromFields,
  type TypeParam,
} from '@pothos/core';
import {
  type DrizzleObjectFieldBuilder,
  type DrizzleRef,
  drizzleConnectionHelpers,
} from '@pothos/plugin-drizzle';
import type { NestedSelection, SelectedFieldNode } from '@pothos/selection-mapper';
import type { RelationsFilter } from 'drizzle-orm';
import { countOf } from '../db/count.ts';
import type { relations } from '../db/relations.ts';
import { builder, type Context } from './builder.ts';
import { totalCount } from './connections.ts';

type Types = typeof builder.$inferSchemaTypes;
type Tables = typeof relations;
type Row = Record<string, unknown>;
type PageArgs = PothosSchemaTypes.DefaultConnectionArguments;

export type AdjacencyFilter = RelationsFilter<Tables['adjacency'], Tables>;

/** The relations of `entity` that lead to adjacency. */
type AdjacencyRelation = {
  [Name in keyof Tables['entity']['relations']]: Tables['entity']['relations'][Name]['targetTableName'] extends 'adjacency'
    ? Name
    : never;
}[keyof Tables['entity']['relations']];

type Options<Args extends InputFieldMap> = {
  /** The relation of `entity` to page through. */
  relation: AdjacencyRelation;
  description: string;
  /** Which side of the adjacency is the node, the relationship or the entity at its other end, and its GraphQL type. */
  node: { side: 'relationship' | 'counterpart'; type: DrizzleRef<Types> };
  /** What the edge shows besides the node: an entity, or a column of the relationship. */
  edge?: { name: string; description: string } & (
    | { type: DrizzleRef<Types>; side: 'counterpart' }
    | { type: TypeParam<Types>; side: 'relationship'; column: string }
  );
  /** The field's arguments besides those of paging. */
  args: Args;
  /** The rows that pass. */
  where: (args: InputShapeFromFields<Args>) => AdjacencyFilter;
};

/** The count of one relation under one set of arguments: the same function wherever a request asks for it. */
const countsOf = createContextCache(() => new Map<string, ReturnType<typeof countOf>>());

/** The filter likewise: two selections of one connection are read as one if they have the same. */
const filtersOf = createContextCache(() => new Map<string, AdjacencyFilter>());

const helpersFor = (where: AdjacencyFilter) =>
  drizzleConnectionHelpers(builder, 'adjacency', {
    query: () => ({ where, orderBy: { startsOn: 'asc', relationshipId: 'asc' } }),
  });

/**
 * A connection field over one of an entity's adjacency relations, earliest first. It stays within the
 * statement that reads the entity, `totalCount` included.
 *
 * @param t the field builder of a type on the table `entity`
 */
export function adjacencyConnection<Args extends InputFieldMap, Shape>(
  t: DrizzleObjectFieldBuilder<Types, Tables['entity'], Shape>,
  { relation, description, node, edge, args, where }: Options<Args>,
): FieldRef<Types> {
  type FieldArgs = InputShapeFromFields<Args> & PageArgs;
  const countKey = `${relation}Count`;

  const filterOf = (args: FieldArgs, context: Context) => {
    const filters = filtersOf(context);
    const { first, last, before, after, ...filtering } = args;
    const key = `${relation} ${JSON.stringify(filtering)}`;
    const filter = filters.get(key) ?? where(args);
    filters.set(key, filter);
    return { key, filter };
  };
  const count = (args: FieldArgs, context: Context) => {
    const counts = countsOf(context);
    const { key, filter } = filterOf(args, context);
    const known = counts.get(key) ?? countOf('entity', relation, filter);
    counts.set(key, known);
    return known;
  };

  const select = (
    args: FieldArgs,
    context: Context,
    nested: NestedSelection<Row>,
    selected: SelectedFieldNode,
  ) => {
    const { filter } = filterOf(args, context);
    const fields = selected();
    const sides: Row = {};
    if (selected(['nodes']) || selected(['edges', 'node'])) {
      sides[node.side] = nested(true, {
        getType: () => builder.configStore.getTypeConfig(node.type).name,
        paths: [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]],
      });
    }
    if (edge && selected(['edges', edge.name])) {
      sides[edge.side] =
        edge.side === 'counterpart'
          ? nested(true, ['edges', edge.name])
          : { columns: { [edge.column]: true } };
    }
    const page = helpersFor(filter).getQuery(args, context, () => ({ columns: {} }));
    const wantsPage = ['edges', 'nodes', 'pageInfo'].some(field => fields.has(field));
    return {
      columns: {},
      with: wantsPage ? { [relation]: { ...page, with: sides } } : {},
      extras: fields.has('totalCount') ? { [countKey]: count(args, context) } : {},
    };
  };

  const options = {
    description,
    type: node.type,
    args,
    extensions: {
      cursor: ['date', 'row', 'row'],
      pothosDrizzleSelect: select,
      pothosDrizzleLoaded: (entity: Row) => entity[relation] !== undefined || entity[countKey] !== undefined,
    },
    resolve: (entity: Row, args: FieldArgs, context: Context) => {
      const page = helpersFor({}).resolve((entity[relation] ?? []) as never[], args, context, entity);
      const edges = page.edges.map(row => ({ ...row, node: (row as Row)[node.side] }));
      return { ...page, edges, totalCount: entity[countKey] };
    },
  };
  const edgeFields = edge && {
    fields: (e: PothosSchemaTypes.ObjectFieldBuilder<Types, Row>) => ({
      [edge.name]: e.field({
        type: edge.type as DrizzleRef<Types>,
        description: edge.description,
        resolve: (row: Row) =>
          edge.side === 'counterpart' ? row.counterpart : ((row.relationship as Row)[edge.column] as never),
      } as never),
    }),
  };
  const connection = t.connection as (...options: unknown[]) => FieldRef<Types>;
  return connection.call(t, options, totalCount, edgeFields ?? {});
}
