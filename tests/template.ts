import { inject } from 'vitest';
import './setup/provided.ts';
import type { Templates } from './setup/templates.ts';

/** The tar file of an embedded database to start from. Throws when an edit has broken what it is made of. */
export function templateOf(state: keyof Templates): string {
  const embedded = inject('embedded');
  if ('broken' in embedded) throw new Error(embedded.broken);
  return embedded[state];
}
