import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrate } from '../db/migrate.ts';
import type { Owner } from '../db/owner.ts';
import { writeExpected } from '../db/parts.ts';
import { buildPages } from '../local/pages.ts';
import { loadFacts } from './loadFacts.ts';

/** How long, in milliseconds, the several writes of an editor count as one edit. */
const SETTLED = 50;

/**
 * Updates the database and the pages after every edit of the SQL functions, the curated facts and the pages;
 * wrangler follows the Worker's own code. If an edit is wrong, it prints why and waits for the next one.
 */
export function followEdits(owner: Owner, print: (line: string) => void): { close(): Promise<void> } {
  const steps: { folder: string; files: RegExp; act: () => Promise<string> }[] = [
    {
      folder: '../db',
      files: /\.sql$/,
      act: () =>
        migrate(owner).then(() => {
          writeExpected();
          return 'The database has the edited functions.';
        }),
    },
    { folder: '../curated/facts', files: /\.yaml$/, act: () => loadFacts(owner, () => {}) },
    {
      folder: '../explorer',
      files: /\.(tsx?|css|html|graphql)$/,
      act: () => buildPages(() => print('Building the pages …')).then(() => 'The pages are built.'),
    },
  ];
  // One at a time: the embedded database has one session.
  let last = Promise.resolve();
  const watchers = steps.map(({ folder, files, act }) => {
    let settling: NodeJS.Timeout | undefined;
    const run = () => {
      last = last.then(act).then(print, error => print((error as Error).message));
    };
    return watch(fileURLToPath(new URL(folder, import.meta.url)), { recursive: true }, (_event, name) => {
      if (!name || !files.test(name)) return;
      clearTimeout(settling);
      settling = setTimeout(run, SETTLED);
    });
  });
  return {
    close: async () => {
      for (const watcher of watchers) watcher.close();
      await last;
    },
  };
}
