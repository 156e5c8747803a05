import type { TestProject } from 'vitest/node';
import { buildPages } from '../../src/local/pages.ts';
import { provideAlways } from './provided.ts';
import { closeSharedStack, sharedStack } from './sharedStack.ts';
import { templates } from './templates.ts';

/** What tests of the Worker start from: the embedded databases, and one stack for all that only read. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  await buildPages(() => console.log('Building the pages …'));
  await provideAlways(project, async () => {
    const embedded = await templates();
    project.provide('embedded', embedded);
    project.provide('sharedStack', await sharedStack(embedded.loaded));
  });
  return closeSharedStack;
}
