/**
 * Connections over an entity's ties. They read its adjacency in index order, and fetch relationship and
 * counterpart in the same statement, each only if the document asks for it.
 */
import type { FieldRef, InputFieldMap, InputShapeFromFields, TypeParam } from '@pothos/core';
import type { DrizzleObjectFieldBuilder, DrizzleRef } from '@pothos/plugin-drizzle';
import type { RelationsFilter } from 'drizzle-orm';
import type { relations } from '../db/relations.ts';
import { builder } from './builder.ts';
import type { Edge, EdgeFields, Row } from './connections.ts';
import { asNodes, relatedConnection } from './relatedConnection.ts';

type Types = typeof builder.$inferSchemaTypes;
type Tables = typeof relations;

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
  /** Whether the node is the relationship or the entity at its other end, and its GraphQL type. */
  node: { side: 'relationship' | 'counterpart'; type: DrizzleRef<Types> };
  /** What the edge shows besides the node: an entity, or a column of the relationship; and what such connections are named after. */
  edge?: { of: string; name: string; description: string } & (
    | { type: DrizzleRef<Types>; side: 'counterpart' }
    | { type: TypeParam<Types>; side: 'relationship'; column: string }
  );
  /** The field's arguments other than those for paging. */
  args: Args;
  /** The rows that pass. */
  where: (args: InputShapeFromFields<Args>) => AdjacencyFilter;
};

/**
 * A connection field over one of an entity's adjacency relations, earliest first. It is read in the same
 * statement as the entity, `totalCount` included.
 *
 * @param t the field builder of a type on the table `entity`
 */
export function adjacencyConnection<Args extends InputFieldMap, Shape>(
  t: DrizzleObjectFieldBuilder<Types, Tables['entity'], Shape>,
  { relation, description, node, edge, args, where }: Options<Args>,
): FieldRef<Types> {
  const edgeFields: EdgeFields | undefined =
    edge &&
    (e => ({
      [edge.name]: e.field({
        type: edge.type as DrizzleRef<Types>,
        description: edge.description,
        resolve: ({ row }: Edge) =>
          edge.side === 'counterpart' ? row.counterpart : (row.relationship as Row)[edge.column],
      } as never),
    }));
  return relatedConnection(t, {
    relation,
    type: node.type,
    description,
    args,
    order: ['startsOn', 'relationshipId'],
    where,
    rows: {
      select: (nest, selected) => {
        const sides: Row = {};
        if (selected(['nodes']) || selected(['edges', 'node'])) {
          sides[node.side] = nest(true, asNodes(builder.configStore.getTypeConfig(node.type).name));
        }
        if (edge && selected(['edges', edge.name])) {
          sides[edge.side] =
            edge.side === 'counterpart'
              ? nest(true, ['edges', edge.name] as never)
              : { columns: { [edge.column]: true } };
        }
        return sides;
      },
      node: row => row[node.side],
    },
    listed: { name: edge?.of, edgeFields },
  });
}
