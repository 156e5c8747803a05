import { sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import type { Owner } from '../db/owner.ts';
import { UserMistake } from '../local/command.ts';
import type { Dataset } from './datasets.ts';
import { importEvents } from './events/importEvents.ts';
import type { Row } from './file/row.ts';
import { importStatements } from './statements/importStatements.ts';

/** What an import did. Rows are counted as they are read, facts as they stand in the database. */
export interface Summary {
  /** Rows read, those refused or outside of the period included. */
  read: number;
  /** Rows left out because they lie outside of `from` and `to`. */
  outside: number;
  /** Rows refused. */
  refused: number;
  /** Facts that were not on record before. */
  added: number;
  /** Facts of the dataset, or rows of a stream, that were on record already, just so; a curated fact that cites them too. */
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
  /** Gets each row that is refused, and why. */
  onRefused(row: Row, reason: string): void;
  /** Gets the number of rows dealt with so far, from time to time. */
  onProgress(rows: number): void;
}

/**
 * Imports the rows of a dataset. Events that a machine coded are written batch by batch; what other datasets state is held
 * against all that is on file, and written at once. An import that was broken off can be run again: what is there already
 * stays as it is.
 * Throws UserMistake when the curated dataset, with the countries and the sources, is not loaded, or the database fails.
 */
export async function importDataset(
  owner: Owner,
  dataset: Dataset,
  rows: AsyncIterable<Row[]>,
  options: ImportOptions,
): Promise<Summary> {
  const { rows: sources } = await owner.execute<{ id: number; slug: string }>(
    sql`select id, slug from source where slug = ${dataset.source}`,
  );
  const [source] = sources;
  if (!source) {
    throw new UserMistake(
      `The database does not have the curated dataset with the source ${dataset.source}: run npm run dataset:load, then this again.`,
    );
  }
  try {
    return dataset.kind === 'EVENTS'
      ? await importEvents(owner, dataset, source, rows, options)
      : await importStatements(owner, dataset, source, rows, options);
  } catch (error) {
    if (!(error instanceof DrizzleQueryError) || isOurs(error)) throw error;
    // Its own message has every value of the statement in it.
    throw new UserMistake(
      `The database failed (${error.cause?.message}); what was written so far stays: see to it, then run this again.`,
    );
  }
}

// SQLSTATE class 42 is a statement that the database does not understand, or may not carry out.
function isOurs({ cause }: DrizzleQueryError): boolean {
  return (cause as { code?: string } | undefined)?.code?.startsWith('42') ?? false;
}
