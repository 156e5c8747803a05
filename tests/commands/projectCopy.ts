import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
const copied = [
  'src',
  'tests',
  'dist',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'wrangler.toml',
  'schema.graphql',
];

/** A copy of the project that a test may edit, with the packages of this one. */
export class ProjectCopy {
  readonly directory = mkdtempSync(join(tmpdir(), 'statecraft-copy-'));

  constructor() {
    for (const name of copied) cpSync(join(project, name), join(this.directory, name), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(this.directory, 'node_modules'));
  }

  /** Replaces a text in a file, as an editor that saves it does. Throws when the text is not there. */
  edit(file: string, before: string, after: string): void {
    const path = join(this.directory, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(before)) throw new Error(`${file} does not have ${before} in it.`);
    writeFileSync(path, text.replace(before, after));
  }

  remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}
