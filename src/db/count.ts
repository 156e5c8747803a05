import {
  type AnyRelationsFilter,
  type Relation,
  relationsFilterToSQL,
  relationToSQL,
  type SQL,
  sql,
  type Table,
  type TableRelationalConfig,
} from 'drizzle-orm';
import { relations } from './relations.ts';

type TableName = keyof typeof relations;

/**
 * A filter of a relational query over `table` as a condition, for counting the rows that pass it.
 *
 * @param filter as in `where` of a relational query
 */
export function condition(table: TableName, filter: object): SQL | undefined {
  const { table: rows, relations: leading } = relations[table] as TableRelationalConfig;
  return relationsFilterToSQL(rows, filter as AnyRelationsFilter, leading, relations);
}

/**
 * How many rows of a relation pass a filter, as an expression next to the columns of the row it starts from.
 *
 * @param from the table that has the relation
 * @param filter as in `where` of a relational query over the relation's target
 */
export const countOf = (from: TableName, relation: string, filter: object) => (row: Table) => {
  const related = relations[from].relations[relation as never] as Relation;
  const target = related.targetTable as Table;
  const through = related.throughTable as Table | undefined;
  const { filter: ofRow, joinCondition } = relationToSQL(related, row, target, through);
  const joined = joinCondition ? sql` inner join ${through} on ${joinCondition}` : sql.empty();
  const passing = condition(related.targetTableName as TableName, filter) ?? sql`true`;
  return sql<number>`(select count(*)::integer from ${target}${joined} where ${ofRow} and ${passing})`;
};
