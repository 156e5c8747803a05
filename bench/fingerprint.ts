import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the made graphs depend on: the tables, how adjacency and degree follow from the ties, and how the ties are made. */
const files = [
  ...globSync('../src/db/migrations/*/migration.sql', { cwd: import.meta.dirname }).sort(),
  '../src/db/functions/adjacency.sql',
  'graph.ts',
  'icews.ts',
];

/** Changes with whatever the made graphs depend on, so that one that is out of date is made anew. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 12);
}
