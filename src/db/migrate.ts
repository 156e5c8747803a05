import { DrizzleQueryError, sql } from 'drizzle-orm';
import { migrate as applyPending } from 'drizzle-orm/pg-core/async/session';
import { adopt } from './adopt.ts';
import { BEHAVIOR, behaviorChecksum } from './behavior.ts';
import { FailedStatement } from './failedStatement.ts';
import { addNewValues, addValues, toleratingValues } from './newValues.ts';
import type { Owner } from './owner.ts';
import { checksumsOf, migrationsFolder, type Parts, type RepeatableFile, readParts } from './parts.ts';
import { installed } from './tables/index.ts';

// Any number will do, as long as nothing else on the server locks the same one.
const LOCK = 7_829_361_104;

/**
 * Brings the database up to date with src/db, all or nothing: applies the migrations that it does not have
 * yet, runs all files of SQL functions, grants the reader its rights, and records what is installed. A second migrator waits for the first and then finds nothing to do.
 *
 * @throws UnknownDatabase when the database is not Statecraft's, or is of a version that this one does not
 *   know
 * @throws FailedStatement (`cause.code` is the SQLSTATE) when a statement fails
 */
export async function migrate(owner: Owner): Promise<void> {
  const parts = readParts();
  try {
    await bringUpToDate(owner, parts);
  } catch (error) {
    throw error instanceof DrizzleQueryError ? new FailedStatement(error, parts) : error;
  }
}

async function bringUpToDate(owner: Owner, parts: Parts): Promise<void> {
  const { functions, reader } = parts;
  const migrations = toleratingValues(parts.migrations);
  await locked(owner, async transaction => {
    const applied = await adopt(transaction, migrations);
    const pending = migrations.filter(({ name }) => !applied.includes(name));
    if (!addValues(pending)) return;
    // On a new database the types that get values are made first.
    if (applied.length === 0) await applyPending(migrations.slice(0, 1), transaction, { migrationsFolder });
    await addNewValues(transaction, pending);
  });
  await locked(owner, async transaction => {
    await adopt(transaction, migrations);
    await applyPending(migrations, transaction, { migrationsFolder });
    // All of them: a migration may have dropped a function or, with its table, a trigger, and a restored or edited database
    // may have lost one.
    await runAll(transaction, [...functions, reader]);
    await transaction.delete(installed);
    await transaction.insert(installed).values(checksumsOf(parts));
    await transaction.execute(sql`insert into ${installed} values (${BEHAVIOR}, ${behaviorChecksum})`);
  });
}

async function locked(owner: Owner, act: (transaction: Owner) => Promise<void>): Promise<void> {
  await owner.transaction(async transaction => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await act(transaction);
  });
}

async function runAll(owner: Owner, files: RepeatableFile[]): Promise<void> {
  for (const { statements } of files) {
    for (const statement of statements) await owner.execute(sql.raw(statement));
  }
}
