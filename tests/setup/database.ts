import type { TestProject } from 'vitest/node';
import { provideAlways } from './provided.ts';
import { server } from './server.ts';
import { templates } from './templates.ts';

/** What tests of SQL start from: the embedded databases, and a Postgres server where there is one. */
export default (project: TestProject) =>
  provideAlways(project, async () => {
    const [embedded, place] = await Promise.all([templates(), server()]);
    project.provide('embedded', embedded);
    project.provide('server', place);
  });
