import type { TestProject } from 'vitest/node';
import type { ServerPlace } from './server.ts';
import type { StackPlace } from './sharedStack.ts';
import type { Templates } from './templates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The templates, or why there are none since an edit. */
    embedded: Templates | { broken: string };
    /** Null on a machine without a Postgres server. */
    server: ServerPlace | null;
    sharedStack: StackPlace;
  }
}

/**
 * Has `provide` make what the tests of a project start from, now and, in watch mode, before each rerun: what an edit has broken
 * fails the tests.
 */
export async function provideAlways(project: TestProject, provide: () => Promise<void>): Promise<void> {
  await provide();
  project.onTestsRerun(() =>
    provide().catch(error => {
      console.error((error as Error).message);
      project.provide('embedded', { broken: (error as Error).message });
    }),
  );
}
