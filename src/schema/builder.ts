import SchemaBuilder from '@pothos/core';
import DrizzlePlugin from '@pothos/plugin-drizzle';
import RelayPlugin from '@pothos/plugin-relay';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../db/client.ts';
import { relations } from '../db/relations.ts';
import type { Bounds } from './bounds.ts';

/** What every resolver gets: the request's own database client. */
export type Context = { db: Database };

/** How many items a page of a connection holds, unless `first` or `last` asks for fewer or more. */
export const pageSize = { default: 20, most: 100 };

const bounds: Bounds = [0, pageSize.most];

export const builder = new SchemaBuilder<{
  Context: Context;
  DrizzleRelations: typeof relations;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    Date: { Input: string; Output: string };
    PartialDate: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin, DrizzlePlugin],
  defaultFieldNullability: false,
  drizzle: {
    client: ({ db }) => db,
    // Only asked for what is selected: from a view nothing is, it joins tables.
    getTableConfig: table => getTableConfig(table as PgTable),
    relations,
  },
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodesOnConnection: {
      description: 'The items of this page, for readers who do not need the edges.',
    },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The items of this page, each with its cursor and what relates it to the parent.',
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    cursorFieldOptions: {
      description:
        'Marks this place in the list, for `after` or `before`. Opaque; valid for this connection only.',
    },
    pageInfoFieldOptions: { description: 'Whether there is more, and where this page begins and ends.' },
    idFieldOptions: {
      description:
        'Opaque and globally unique, for `node`. It survives a rebuild from the same data. The id of a fact names one version of it: a correction is another fact with its own id. An event keeps its id when it is corrected.',
    },
    firstArgOptions: {
      description: `At most this many items from the start, 0 to ${pageSize.most}; ${pageSize.default} if neither \`first\` nor \`last\` is given. Cannot be combined with \`last\`.`,
      extensions: { bounds },
    },
    lastArgOptions: {
      description: `At most this many items from the end, 0 to ${pageSize.most}, in the list's own order. Cannot be combined with \`first\`.`,
      extensions: { bounds },
    },
    afterArgOptions: { description: 'Only items after this cursor of the same connection.' },
    beforeArgOptions: { description: 'Only items before this cursor of the same connection.' },
    defaultConnectionTypeOptions: {
      description: 'One page of a list, following the Relay cursor specification.',
    },
    defaultEdgeTypeOptions: { description: 'One item of a list, and its place in it.' },
    nodeTypeOptions: { description: 'Anything with a global id, which `node` reads again.' },
    pageInfoTypeOptions: {
      description: 'Where a page lies in its list, following the Relay cursor specification.',
    },
    hasNextPageFieldOptions: { description: 'Whether items follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether items come before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
  },
});

builder.queryType({
  description: 'Where every query begins. Everything is read-only.',
});
