import type { Owner } from '../db/owner.ts';
import type { Source } from '../record/facts.ts';
import { storeCollection } from '../record/store.ts';
import type { Changes } from '../record/supersede.ts';
import { readCurated } from './curated.ts';

/**
 * Loads the curated facts into a database with all migrations applied, all or nothing; what is there already stays.
 * `summary` says in a sentence what changed.
 * Throws WrongFacts, before it touches the database, when anything is wrong with them; UserMistake when a slug
 * belongs to another collection; and Drizzle's DrizzleQueryError when a statement fails.
 *
 * @param options.cited sources that the facts may cite without giving them
 * @param options.onProgress gets a line for each step begun
 * @param options.directory where the .yaml files are
 */
export async function loadCurated(
  owner: Owner,
  {
    cited,
    onProgress,
    directory,
  }: { cited: Source[]; onProgress?: (line: string) => void; directory?: string },
): Promise<Changes & { summary: string }> {
  onProgress?.('Checking the curated facts …');
  const facts = readCurated(cited, directory);
  onProgress?.('Loading the curated facts …');
  const changes = await storeCollection(owner, facts);
  const { added, superseded } = changes;
  const summary =
    added + superseded > 0
      ? `The curated facts are loaded: ${added} added, ${superseded} superseded.`
      : 'The curated facts are loaded: none has changed.';
  return { ...changes, summary };
}
