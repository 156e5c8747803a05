import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    writeFileSync(join(this.directory, file), this.#edited(file, before, after));
  }

  /** As `edit`, but puts a new file in the place of the old one, as sed -i, git and many editors do. */
  replace(file: string, before: string, after: string): void {
    const path = join(this.directory, file);
    writeFileSync(`${path}.new`, this.#edited(file, before, after));
    renameSync(`${path}.new`, path);
  }

  #edited(file: string, before: string, after: string): string {
    const text = readFileSync(join(this.directory, file), 'utf8');
    if (!text.includes(before)) throw new Error(`${file} does not have ${before} in it.`);
    return text.replace(before, after);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}
