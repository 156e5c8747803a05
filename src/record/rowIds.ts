import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Owner } from '../db/owner.ts';
import type { entity, relationship } from '../db/tables/index.ts';

/** What a row's id is made of. */
export interface RowKey {
  /** What the row says, or the slug by which it is known. */
  key: string;
  /** Its place in a list that is shown in this order, from 0. */
  place?: number;
}

const HASH_BITS = 28;
const LEAST = -(2 ** 31);
const PLACES = 2 ** (31 - HASH_BITS);

/**
 * Ids for new rows, made of what they say. Lists are ordered by ids where nothing else orders them, so two databases made of the
 * same facts in another order answer alike. They are negative: those of machine-coded events, which are too many for that, are
 * counted upward.
 *
 * @param table where the rows go: ids that are taken there are left out
 * @returns the ids by their keys, the earlier places first
 */
export async function rowIds(
  transaction: Owner,
  table: typeof entity | typeof relationship,
  rows: RowKey[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const taken = new Set<number>();
  let open = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(row => ({ ...row, id: wished(row) }));
  while (open.length > 0) {
    const there = await transaction
      .select({ id: table.id })
      .from(table)
      .where(
        inArray(
          table.id,
          open.map(row => row.id),
        ),
      );
    for (const row of there) taken.add(row.id);
    const next: typeof open = [];
    for (const row of open) {
      if (ids.has(row.key)) continue;
      if (taken.has(row.id)) next.push({ ...row, id: row.id + 1 });
      else ids.set(row.key, row.id);
      taken.add(row.id);
    }
    open = next;
  }
  return ids;
}

function wished({ key, place = 0 }: RowKey): number {
  const hash = createHash('md5').update(key).digest().readUInt32BE() >>> (32 - HASH_BITS);
  return LEAST + Math.min(place, PLACES - 1) * 2 ** HASH_BITS + hash;
}
