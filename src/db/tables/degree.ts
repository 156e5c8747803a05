import { integer, snakeCase } from 'drizzle-orm/pg-core';

/**
 * How many relationships an entity has, superseded ones included, those that a machine coded not: there are many
 * times as many, and traversals leave them out. Its prominence is the power of two that
 * fits in it: traversals rank and estimate by it, and it changes seldom enough to be kept in every row of
 * adjacency that leads to the entity.
 */
export const degree = snakeCase.table('degree', {
  entityId: integer().primaryKey(),
  degree: integer().notNull(),
});
