import type { Owner } from '../../db/owner.ts';
import { publicationOf } from '../../record/collection.ts';
import type { ImportOptions, Summary } from '../file/importOptions.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import { wholeRow } from '../file/wholeRow.ts';
import type { CodedEvent } from './codedEvent.ts';
import { EventStore } from './storeEvents.ts';
import type { StreamDataset } from './streamDataset.ts';

/** Events in one transaction: enough to be fast, and few enough that a broken import loses little. */
const BATCH = 20_000;

/** Batches under way at the same time: while the database writes one, the next is read and begun. */
const AT_ONCE = 2;

/** Imports a stream of events, batch by batch. See importDataset. */
export async function importEvents(
  owner: Owner,
  dataset: StreamDataset,
  source: { id: number; slug: string },
  rows: AsyncIterable<Row[]>,
  options: ImportOptions,
): Promise<Summary> {
  const summary: Summary = { read: 0, outside: 0, refused: 0, added: 0, unchanged: 0, superseded: 0 };
  const store = await EventStore.open(owner, { ...source, knownOn: publicationOf(dataset.source) });
  const write = options.dryRun ? counting(store) : (events: CodedEvent[]) => store.write(events);
  const underWay = new Set<Promise<void>>();

  async function begin(events: CodedEvent[]): Promise<void> {
    if (!options.dryRun) await store.addActors(events);
    while (underWay.size >= AT_ONCE) await Promise.race(underWay);
    const { read } = summary;
    const batch = write(events).then(added => {
      summary.added += added;
      summary.unchanged += events.length - added;
      underWay.delete(batch);
      options.onProgress(read);
    });
    // A batch that fails stays under way, so that the next wait for the batches throws its error.
    batch.catch(() => {});
    underWay.add(batch);
  }

  let events: CodedEvent[] = [];
  try {
    for await (const chunk of rows) {
      for (const row of chunk) {
        summary.read++;
        const event = eventOf(dataset, row, options.onRefused);
        if (!event) summary.refused++;
        else if (isOutside(event, options)) summary.outside++;
        else events.push(event);
      }
      if (events.length < BATCH) continue;
      await begin(events);
      events = [];
    }
    if (events.length > 0) await begin(events);
    await Promise.all(underWay);
  } finally {
    await Promise.allSettled(underWay);
  }
  return summary;
}

function eventOf(
  dataset: StreamDataset,
  row: Row,
  onRefused: ImportOptions['onRefused'],
): CodedEvent | undefined {
  try {
    return dataset.event(wholeRow(row, dataset));
  } catch (error) {
    if (!(error instanceof RefusedRow)) throw error;
    onRefused(row, error.message);
    return undefined;
  }
}

const isOutside = ({ day }: CodedEvent, { from, to }: ImportOptions) =>
  (from !== undefined && day < from) || (to !== undefined && day > to);

/** Counts what would be added; a row that comes twice counts once, as if the first had been written. */
function counting(store: EventStore): (events: CodedEvent[]) => Promise<number> {
  const seen = new Set<number>();
  return async events => {
    const before = seen.size;
    for (const number of await store.fresh(events)) seen.add(number);
    return seen.size - before;
  };
}
