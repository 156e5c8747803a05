import { sql } from 'drizzle-orm';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import type { Owner } from './owner.ts';

const addsValue = /^(\s*ALTER TYPE .+? ADD VALUE) (?!IF NOT EXISTS)/i;

/** The migrations as they are, but that a value which an enum has already is no error. */
export const toleratingValues = (migrations: MigrationMeta[]): MigrationMeta[] =>
  migrations.map(migration => ({
    ...migration,
    sql: migration.sql.map(statement => statement.replace(addsValue, '$1 IF NOT EXISTS ')),
  }));

const newValues = (migrations: MigrationMeta[]) =>
  migrations.flatMap(migration => migration.sql).filter(text => /ADD VALUE IF NOT EXISTS/i.test(text));

/** Whether any of the migrations, as toleratingValues gives them, adds a value to an enum. */
export const addValues = (migrations: MigrationMeta[]): boolean => newValues(migrations).length > 0;

/**
 * Adds the values that migrations add to enums, in a transaction of its own: Postgres lets nobody use a value before the
 * transaction that added it has ended, and the migration that adds one mostly has a check that names it. A value that stays
 * behind when a migration fails later does no harm.
 *
 * @param pending migrations that are not applied yet, as toleratingValues gives them; the types must be there
 */
export async function addNewValues(owner: Owner, pending: MigrationMeta[]): Promise<void> {
  for (const statement of newValues(pending)) await owner.execute(sql.raw(statement));
}
