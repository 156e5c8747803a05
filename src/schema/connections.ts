/** What all connections have in common: how a page is requested and returned, its cursors, its total. */
import type { FieldRef, ObjectRef, OutputType } from '@pothos/core';
import { type Extent, type Order, pageQuery } from '../db/order.ts';
import { builder, pageSize } from './builder.ts';
import { type Connection, encodeCursor, placeAt } from './cursors.ts';

type Types = typeof builder.$inferSchemaTypes;
export type Row = Record<string, unknown>;
export type PageArgs = PothosSchemaTypes.DefaultConnectionArguments;

/** A connection over rows of the database. */
export interface Listing extends Connection {
  order: Order;
}

/** An item of a page: its row, and the node in it. */
export interface Edge {
  row: Row;
  node: unknown;
  cursor: string;
}

/** The connection over a list in this order. It takes the name of its field once that is in the schema. */
export const listingIn = (order: Order): Listing => ({ name: '', parts: order.parts, order });

/** Gives a connection the name of its field. */
export function nameAfter(field: FieldRef<Types>, connection: Connection): void {
  field.onFirstUse(({ parentType, name }) => {
    connection.name = `${parentType}.${name}`;
  });
}

const extentOf = (listing: Listing, { first, last, after, before }: PageArgs): Extent => ({
  size: first ?? last ?? pageSize.default,
  fromEnd: first == null && last != null,
  after: placeAt(listing, 'after', after),
  before: placeAt(listing, 'before', before),
});

/**
 * The query for the page that was requested.
 *
 * @param where the rows of the whole list
 * @throws BAD_USER_INPUT when a cursor is not from this connection
 */
export const queryOfPage = (listing: Listing, where: object, args: PageArgs) =>
  pageQuery(listing.order, where, extentOf(listing, args));

/** The page made of the rows that `queryOfPage` found. Cursors are made only when they are read. */
export function pageOf(listing: Listing, rows: Row[], args: PageArgs, nodeOf: (row: Row) => unknown) {
  const { size, fromEnd } = extentOf(listing, args);
  const goesOn = rows.length > size;
  const shown = rows.slice(0, size);
  if (fromEnd) shown.reverse();
  const edges = shown.map(
    (row): Edge => ({
      row,
      node: nodeOf(row),
      get cursor() {
        return encodeCursor(
          listing,
          listing.order.columns.map(column => row[column]),
        );
      },
    }),
  );
  return {
    edges,
    pageInfo: {
      hasNextPage: args.before != null || (!fromEnd && goesOn),
      hasPreviousPage: args.after != null || (fromEnd && goesOn),
      get startCursor() {
        return edges.at(0)?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

export type EdgeFields = (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Edge>) => object;

type Made = ObjectRef<Types, object>;
const connectionTypes = new Map<string, Made>();

/**
 * The type of all connections whose nodes are of one type, so that front ends share fragments. It has a total: its resolver
 * gives `totalCount`, or a function that finds it.
 *
 * @param name what the connection is named after, where its edges show more than node and cursor
 * @param edgeFields what they show
 */
export function connectionType(
  node: OutputType<Types>,
  { name = builder.configStore.getTypeConfig(node).name, edgeFields }: Listed,
): Made {
  const known = connectionTypes.get(name);
  if (known) return known;
  const made = builder.connectionObject(
    {
      type: node,
      name: `${name}Connection`,
      fields: t => ({
        totalCount: t.int({
          description: 'How many items pass the filter in total, regardless of the page.',
          resolve: connection => {
            const { totalCount } = connection as unknown as { totalCount: number | (() => Promise<number>) };
            return typeof totalCount === 'function' ? totalCount() : totalCount;
          },
        }),
      }),
    },
    { name: `${name}Edge`, ...(edgeFields && { fields: edgeFields as never }) },
  );
  connectionTypes.set(name, made);
  return made;
}

/** What a connection is named after and what its edges show besides node and cursor; by default, its nodes, and nothing. */
export interface Listed {
  name?: string | undefined;
  edgeFields?: EdgeFields | undefined;
}

/**
 * The field of a connection.
 *
 * @param t the field builder of its type
 * @param options those of a field; its resolver returns `edges`, `pageInfo` and `totalCount`
 */
export function connectionField(
  t: { connection: unknown },
  connection: Connection,
  {
    extensions,
    ...options
  }: { type: OutputType<Types>; extensions?: object; resolve: unknown; [option: string]: unknown },
  listed: Listed = {},
): FieldRef<Types> {
  const make = t.connection as (...options: unknown[]) => FieldRef<Types>;
  const field = make.call(
    t,
    { ...options, extensions: { ...extensions, connection } },
    connectionType(options.type, listed),
  );
  nameAfter(field, connection);
  return field;
}
