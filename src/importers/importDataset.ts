import { sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import type { Owner } from '../db/owner.ts';
import { UserMistake } from '../mistake.ts';
import type { Dataset } from './datasets/index.ts';
import { importEvents } from './events/importEvents.ts';
import type { ImportOptions, Summary } from './file/importOptions.ts';
import type { Row } from './file/row.ts';
import { importStatements } from './statements/importStatements.ts';

/**
 * Imports the rows of a dataset. Machine-coded events are written batch by batch; what other datasets state
 * is compared with everything on file, and written all at once. An interrupted import can be run again: what
 * was already imported stays unchanged.
 * Throws UserMistake when the curated dataset, with the countries and the sources, is not loaded, or the
 * database fails.
 */
export async function importDataset(
  owner: Owner,
  dataset: Dataset,
  rows: AsyncIterable<Row[]>,
  options: ImportOptions,
): Promise<Summary> {
  const { rows: sources } = await owner.execute<{ id: number; slug: string }>(
    sql`select id, slug from source where slug = ${dataset.source.slug}`,
  );
  const [source] = sources;
  if (!source) {
    throw new UserMistake(
      `The database does not have the curated facts, with the source ${dataset.source.slug}: run npm run dataset:load, then this again.`,
    );
  }
  try {
    return dataset.kind === 'EVENTS'
      ? await importEvents(owner, dataset, source, rows, options)
      : await importStatements(owner, dataset, source, rows, options);
  } catch (error) {
    if (!(error instanceof DrizzleQueryError) || isOurs(error)) throw error;
    // Its own message contains every value of the statement.
    throw new UserMistake(
      `The database failed (${error.cause?.message}): fix that, then run this again. What was written so far is kept.`,
    );
  }
}

// SQLSTATE class 42 is a statement that the database does not understand, or may not carry out.
function isOurs({ cause }: DrizzleQueryError): boolean {
  return (cause as { code?: string } | undefined)?.code?.startsWith('42') ?? false;
}
