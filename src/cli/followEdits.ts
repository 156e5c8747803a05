import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrate } from '../db/migrate.ts';
import type { Owner } from '../db/owner.ts';
import { writeExpected } from '../db/parts.ts';
import { buildPages } from '../local/pages.ts';
import type { LocalWorker } from '../local/workerd.ts';
import { loadFacts } from './loadFacts.ts';

/** How long, in milliseconds, the several writes of an editor count as one edit. */
const SETTLED = 50;

/**
 * Updates the Worker, the database and the pages after every edit of the code, the SQL functions, the curated
 * facts and the pages. If an edit is wrong, it prints why and waits for the next one.
 */
export function followEdits(
  owner: Owner,
  worker: LocalWorker,
  print: (line: string) => void,
): { close(): Promise<void> } {
  worker.onReload(() => print('The Worker runs the edited code.'));
  const steps: { folder: string; files: RegExp; act: () => Promise<string> }[] = [
    {
      folder: '..',
      files: /^(?!explorer).*\.ts$/,
      act: () => worker.reload().then(() => ''),
    },
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
      act: async () => {
        await buildPages(() => print('Building the pages …'));
        await worker.reload();
        return 'The pages are built.';
      },
    },
  ];
  // One at a time: the embedded database has one session.
  let last = Promise.resolve();
  const watchers = steps.map(({ folder, files, act }) => {
    let settling: NodeJS.Timeout | undefined;
    const run = () => {
      last = last.then(act).then(
        line => {
          if (line) print(line);
        },
        error => print((error as Error).message),
      );
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
