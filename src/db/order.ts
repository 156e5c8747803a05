/** The orders in which lists are read page by page, and the query of one page. */
import { type Column, getColumns, type Relation, type SQL, sql, type Table } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { relations } from './relations.ts';

export type TableName = keyof typeof relations;

/** What a column of an order contains: a day, which may be infinity; the number of a row; or text. */
export type OrderPart = 'date' | 'row' | 'text';

/** A total order over the rows of a table, ascending, column by column. */
export interface Order {
  table: TableName;
  columns: readonly string[];
  /** What each column contains. */
  parts: readonly OrderPart[];
}

/** Which part of a list to read: so many rows after one place and before another, from the start or the end. */
export interface Extent {
  size: number;
  fromEnd: boolean;
  /** The columns of the order at that place. */
  after?: readonly unknown[] | null;
  before?: readonly unknown[] | null;
}

const partOfType: Record<string, OrderPart> = { date: 'date', integer: 'row', text: 'text' };

/** The names of a table's columns in queries over it. */
function columnNames(table: Table, columns: readonly { name: string }[]): string[] {
  const all = Object.entries(getColumns(table));
  return columns.map(({ name }) => all.find(([, column]) => column.name === name)?.[0] ?? name);
}

/** The sets of columns that identify a row of a table. */
function keysOf(table: Table): string[][] {
  const { columns, primaryKeys } = getTableConfig(table as PgTable);
  const keys = [
    ...columns.filter(({ primary }) => primary).map(column => [column]),
    ...primaryKeys.map(key => key.columns),
  ];
  return keys.map(key => columnNames(table, key));
}

/**
 * The order of rows of a table by these columns.
 *
 * @param given columns that are the same in all of the rows
 * @throws Error when a page could lose or repeat rows (a column may be null, or the order leaves ties), or
 *   when a column has a type that no cursor can carry
 */
export function orderOf(table: TableName, columns: readonly string[], given: readonly string[] = []): Order {
  const rows = relations[table].table as Table;
  const all = getColumns(rows) as Record<string, Column>;
  const parts = columns.map(name => {
    const column = all[name];
    const part = column && partOfType[column.getSQLType()];
    if (!part) throw new Error(`${table} cannot be ordered by ${name}: it is not a date, a number or text.`);
    if (!column.notNull) throw new Error(`${table} cannot be ordered by ${name}: it may be null.`);
    return part;
  });
  const settled = [...columns, ...given];
  if (!keysOf(rows).some(key => key.every(column => settled.includes(column)))) {
    throw new Error(
      `${table} cannot be ordered by ${columns.join(', ')}: two rows may be equal in all of that.`,
    );
  }
  return { table, columns, parts };
}

/**
 * The order of the rows to which a relation leads, by these columns.
 *
 * @param from the table that has the relation
 * @throws Error as `orderOf` does
 */
export function orderOfRelated(from: TableName, relation: string, columns: readonly string[]): Order {
  const { throughTable, targetTable, targetTableName, targetColumns } = relations[from].relations[
    relation as never
  ] as Relation;
  const given = throughTable ? [] : columnNames(targetTable as Table, targetColumns as Column[]);
  return orderOf(targetTableName as TableName, columns, given);
}

// A comparison of rows, because an index over the order serves it; an OR of its cases would not be served.
const beyond = (columns: readonly string[], side: '>' | '<', place: readonly unknown[]) => ({
  RAW: (row: Record<string, Column>): SQL => {
    const here = sql.join(
      columns.map(name => sql`${row[name]}`),
      sql`, `,
    );
    const there = sql.join(
      place.map(value => sql`${value}`),
      sql`, `,
    );
    return sql`(${here}) ${sql.raw(side)} (${there})`;
  },
});

/**
 * The relational query for one page: the rows of the list in its order, or from the end in reverse, and one
 * more row than was asked for, to see whether the list goes on.
 *
 * @param where the rows of the whole list, as in a relational query
 */
export function pageQuery({ columns }: Order, where: object, { size, fromEnd, after, before }: Extent) {
  const bounds = [
    ...(after ? [beyond(columns, '>', after)] : []),
    ...(before ? [beyond(columns, '<', before)] : []),
  ];
  return {
    columns: Object.fromEntries(columns.map(name => [name, true])),
    where: bounds.length > 0 ? { AND: [where, ...bounds] } : where,
    orderBy: Object.fromEntries(columns.map(name => [name, fromEnd ? ('desc' as const) : ('asc' as const)])),
    limit: size + 1,
  };
}
