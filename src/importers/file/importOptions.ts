import type { Row } from './row.ts';

/** What an import did. Rows are counted as they are read, facts as they are in the database. */
export interface Summary {
  /** Rows read, including those refused or outside the period. */
  read: number;
  /** Rows left out because they are outside `from` and `to`. */
  outside: number;
  /** Rows refused. */
  refused: number;
  /** Facts that were not on record before. */
  added: number;
  /**
   * Facts of the dataset, or rows of a stream, that were already on record unchanged, including curated facts
   * that cite them.
   */
  unchanged: number;
  /** Facts that no longer stand, because the dataset, or one compared with it, now says otherwise. */
  superseded: number;
}

export interface ImportOptions {
  /** Only what may have been under way on this day or later, YYYY-MM-DD. */
  from?: string;
  /** Only what may have been under way on this day or earlier, YYYY-MM-DD. */
  to?: string;
  /** Counts what an import would do, and leaves the database unchanged. */
  dryRun: boolean;
  /** Lets a file take any number of its dataset's facts off the record. */
  replace: boolean;
  /** Called with each row that is refused, and why. */
  onRefused(row: Row, reason: string): void;
  /** Called now and then with the number of rows handled so far. */
  onProgress(rows: number): void;
}
