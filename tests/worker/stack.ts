import { inject } from 'vitest';
import type { Owner } from '../../src/db/owner.ts';
import { type RunningStack, runStack } from '../setup/runStack.ts';
import { stateOf } from '../setup/templates.ts';
import { templateOf } from '../template.ts';

/** The Worker as a client meets it, and what it asks of its database. */
export interface Stack {
  /** The Worker's address, without a path. */
  url: string;
  /** How many statements reach the database for the requests that `act` makes. */
  countStatements(act: () => Promise<unknown>): Promise<number>;
  /** How many statements each trip to the database carries for the requests that `act` makes, in the order of the trips. */
  tripsDuring(act: () => Promise<unknown>): Promise<number[]>;
}

/** The stack that all tests share. They only read from it. */
export function sharedStack(): Stack {
  const { url, trips } = inject('sharedStack');
  return clientOf(url, async requestId => (await fetch(`${trips}/${requestId}`)).json() as Promise<number[]>);
}

/** The stack of this process: a Worker takes longer to start than its tests take, so one serves them file by file. */
const own: { state?: string; stack?: RunningStack } = {};

/** A stack of one's own, with the curated facts, for tests that change what the Worker reads through its `owner`. */
export async function startStack(): Promise<Stack & { owner: Owner; close(): Promise<void> }> {
  const template = templateOf('loaded');
  const state = stateOf('src/**/*.*');
  if (own.stack && own.state === state) await own.stack.reopenDatabase(template);
  else {
    await own.stack?.close();
    // So Vitest ends the process; workerd is ended when it exits, but not when a signal kills it.
    if (!own.stack) process.once('SIGTERM', () => process.exit());
    Object.assign(own, { state, stack: await runStack(template) });
  }
  const { url, owner, tripsOf, closeDatabase } = own.stack as RunningStack;
  return { ...clientOf(url, async requestId => tripsOf(requestId)), owner, close: closeDatabase };
}

function clientOf(url: string, tripsOf: (requestId: string) => Promise<number[]>): Stack {
  async function tripsDuring(act: () => Promise<unknown>): Promise<number[]> {
    const requests = await requestsDuring(act);
    return (await Promise.all(requests.map(tripsOf))).flat();
  }
  return {
    url,
    tripsDuring,
    countStatements: async act => (await tripsDuring(act)).reduce((sum, statements) => sum + statements, 0),
  };
}

/** The ids that the Worker gave to the requests that `act` made. */
async function requestsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const { fetch } = globalThis;
  const ids: string[] = [];
  globalThis.fetch = async (...request) => {
    const response = await fetch(...request);
    ids.push(response.headers.get('X-Request-Id') as string);
    return response;
  };
  try {
    await act();
  } finally {
    globalThis.fetch = fetch;
  }
  return ids;
}
