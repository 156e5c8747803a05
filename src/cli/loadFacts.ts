import { loadCurated } from '../curated/load.ts';
import type { Owner } from '../db/owner.ts';
import { datasetSources } from '../importers/datasets/index.ts';
import { deriveFacts } from '../importers/statements/storeStatements.ts';

/**
 * Loads the curated facts into a database with all migrations applied, and compares what imported datasets
 * say with them again. Returns a sentence on what changed; `onProgress` gets a line as each step begins.
 * Throws UserMistake when a file of facts is wrong or a slug belongs to another collection.
 */
export async function loadFacts(owner: Owner, onProgress: (line: string) => void): Promise<string> {
  const { summary } = await loadCurated(owner, { cited: datasetSources, onProgress });
  await deriveFacts(owner);
  return summary;
}
