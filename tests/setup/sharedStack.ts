/** The stack that all tests share which only read: one for the whole run. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runStack } from './runStack.ts';
import { stateOf } from './templates.ts';

/** Where the stack answers, and where it tells of the trips of a request: at the path that is the request's id. */
export interface StackPlace {
  url: string;
  trips: string;
}

interface SharedStack {
  /** What it was made of. */
  state: string;
  place: StackPlace;
  close(): Promise<void>;
}

// Each project of the run loads this module for itself, and they share one stack.
const run = globalThis as { statecraftStack?: Promise<SharedStack> };

/** The stack of the code as it is now, on a copy of the database in the tar file. One of earlier code is closed. */
export async function sharedStack(template: string): Promise<StackPlace> {
  const state = stateOf('src/**/*.*');
  const before = run.statecraftStack;
  run.statecraftStack = (async () => {
    const earlier = await before?.catch(() => undefined);
    if (earlier?.state === state) return earlier;
    await earlier?.close();
    return start(state, template);
  })();
  return (await run.statecraftStack).place;
}

/** Closes the stack if there is one. */
export async function closeSharedStack(): Promise<void> {
  const stack = run.statecraftStack;
  delete run.statecraftStack;
  await (await stack)?.close();
}

async function start(state: string, template: string): Promise<SharedStack> {
  const stack = await runStack(template);
  const trips = createServer((request, response) => {
    response.end(JSON.stringify(stack.tripsOf((request.url as string).slice(1))));
  });
  await new Promise<void>(resolve => trips.listen(0, '127.0.0.1', resolve));
  return {
    state,
    place: { url: stack.url, trips: `http://127.0.0.1:${(trips.address() as AddressInfo).port}` },
    close: async () => {
      trips.close();
      trips.closeAllConnections();
      await stack.close();
    },
  };
}
