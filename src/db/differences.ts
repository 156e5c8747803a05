import { DrizzleQueryError, getColumns } from 'drizzle-orm';
import { BEHAVIOR, behaviorChecksum } from './behavior.ts';
import type { Database } from './client.ts';
import { expected } from './expected.ts';
import type { Owner } from './owner.ts';
import { installed } from './tables/index.ts';

/** How a database differs from the one that this code was written for. */
export interface Differences {
  /** Parts that it does not have, or has in another version. */
  missing: string[];
  /**
   * Parts that this code does not know: a newer version migrated it, and may have removed what this one
   * reads.
   */
  unknown: string[];
}

// SQLSTATE of a table that does not exist (in 0.1.0, or an empty database) and of one that may not be read.
const undefinedTable = '42P01';
const insufficientPrivilege = '42501';

/**
 * Compares the database with the parts that this code was written for, and its functions and triggers with those that the last
 * `migrate` left. One statement.
 *
 * @param parts the parts by name, each with its checksum
 * @throws DrizzleQueryError when the database cannot be queried
 */
export async function differences(
  db: Pick<Database | Owner, 'select'>,
  parts: Record<string, string> = expected,
): Promise<Differences> {
  try {
    const rows = await db.select({ ...getColumns(installed), behavior: behaviorChecksum }).from(installed);
    const there = new Map(rows.map(({ part, checksum }) => [part, checksum]));
    const wanted: Record<string, string | undefined> = { ...parts, [BEHAVIOR]: rows[0]?.behavior };
    return {
      missing: Object.keys(wanted).filter(part => there.get(part) !== wanted[part]),
      unknown: [...there.keys()].filter(part => !Object.hasOwn(wanted, part)),
    };
  } catch (error) {
    const code = error instanceof DrizzleQueryError && (error.cause as { code?: string })?.code;
    if (code === undefinedTable) return { missing: Object.keys(parts), unknown: [] };
    if (code === insufficientPrivilege) return { missing: ['reader.sql'], unknown: [] };
    throw error;
  }
}
