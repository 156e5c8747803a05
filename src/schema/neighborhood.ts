import { hydrate } from '../graph/hydrate.ts';
import { findNeighborhood, findSharedNeighbors } from '../graph/search.ts';
import { within } from './bounds.ts';
import { builder } from './builder.ts';
import { Entity, EntityRef, entityWhere } from './entity.ts';
import { orNotFound } from './errors.ts';
import { Relationship } from './relationship.ts';
import { TraversalFilter, walkOf } from './traversalFilter.ts';

type EntityRow = typeof Entity.$inferType;
type RelationshipRow = typeof Relationship.$inferType;

const SubgraphNode = builder.objectRef<{ entity: EntityRow; depth: number }>('SubgraphNode').implement({
  description: 'An entity of a subgraph, and how far out it is.',
  fields: t => ({
    entity: t.field({ type: Entity, description: 'The entity.', resolve: node => node.entity }),
    depth: t.exposeInt('depth', { description: 'Steps from the nearest center; 0 for a center itself.' }),
  }),
});

type SubgraphShape = {
  nodes: { entity: EntityRow; depth: number }[];
  relationships: RelationshipRow[];
  truncated: boolean;
};

const Subgraph = builder.objectRef<SubgraphShape>('Subgraph').implement({
  description: 'A part of the graph: entities, and the ties between them.',
  fields: t => ({
    nodes: t.field({
      type: [SubgraphNode],
      description:
        'The nearest first; at the same depth, those with more relationships on record first, by powers of two.',
      resolve: subgraph => subgraph.nodes,
    }),
    relationships: t.field({
      type: [Relationship],
      description:
        'Every relationship that ties two of the nodes and passes the filter; at most ten times `limit`.',
      resolve: subgraph => subgraph.relationships,
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'True if a limit cut something off: the nearest nodes are kept.',
    }),
  }),
});

const SharedNeighbor = builder
  .objectRef<{ entity: EntityRow; relationships: RelationshipRow[] }>('SharedNeighbor')
  .implement({
    description: 'An entity that several others are tied to.',
    fields: t => ({
      entity: t.field({ type: Entity, description: 'The entity.', resolve: shared => shared.entity }),
      relationships: t.field({
        type: [Relationship],
        description:
          'What ties it to each of them and passes the filter; at most twenty for each, the most certain ones.',
        resolve: shared => shared.relationships,
      }),
    }),
  });

const present = <Row>(rows: Map<number, { id: number }>, ids: number[]) =>
  ids.flatMap(id => (rows.has(id) ? [rows.get(id) as Row] : []));

builder.queryFields(t => ({
  neighborhood: t.field({
    type: Subgraph,
    description:
      'Everything within a number of steps of the centers, and the relationships between what is found. An unknown center is NOT_FOUND.',
    args: {
      of: t.arg({ type: [EntityRef], required: true, ...within([1, 100], 'The centers') }),
      depth: t.arg.int({ defaultValue: 1, ...within([1, 4], 'At most this many steps') }),
      limit: t.arg.int({ defaultValue: 100, ...within([1, 500], 'At most this many nodes') }),
      filter: t.arg({ type: TraversalFilter, description: 'Which ties to walk along.' }),
    },
    resolve: async (_root, { of, depth, limit, filter }, context, info) => {
      const centers = of.map(ref => entityWhere(ref));
      const found = await orNotFound(
        findNeighborhood(context.db, centers, depth ?? 1, limit ?? 100, walkOf(filter)),
      );
      const ids = found.nodes.map(([id]) => id);
      const [entities, relationships] = await hydrate(
        context.db,
        {
          table: 'entity',
          ids,
          query: t.drizzleQueryFromInfo(Entity, {
            context,
            info,
            paths: [['nodes', 'entity']],
            columns: { id: true, kind: true },
          }),
        },
        {
          table: 'relationship',
          ids: found.relationships,
          query: t.drizzleQueryFromInfo(Relationship, {
            context,
            info,
            paths: [['relationships']],
            columns: { id: true, type: true },
          }),
        },
      );
      return {
        nodes: found.nodes.flatMap(([id, depth]) =>
          present<EntityRow>(entities, [id]).map(entity => ({ entity, depth })),
        ),
        relationships: present<RelationshipRow>(relationships, found.relationships),
        truncated: found.truncated,
      };
    },
  }),
  sharedNeighbors: t.field({
    type: [SharedNeighbor],
    description:
      'Entities directly tied to every one of these, best connected first. An unknown one is NOT_FOUND.',
    args: {
      of: t.arg({
        type: [EntityRef],
        required: true,
        ...within([1, 100], 'The entities whose ties to compare'),
      }),
      first: t.arg.int({ defaultValue: 20, ...within([1, 100], 'At most this many') }),
      filter: t.arg({ type: TraversalFilter, description: 'Which ties count.' }),
    },
    resolve: async (_root, { of, first, filter }, context, info) => {
      const keys = of.map(ref => entityWhere(ref));
      const shared = await orNotFound(findSharedNeighbors(context.db, keys, first ?? 20, walkOf(filter)));
      const [entities, relationships] = await hydrate(
        context.db,
        {
          table: 'entity',
          ids: shared.map(({ entity }) => entity),
          query: t.drizzleQueryFromInfo(Entity, {
            context,
            info,
            paths: [['entity']],
            columns: { id: true, kind: true },
          }),
        },
        {
          table: 'relationship',
          ids: shared.flatMap(({ relationships }) => relationships),
          query: t.drizzleQueryFromInfo(Relationship, {
            context,
            info,
            paths: [['relationships']],
            columns: { id: true, type: true },
          }),
        },
      );
      return shared.flatMap(neighbor =>
        present<EntityRow>(entities, [neighbor.entity]).map(entity => ({
          entity,
          relationships: present<RelationshipRow>(relationships, neighbor.relationships),
        })),
      );
    },
  }),
}));
