import { sql } from 'drizzle-orm';
import { evidence } from './tables/index.ts';

/** Evidence for facts on record; for each fact, only the first piece from its source. */
export const onceForEachFact = {
  OR: [
    { relationship: { knownUntil: { isNull: true as const } } },
    { event: { event: { knownUntil: { isNull: true as const } } } },
    { claim: { knownUntil: { isNull: true as const } } },
    { indicator: { knownUntil: { isNull: true as const } } },
  ],
  RAW: (row: typeof evidence) => sql`not exists (
    select from ${evidence} as earlier
    where earlier.source_id = ${row.sourceId} and earlier.id < ${row.id}
      and (earlier.relationship_id = ${row.relationshipId} or earlier.event_id = ${row.eventId}
        or earlier.claim_id = ${row.claimId} or earlier.indicator_id = ${row.indicatorId}))`,
};
