import type { Source } from '../../record/facts.ts';
import type { Layout } from '../file/layout.ts';
import type { Row } from '../file/row.ts';
import type { CodedEvent } from './codedEvent.ts';

/**
 * A dataset whose rows are events machine-coded from news: too many to hold in memory, each added by itself.
 */
export interface StreamDataset extends Layout {
  kind: 'EVENTS';
  /** What its events rest on; it is `machineCoded`. */
  source: Source;
  /** The event of a row; throws RefusedRow. */
  event(row: Row): CodedEvent;
}
