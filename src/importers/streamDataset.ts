import type { Source } from '../dataset/format.ts';
import type { CodedEvent } from './codedEvent.ts';
import type { Row } from './row.ts';

/** A dataset whose rows are events that a machine coded from news: too many to hold, and each is added by itself. */
export interface StreamDataset {
  kind: 'EVENTS';
  /** The source its events rest on; it is `machineCoded`. */
  source: Source;
  /** The columns, in order. Rows come with fields by these names. */
  columns: string[];
  /** Whether the file's first line names the columns. */
  header: boolean;
  delimiter: ',' | '\t';
  /** The event of a row; throws RefusedRow. */
  event(row: Row): CodedEvent;
}
