/**
 * Makes the embedded databases that tests start from, as tar files in the directory given: `blank.tar`, `migrated.tar` and
 * `loaded.tar`. A process of its own, so that it always runs the code as it is now.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { loadFacts } from '../../src/cli/loadFacts.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openTemplate } from './openTemplate.ts';

const [blank, directory] = process.argv.slice(2) as [string, string];
const dump = async (postgres: PGlite, file: string) => {
  // So that whoever opens it has nothing to replay.
  await postgres.exec('checkpoint');
  writeFileSync(join(directory, file), await (await postgres.dumpDataDir('none')).bytes());
};

const postgres = await openTemplate(blank);
const owner = drizzle({ client: postgres });
await migrate(owner);
await dump(postgres, 'migrated.tar');
await loadFacts(owner, () => {});
await dump(postgres, 'loaded.tar');
await postgres.close();
