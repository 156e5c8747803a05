import { NeonDbError } from '@neondatabase/serverless';
import { DrizzleQueryError } from 'drizzle-orm';

/** How a call to the database failed, in terms of what it means for the caller. */
export type Failure = 'TIMEOUT' | 'UNAVAILABLE' | 'DEFECT';

/** Connection lost (08), shut down or starting (57P01–57P03), too many connections (53300). */
const unavailable = /^(08...|57P0[123]|53300)$/;
const canceled = '57014';

const isTimeout = (error: unknown) =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');

/**
 * What kind of failure an error of the database client is, or null if the database was not involved.
 *
 * The driver gives a refused statement its SQLSTATE in `code`; without one, the database was not reached or
 * answered something that is not its protocol. See
 * https://www.postgresql.org/docs/current/errcodes-appendix.html.
 */
export function databaseFailure(error: unknown): Failure | null {
  if (!(error instanceof DrizzleQueryError)) return null;
  const { cause } = error;
  if (!(cause instanceof NeonDbError)) return isTimeout(cause) ? 'TIMEOUT' : 'UNAVAILABLE';
  if (cause.code === canceled || isTimeout(cause.sourceError)) return 'TIMEOUT';
  return !cause.code || unavailable.test(cause.code) ? 'UNAVAILABLE' : 'DEFECT';
}
