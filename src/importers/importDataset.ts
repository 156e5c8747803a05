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
    sql`select id, slug from source where slug = ${dataset.source.slug}`,
  );
  const [source] = sources;
  if (!source) {
    throw new UserMistake(
      `The database does not have the curated facts with the source ${dataset.source.slug}: run npm run dataset:load, then this again.`,
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
