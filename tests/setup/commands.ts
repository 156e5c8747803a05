import type { TestProject } from 'vitest/node';
import { buildPages } from '../../src/local/pages.ts';
import database from './database.ts';

/** What tests of commands start from: as for SQL, and the built pages, so that no command has to wait for them. */
export default async function prepare(project: TestProject): Promise<void> {
  await buildPages(() => console.log('Building the pages …'));
  await database(project);
}
