import { readFileSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { openEmbedded } from '../../src/local/embedded.ts';

/** Opens a copy, in memory, of the embedded database in a tar file. */
export function openTemplate(file: string): Promise<PGlite> {
  // Not openAsBlob, which reads the file in pieces and copies them together again and again.
  return openEmbedded({ loadDataDir: new Blob([readFileSync(file)]) });
}
