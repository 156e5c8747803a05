/** Connections of the query type: all rows of a table that pass, in one order. */
import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import type { DrizzleRef } from '@pothos/plugin-drizzle';
import type { RelationsFilter } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { GraphQLResolveInfo } from 'graphql';
import { condition } from '../db/count.ts';
import { orderOf, type TableName } from '../db/order.ts';
import { relations } from '../db/relations.ts';
import { builder, type Context } from './builder.ts';
import { connectionField, listingIn, type PageArgs, pageOf, queryOfPage, type Row } from './connections.ts';

type Types = typeof builder.$inferSchemaTypes;
type Tables = typeof relations;
type Finder = { findMany(query: object): Promise<Row[]> };

type Options<From extends TableName, Args extends InputFieldMap> = {
  type: DrizzleRef<Types>;
  description: string;
  /** The field's arguments other than those for paging. */
  args?: Args;
  table: From;
  /** The columns that it is ordered by. */
  order: readonly (keyof Tables[From]['table']['$inferSelect'] & string)[];
  /** The rows that pass. */
  where: (args: InputShapeFromFields<Args>) => RelationsFilter<Tables[From], Tables>;
  /** The relation of the table that leads to the node, where that is not the row itself. */
  node?: keyof Tables[From]['relations'] & string;
};

/**
 * Adds a connection to the query type. A page is one statement, the total another; each runs only if the
 * document asks for it.
 *
 * @throws Error when pages cannot be read in its order
 */
export function rootConnection<From extends TableName, Args extends InputFieldMap = Record<never, never>>(
  name: string,
  { type, description, args, table, order, where, node }: Options<From, Args>,
): void {
  const listing = listingIn(orderOf(table, order));
  builder.queryField(name, t => {
    const readPage = async (filter: object, args: PageArgs, context: Context, info: GraphQLResolveInfo) => {
      const page = queryOfPage(listing, filter, args);
      const selected = (selection: object) =>
        t.drizzleQueryFromInfo(type, {
          context,
          info,
          paths: [['nodes'], ['edges', 'node']],
          ...selection,
        } as never) as object;
      const query = node
        ? { ...page, with: { [node]: selected({ columns: { id: true } }) } }
        : selected(page);
      const rows = await (context.db.query[table] as unknown as Finder).findMany(query);
      return pageOf(listing, rows, args, row => (node ? row[node] : row));
    };
    return connectionField(t, listing, {
      type,
      description,
      args,
      resolve: (
        _root: object,
        args: InputShapeFromFields<Args> & PageArgs,
        context: Context,
        info: GraphQLResolveInfo,
      ) => {
        const filter = where(args);
        // Read when first asked for, so that a document that wants only the total reads no page.
        let page: ReturnType<typeof readPage> | undefined;
        const readOnce = () => {
          page ??= readPage(filter, args, context, info);
          return page;
        };
        return {
          get edges() {
            return readOnce().then(({ edges }) => edges);
          },
          get pageInfo() {
            return readOnce().then(({ pageInfo }) => pageInfo);
          },
          totalCount: () => context.db.$count(relations[table].table as PgTable, condition(table, filter)),
        };
      },
    }) as never;
  });
}
