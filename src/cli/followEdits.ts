import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm';
import { migrate } from '../db/migrate.ts';
import type { Owner } from '../db/owner.ts';
import { writeExpected } from '../db/parts.ts';
import { buildPages } from '../local/pages.ts';
import type { LocalWorker } from '../local/workerd.ts';
import { loadFacts } from './loadFacts.ts';
import { watchTree } from './watchTree.ts';

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
  const steps: { files: RegExp; act: () => Promise<string> }[] = [
    {
      files: /^(?!explorer).*\.ts$/,
      act: () => worker.reload().then(() => ''),
    },
    {
      files: /^db\/.*\.sql$/,
      act: () =>
        migrate(owner).then(() => {
          writeExpected();
          return 'The database has the edited functions.';
        }),
    },
    { files: /^curated\/facts\/.*\.yaml$/, act: () => loadFacts(owner, () => {}) },
    {
      files: /^explorer\/.*\.(tsx?|css|html|graphql)$/,
      act: async () => {
        await buildPages(() => print('Building the pages …'));
        await worker.reload();
        return 'The pages are built.';
      },
    },
  ];
  // One at a time: the embedded database has one session.
  let last = Promise.resolve();
  const run = (act: () => Promise<string>) => {
    last = last.then(act).then(
      line => {
        if (line) print(line);
      },
      error => print(reasonOf(error)),
    );
  };
  const settling = new Map<RegExp, NodeJS.Timeout>();
  const watcher = watchTree(join(import.meta.dirname, '..'), file => {
    for (const { files, act } of steps) {
      if (!files.test(file)) continue;
      clearTimeout(settling.get(files));
      settling.set(files, setTimeout(run, SETTLED, act));
    }
  });
  return {
    close: async () => {
      watcher.close();
      await last;
    },
  };
}

// The message of a Drizzle error is the whole statement.
function reasonOf(error: Error): string {
  return (error instanceof DrizzleQueryError && error.cause?.message) || error.message;
}
