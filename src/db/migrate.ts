import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyPending } from 'drizzle-orm/pg-core/async/session';
import type { Owner } from './owner.ts';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));

// Any number will do, as long as nothing else on the same server locks it.
const LOCK = 7_829_361_104;

/**
 * Applies every migration in src/db/migrations that the database does not have yet: all of them or, on an
 * error, none. A second migrator waits for the first and then finds nothing to do.
 * Throws Drizzle's DrizzleQueryError (`cause.code` is the SQLSTATE) when a statement fails.
 */
export async function migrate(owner: Owner): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  await owner.transaction(async transaction => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await applyPending(migrations, transaction, { migrationsFolder: folder });
  });
}
