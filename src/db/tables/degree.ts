import { integer, snakeCase } from 'drizzle-orm/pg-core';

/**
 * How many relationships an entity has, including superseded ones but not machine-coded ones: there are many
 * times as many of those, and traversals leave them out. An entity's prominence is the exponent of the
 * largest power of two in its degree: traversals rank and estimate by it, and it rarely changes, so every row
 * of adjacency that leads to the entity can keep it.
 */
export const degree = snakeCase.table('degree', {
  entityId: integer().primaryKey(),
  degree: integer().notNull(),
});
