import { integer, snakeCase, text } from 'drizzle-orm/pg-core';
import { instant } from './dates.ts';

/**
 * What has been loaded, by collection: the dataset's version is made from the checksums. The numbers of
 * events and relationships on record are kept here, because there can be millions.
 */
export const collection = snakeCase.table('collection', {
  slug: text().primaryKey(),
  checksum: text().notNull(),
  events: integer().notNull().default(0),
  relationships: integer().notNull().default(0),
  updatedAt: instant().notNull(),
});
