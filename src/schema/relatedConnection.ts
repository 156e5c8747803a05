/** Connections of a row: they are read in the same statement as the row, totals included. */
import {
  createContextCache,
  type FieldRef,
  type InputFieldMap,
  type InputShapeFromFields,
  type OutputType,
} from '@pothos/core';
import { type NestedSelection, type SelectedFieldNode, selectedFieldNames } from '@pothos/selection-mapper';
import type { GraphQLResolveInfo } from 'graphql';
import { countOf } from '../db/count.ts';
import { orderOfRelated, type TableName } from '../db/order.ts';
import { builder, type Context } from './builder.ts';
import {
  connectionField,
  type Listed,
  listingIn,
  type PageArgs,
  pageOf,
  queryOfPage,
  type Row,
} from './connections.ts';

type Types = typeof builder.$inferSchemaTypes;
type Nest = NestedSelection<Row>;

type Options<Args extends InputFieldMap> = {
  /** The relation to page through, of the table that `t` builds fields on. */
  relation: string;
  type: OutputType<Types>;
  description: string;
  /** The field's arguments other than those for paging. */
  args?: Args;
  /** The columns that it is ordered by. */
  order: readonly string[];
  /** The rows that pass; without it, all. */
  where?: (args: InputShapeFromFields<Args>) => object;
  /** What is read of the rows, and which node each holds; without it, the rows are the nodes. */
  rows?: {
    select: (nest: Nest, selected: SelectedFieldNode) => Row;
    node: (row: Row) => unknown;
  };
  /** What its edges show besides node and cursor, and the name of such connections. */
  listed?: Listed;
};

/** Where a document selects the nodes of a connection, for reading that selection as one of a type. */
export const asNodes = (typeName: string) => ({
  getType: () => typeName,
  paths: [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]],
});

/**
 * What a request has made, by name. Two selections of one connection are read as one only if their filters and
 * their totals are equal or the same object, and a function equals only itself.
 */
const madeFor = createContextCache(() => new Map<string, unknown>());

function once<Made>(context: Context, key: string, make: () => Made): Made {
  const made = madeFor(context);
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as Made;
}

const wantsPage = (fields: ReadonlySet<string>) =>
  ['edges', 'nodes', 'pageInfo'].some(field => fields.has(field));

/**
 * A connection over a relation of the row that has it.
 *
 * @param t the field builder of a type on the table that has the relation
 * @throws Error when pages cannot be read in its order
 */
export function relatedConnection<Args extends InputFieldMap = Record<never, never>>(
  t: { table: string; connection: unknown },
  { relation, type, description, args, order, where, rows, listed }: Options<Args>,
): FieldRef<Types> {
  type FieldArgs = InputShapeFromFields<Args> & PageArgs;
  const from = t.table as TableName;
  const listing = listingIn(orderOfRelated(from, relation, order));
  const countKey = `${relation}Count`;

  const select = (args: FieldArgs, context: Context, nest: Nest, selected: SelectedFieldNode) => {
    const fields = selected();
    const { first, last, before, after, ...filtering } = args;
    const list = `${listing.name} ${JSON.stringify(filtering)}`;
    const filter = once(context, list, () => where?.(args) ?? {});
    const selection: { columns: Row; with: Row; extras: Row } = { columns: {}, with: {}, extras: {} };
    if (wantsPage(fields)) {
      const page = once(context, `${list} ${JSON.stringify([first, last, before, after])}`, () =>
        queryOfPage(listing, filter, args),
      );
      selection.with[relation] = rows
        ? { ...page, with: rows.select(nest, selected) }
        : nest(page, asNodes(builder.configStore.getTypeConfig(type).name));
    }
    if (fields.has('totalCount')) {
      selection.extras[countKey] = once(context, `${list} total`, () => countOf(from, relation, filter));
    }
    return selection;
  };

  return connectionField(
    t,
    listing,
    {
      type,
      description,
      args,
      extensions: {
        pothosDrizzleSelect: select,
        pothosDrizzleLoaded: (row: Row, info: GraphQLResolveInfo, context: Context) => {
          const fields = selectedFieldNames(context, info);
          const hasPage = !wantsPage(fields) || row[relation] !== undefined;
          return hasPage && (!fields.has('totalCount') || row[countKey] !== undefined);
        },
      },
      resolve: (row: Row, args: FieldArgs) => ({
        ...pageOf(listing, (row[relation] ?? []) as Row[], args, rows?.node ?? (node => node)),
        totalCount: row[countKey],
      }),
    },
    listed,
  );
}
