import { eq } from 'drizzle-orm';
import type { Owner } from '../db/owner.ts';
import { coverage as coverageTable } from '../db/tables/index.ts';
import type { Coverage } from './facts.ts';
import { batchesOf } from './storeEntities.ts';
import type { Places } from './storeFacts.ts';

/** Puts these times in the place of those that the collection had. Their countries and sources must be there. */
export async function replaceCoverage(
  transaction: Owner,
  coverage: Coverage[],
  { collection, sources, entities }: Places,
): Promise<void> {
  await transaction.delete(coverageTable).where(eq(coverageTable.collection, collection));
  for (const batch of batchesOf(coverage)) {
    await transaction.insert(coverageTable).values(
      batch.map(({ country, topic, source, from, until }) => ({
        countryId: entities.get(country)?.id as number,
        topic,
        sourceId: sources.get(source) as number,
        from,
        until,
        collection,
      })),
    );
  }
}
