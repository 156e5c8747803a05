import { sql } from 'drizzle-orm';
import { type coverage, source } from './tables/index.ts';

/** The order of the times that a country is covered for: by topic, by source, then by their first day. */
export const bySource = ({ topic, sourceId, from, until, id }: typeof coverage) => [
  topic,
  sql`(select ${source.slug} from ${source} where ${source.id} = ${sourceId})`,
  sql`first_day(${from}) nulls first`,
  sql`last_day(${until})`,
  id,
];
