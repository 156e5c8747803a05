import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { buildPages } from '../../src/local/pages.ts';
import { provideAlways } from './provided.ts';
import { runStack } from './runStack.ts';
import { templates } from './templates.ts';

/** What tests of the Worker start from: the embedded databases, and one stack for all that only read. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  await buildPages(() => console.log('Building the pages …'));
  let close = async () => {};
  await provideAlways(project, async () => {
    await close();
    const embedded = await templates();
    project.provide('embedded', embedded);
    const stack = await runStack(embedded.loaded);
    const trips = createServer((request, response) => {
      response.end(JSON.stringify(stack.tripsOf((request.url as string).slice(1))));
    });
    await new Promise<void>(resolve => trips.listen(0, '127.0.0.1', resolve));
    project.provide('sharedStack', {
      url: stack.url,
      trips: `http://127.0.0.1:${(trips.address() as AddressInfo).port}`,
    });
    close = async () => {
      trips.close();
      trips.closeAllConnections();
      await stack.close();
    };
  });
  return () => close();
}
