import { sql } from 'drizzle-orm';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import type { Owner } from './owner.ts';
import { UnknownDatabase } from './unknownDatabase.ts';

/** The migrations that 0.1.0 recorded, name and hash: those that the baseline replaced. */
const released: [name: string, hash: string][] = [
  ['20261122095934_foundation', 'e20ea12629d1f22e404d148114f3ab0e5c6403848f395845ccef0c8ebb5b99fe'],
  ['20261122110002_tables', '6ba36a97377a06e72fc9613f6022069e4e4eb67561027935be052e2347ec6f5c'],
  ['20261122110006_behaviour', '2c17485d14fc9961274bd39a2c694787ed609fcc93cdb2bf85bf8a51277c969f'],
  ['20261122110011_traversal', 'a2dfe31a0c6d7c82a85c9ed20ebe2043d5828bdcc58b72dd40473881ece0182f'],
  ['20261124164028_datasets', 'f51c709b1e1a077cdaa37f0d9901dbee5ded35b387153d44d543d52f9b01e7c5'],
  ['20261124164030_coded_ties', 'f81f9a779d15432386c3d8d6ce13d15028564726315a20754216eaa23bb7fb8e'],
];

/**
 * Makes sure that the migrations can be applied to the database: it must be empty, or made by some of them. A
 * 0.1.0 database is recorded as being at the baseline, which makes the same tables.
 *
 * @returns the names of the migrations on record
 * @throws UnknownDatabase when the database is in any other state
 */
export async function adopt(owner: Owner, migrations: MigrationMeta[]): Promise<string[]> {
  const [baseline] = migrations;
  if (!baseline) throw new Error('There are no migrations.');
  const record = await recorded(owner);
  if (sameMigrations(record, released)) {
    await owner.execute(sql`delete from drizzle.__drizzle_migrations`);
    await owner.execute(sql`
      insert into drizzle.__drizzle_migrations (hash, created_at, name)
      values (${baseline.hash}, ${baseline.folderMillis}, ${baseline.name})`);
    return [baseline.name];
  }
  const ours = new Map(migrations.map(({ name, hash }) => [name, hash]));
  const foreign = record.filter(([name, hash]) => ours.get(name) !== hash).map(([name]) => name);
  if (foreign.length > 0) {
    throw new UnknownDatabase(
      `The database has migrations that this version of Statecraft does not have, or has differently (${foreign.join(', ')}): use the version that applied them, or a newer one.`,
    );
  }
  const names = record.map(([name]) => name);
  if (!names.includes(baseline.name)) await refuseOccupied(owner);
  return names;
}

// Drizzle's record, oldest first. An older Drizzle, of some other program, records no names.
async function recorded(owner: Owner): Promise<[name: string, hash: string][]> {
  const { rows: found } = await owner.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!found[0]?.there) return [];
  const { rows } = await owner.execute<{ name: string; hash: string }>(sql`
    select coalesce(to_jsonb(migration) ->> 'name', hash) as name, hash
    from drizzle.__drizzle_migrations as migration order by id`);
  return rows.map(({ name, hash }) => [name, hash]);
}

const sameMigrations = (some: [string, string][], others: [string, string][]) =>
  JSON.stringify(some) === JSON.stringify(others);

// The reader may read everything in schema public, so nothing else may be there: no table, view or other type.
async function refuseOccupied(owner: Owner): Promise<void> {
  const { rows } = await owner.execute<{ name: string }>(sql`
    select typname as name from pg_type
    where typnamespace = 'public'::regnamespace and typcategory <> 'A'
      and not exists (select from pg_depend where objid = pg_type.oid and deptype = 'e')
    order by 1 limit 3`);
  if (rows.length === 0) return;
  throw new UnknownDatabase(
    `Schema public of the database is not empty (${rows.map(({ name }) => name).join(', ')}), and Statecraft has never migrated it: use an empty database.`,
  );
}
