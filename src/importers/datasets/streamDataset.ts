import type { CodedEvent } from '../events/codedEvent.ts';
import type { Row } from '../file/row.ts';

/** A dataset whose rows are events that a machine coded from news: too many to hold, and each is added by itself. */
export interface StreamDataset {
  kind: 'EVENTS';
  /** The slug of the source that its events rest on, in src/dataset/facts/datasets.yaml; it is `machineCoded`. */
  source: string;
  /** The columns, in order. Rows come with fields by these names. */
  columns: string[];
  /** Whether the file's first line names the columns. */
  header: boolean;
  delimiter: ',' | '\t';
  /** The event of a row; throws RefusedRow. */
  event(row: Row): CodedEvent;
}
