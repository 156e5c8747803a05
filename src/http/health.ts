import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { databaseFailure } from '../db/failure.ts';

/** Whether the Worker runs; asks nothing of the database. */
export const health = () => Response.json({ status: 'ok' });

/** Whether queries can be answered: 200 when the database answers, else 503. */
export async function ready(db: Database): Promise<Response> {
  try {
    await db.execute(sql`select 1`);
    return Response.json({ status: 'ok' });
  } catch (error) {
    return Response.json({ status: databaseFailure(error) ?? 'UNAVAILABLE' }, { status: 503 });
  }
}
