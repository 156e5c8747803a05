import type { PgAsyncDatabase } from 'drizzle-orm/pg-core/async/db';
import type { PgQueryResultHKT } from 'drizzle-orm/pg-core/session';

/** What both drivers of the owner (node-postgres and PGlite) return for a raw statement. */
interface OwnerResult extends PgQueryResultHKT {
  type: Rows<this['row']>;
}

interface Rows<Row> {
  rows: Row[];
}

/**
 * The owner's Drizzle handle, on a Postgres server or on the embedded one: it may write, and change the
 * schema.
 */
export type Owner = PgAsyncDatabase<OwnerResult>;
