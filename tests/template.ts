import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import './setup/provided.ts';
import type { Templates } from './setup/templates.ts';

/** The tar file of an embedded database to start from. Throws when an edit has broken what it is made of. */
export function templateOf(state: keyof Templates): string {
  const embedded = inject('embedded');
  if ('broken' in embedded) throw new Error(embedded.broken);
  return embedded[state];
}

/** Puts a copy of an embedded database where a command looks for it when DATA_DIR is `directory`, which may be new. */
export function unpackTemplate(state: keyof Templates, directory: string): void {
  const postgres = join(directory, 'postgres');
  mkdirSync(postgres, { recursive: true });
  execFileSync('tar', ['-xf', templateOf(state), '-C', postgres], { stdio: ['ignore', 'ignore', 'pipe'] });
}
