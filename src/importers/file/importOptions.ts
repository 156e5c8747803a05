import type { Row } from './row.ts';

/** What an import did. Rows are counted as they are read, facts as they stand in the database. */
export interface Summary {
  /** Rows read, including those refused or outside the period. */
  read: number;
  /** Rows left out because they lie outside `from` and `to`. */
  outside: number;
  /** Rows refused. */
  refused: number;
  /** Facts that were not on record before. */
  added: number;
  /** Facts of the dataset, or rows of a stream, that were already on record unchanged, curated facts that cite them included. */
  unchanged: number;
  /** Facts that no longer stand, because the dataset or another that it was held against says otherwise now. */
  superseded: number;
}

export interface ImportOptions {
  /** Only what may have been going on on this day or after it, YYYY-MM-DD. */
  from?: string;
  /** Only what may have been going on on this day or before it, YYYY-MM-DD. */
  to?: string;
  /** Counts what an import would do, and leaves the database as it is. */
  dryRun: boolean;
  /** Lets a file take facts of its dataset off the record, however many. */
  replace: boolean;
  /** Gets each row that is refused, and why. */
  onRefused(row: Row, reason: string): void;
  /** Gets the number of rows dealt with so far, from time to time. */
  onProgress(rows: number): void;
}
