import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

export type DatasetState = {
  version: string;
  updatedAt: Date;
  countries: number;
  leaders: number;
  organizations: number;
  alliances: number;
  events: number;
  relationships: number;
  claims: number;
  sources: number;
};

/**
 * What is loaded: a version that changes whenever any fact does (made from the checksums of all collections),
 * when that last happened, and how much is on record. One statement.
 */
export async function datasetState(db: Database): Promise<DatasetState> {
  const { rows } = await db.execute<Record<string, string>>(sql`
    select
      coalesce(md5(string_agg(slug || ' ' || checksum, ' ' order by slug)), 'empty') as version,
      coalesce(max(updated_at), 'epoch') as updated_at,
      (select count(*) from country) as countries,
      (select count(*) from leader) as leaders,
      (select count(*) from organization) as organizations,
      (select count(*) from alliance) as alliances,
      coalesce(sum(events), 0) as events,
      coalesce(sum(relationships), 0) as relationships,
      (select count(*) from claim where known_until is null) as claims,
      (select count(*) from source) as sources
    from collection`);
  const { version = '', updated_at = '', ...counts } = rows[0] ?? {};
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value)]));
  return { version, updatedAt: new Date(updated_at), ...numbers } as DatasetState;
}
