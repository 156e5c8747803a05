import type { Database } from '../db/client.ts';
import { differences } from '../db/differences.ts';
import { databaseFailure } from '../db/failure.ts';

/** Whether the Worker runs; does not touch the database. */
export const health = () => Response.json({ status: 'ok' });

/**
 * Whether queries can be answered: 200 if the database answers and matches this Worker, otherwise 503. OUTDATED
 * names the parts that are missing or different, and those that this Worker does not know.
 */
export async function ready(db: Database): Promise<Response> {
  try {
    const { missing, unknown } = await differences(db);
    if (missing.length + unknown.length === 0) return Response.json({ status: 'ok' });
    const message =
      unknown.length > 0
        ? 'The database was migrated by a newer version: deploy that version.'
        : 'The database does not match this Worker: run `npm run db:migrate`.';
    return Response.json({ status: 'OUTDATED', missing, unknown, message }, { status: 503 });
  } catch (error) {
    return Response.json({ status: databaseFailure(error) ?? 'UNAVAILABLE' }, { status: 503 });
  }
}
