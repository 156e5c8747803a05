import { type DrizzleQueryError, sql } from 'drizzle-orm';
import { differences } from '../db/differences.ts';
import type { Owner } from '../db/owner.ts';
import { checksumsOf, readParts } from '../db/parts.ts';
import { UserMistake } from '../mistake.ts';

// SQLSTATEs: there is no such table, column, function or type.
const undefinedThing = /^(42P01|42703|42883|42704)$/;

/** What to do when a statement failed because the database is not up to date with src/db; undefined if that was not why. */
export async function whyOutdated(
  owner: Owner,
  { cause }: DrizzleQueryError,
): Promise<UserMistake | undefined> {
  if (!undefinedThing.test((cause as { code?: string } | undefined)?.code ?? '')) return undefined;
  // Not the parts that the Worker was built for: while somebody edits the SQL, they may be behind.
  const parts = checksumsOf(readParts()).map(({ part, checksum }) => [part, checksum]);
  const { missing, unknown } = await differences(owner, Object.fromEntries(parts));
  if (missing.length + unknown.length === 0) return undefined;
  const { rows } = await owner.execute<{ there: boolean }>(
    sql`select to_regclass('entity') is not null as there`,
  );
  const what = rows[0]?.there ? 'does not match this version of Statecraft' : 'has no tables yet';
  return new UserMistake(`The database ${what}: run npm run db:migrate, then this again.`);
}
