import { snakeCase, text } from 'drizzle-orm/pg-core';

/**
 * What the database is made from: a row for each migration, each file of SQL functions and `reader.sql`, as
 * the last `migrate` left them, and one for the functions and triggers that it then had (`behavior`). The Worker compares it
 * with the parts that it was built for.
 */
export const installed = snakeCase.table('installed', {
  part: text().primaryKey(),
  checksum: text().notNull(),
});
