import type { Owner } from '../db/owner.ts';
import { readDataset } from './dataset.ts';
import { storeCollection } from './store.ts';
import type { Changes } from './supersede.ts';

/**
 * Loads the curated facts into a database with all migrations applied, all or nothing; what is there already stays.
 * `summary` says in a sentence what changed.
 * Throws WrongFacts, before it touches the database, when anything is wrong with them; UserMistake when a slug
 * belongs to another collection; and Drizzle's DrizzleQueryError when a statement fails.
 *
 * @param options.onProgress gets a line for each step begun
 * @param options.directory where the .yaml files are
 */
export async function loadDataset(
  owner: Owner,
  { onProgress, directory }: { onProgress?: (line: string) => void; directory?: string } = {},
): Promise<Changes & { summary: string }> {
  onProgress?.('Checking the dataset …');
  const dataset = readDataset(directory);
  onProgress?.('Loading the dataset …');
  const changes = await storeCollection(owner, dataset);
  const { added, superseded } = changes;
  const summary =
    added + superseded > 0
      ? `The dataset is loaded: ${added} facts added, ${superseded} superseded.`
      : 'The dataset is loaded: no fact has changed.';
  return { ...changes, summary };
}
