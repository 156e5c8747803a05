/** The import of one file as the user sees it: progress, refused rows, Ctrl-C, and the outcome. */
import type { Owner } from '../db/owner.ts';
import type { Dataset } from '../importers/datasets/index.ts';
import type { ImportOptions } from '../importers/file/importOptions.ts';
import { readRows } from '../importers/file/rows.ts';
import { importDataset } from '../importers/importDataset.ts';
import { Interruption } from './interruption.ts';
import { ProgressDisplay } from './progress.ts';
import { Refusals } from './refusals.ts';
import { summaryLines } from './summary.ts';

/** The exit code that shells give a program ended by Ctrl-C. */
const INTERRUPTED = 130;

/** A file that was checked to be one of the dataset's. */
export interface DatasetFile {
  name: string;
  dataset: Dataset;
  path: string;
  totalBytes: number;
}

/**
 * Imports the file into the database of `owner`, and prints the outcome; refused rows go to a file in
 * `directory`. After Ctrl-C the exit code is 130.
 * Throws UserMistake where importDataset and readRows do, and when `directory` cannot be written to.
 */
export async function importFile(
  owner: Owner,
  { name, dataset, path, totalBytes }: DatasetFile,
  given: Pick<ImportOptions, 'from' | 'to' | 'dryRun' | 'replace'>,
  directory: string,
): Promise<void> {
  const refusals = new Refusals(directory, path, dataset.delimiter);
  const progress = new ProgressDisplay(process.stderr, totalBytes);
  const interruption = new Interruption();
  try {
    const all = readRows(path, dataset, bytes => progress.update({ bytes }));
    const rows = dataset.kind === 'EVENTS' ? interruption.cut(all) : interruption.refuse(all);
    const summary = await importDataset(owner, dataset, rows, {
      ...given,
      onRefused: (row, reason) => refusals.add(row, reason),
      onProgress: rows => progress.update({ rows }),
    });
    if (summary.refused === 0 && !given.dryRun && !interruption.hasCut) refusals.removeEarlier();
    progress.end();
    const outcome = {
      name,
      summary,
      milliseconds: progress.milliseconds,
      ...(dataset.kind === 'STATEMENTS' && { wholeFile: dataset.rows }),
      refusedFile: refusals.name,
      dryRun: given.dryRun,
      interrupted: interruption.hasCut,
    };
    console.log(summaryLines(outcome).join('\n'));
  } catch (error) {
    progress.end();
    throw error;
  } finally {
    interruption.end();
    refusals.close();
    if (interruption.hasCut) process.exitCode = INTERRUPTED;
  }
}
