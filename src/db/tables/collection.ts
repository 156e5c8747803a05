import { integer, snakeCase, text } from 'drizzle-orm/pg-core';
import { instant } from './dates.ts';

/**
 * What has been loaded, by collection: the dataset's version is made of the checksums. How many events and relationships of
 * each are on record is kept here, because there can be millions.
 */
export const collection = snakeCase.table('collection', {
  slug: text().primaryKey(),
  checksum: text().notNull(),
  events: integer().notNull().default(0),
  relationships: integer().notNull().default(0),
  updatedAt: instant().notNull(),
});
