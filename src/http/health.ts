import type { Database } from '../db/client.ts';
import { differences } from '../db/differences.ts';
import { databaseFailure } from '../db/failure.ts';

/** Whether the Worker runs; asks nothing of the database. */
export const health = () => Response.json({ status: 'ok' });

/**
 * Whether queries can be answered: 200 when the database answers and is the one that this Worker was built for, else 503.
 * OUTDATED names the parts that are missing or differ, and those that this Worker does not know.
 */
export async function ready(db: Database): Promise<Response> {
  try {
    const { missing, unknown } = await differences(db);
    if (missing.length + unknown.length === 0) return Response.json({ status: 'ok' });
    const message =
      unknown.length > 0
        ? 'A newer version has migrated the database: deploy that version.'
        : 'The database is not the one that this Worker was built for: run `npm run db:migrate`.';
    return Response.json({ status: 'OUTDATED', missing, unknown, message }, { status: 503 });
  } catch (error) {
    return Response.json({ status: databaseFailure(error) ?? 'UNAVAILABLE' }, { status: 503 });
  }
}
