import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Owner } from '../db/owner.ts';
import type { entity, relationship } from '../db/tables/index.ts';

/**
 * Ids for new rows that nobody has put in an order, made of what they say. Lists are ordered by ids where nothing else orders
 * them, so two databases made of the same datasets in another order answer alike. They are negative: rows that come in an
 * order are counted upward.
 *
 * @param table where the rows go: ids that are taken there are left out
 * @param keys what each row says, or the slug by which it is known
 * @returns the ids by their keys
 */
export async function rowIds(
  transaction: Owner,
  table: typeof entity | typeof relationship,
  keys: string[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const taken = new Set<number>();
  let open = keys.toSorted().map(key => ({ key, id: wished(key) }));
  while (open.length > 0) {
    const wanted = open.map(({ id }) => id);
    const there = await transaction.select({ id: table.id }).from(table).where(inArray(table.id, wanted));
    for (const { id } of there) taken.add(id);
    const next: typeof open = [];
    for (const { key, id } of open) {
      if (taken.has(id)) next.push({ key, id: id + 1 });
      else ids.set(key, id);
      taken.add(id);
    }
    open = next;
  }
  return ids;
}

const wished = (key: string) => -1 - (createHash('md5').update(key).digest().readUInt32BE() >>> 1);
