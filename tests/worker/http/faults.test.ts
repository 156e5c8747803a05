import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalWorker, startWorker } from '../../../src/local/workerd.ts';
import unset from '../../../src/worker.ts';

// What no answer may show of the database that it comes from.
const secret = 'db-7.internal';
const page = `<html><body>502 Bad Gateway ${secret}${' '.repeat(20_000)}</body></html>`;

const reply = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};
const sqlError = (code: string) =>
  reply(400, {
    message: `${secret}: SELECT secret FROM table failed`,
    code,
    severity: 'ERROR',
    routine: 'exec',
  });
const rows = { command: 'SELECT', rowCount: 0, rowAsArray: true, fields: [], rows: [] };

/** What may come back from the database, and the code that the caller is told. */
const faults: Record<string, { answer: (response: ServerResponse) => void; code: string }> = {
  'never answers': { answer: () => {}, code: 'TIMEOUT' },
  'answers half and never the rest': {
    answer: response => response.writeHead(200, { 'content-type': 'application/json' }).write('{"rows":[['),
    code: 'TIMEOUT',
  },
  'cancels the statement (57014)': { answer: sqlError('57014'), code: 'TIMEOUT' },
  'is an HTML page with status 200': { answer: reply(200, page), code: 'UNAVAILABLE' },
  'is an HTML page with status 502': { answer: reply(502, page), code: 'UNAVAILABLE' },
  'is an HTML page with status 400': { answer: reply(400, page), code: 'UNAVAILABLE' },
  'is truncated': { answer: reply(200, `{"rows":[["${secret}`), code: 'UNAVAILABLE' },
  'is empty': { answer: reply(200, ''), code: 'UNAVAILABLE' },
  'is null': { answer: reply(200, 'null'), code: 'UNAVAILABLE' },
  'is a list': { answer: reply(200, '[]'), code: 'UNAVAILABLE' },
  'is an object of another kind': { answer: reply(200, { message: secret }), code: 'UNAVAILABLE' },
  'is a 500': { answer: reply(500, { message: secret }), code: 'UNAVAILABLE' },
  'is a 503': {
    answer: reply(503, { message: `Control plane request failed at ${secret}` }),
    code: 'UNAVAILABLE',
  },
  'is a 429': { answer: reply(429, { message: `Too many requests, ${secret}` }), code: 'UNAVAILABLE' },
  'is cut off': { answer: response => response.destroy(), code: 'UNAVAILABLE' },
  'has no connection left (53300)': { answer: sqlError('53300'), code: 'UNAVAILABLE' },
  'is shutting down (57P01)': { answer: sqlError('57P01'), code: 'UNAVAILABLE' },
  'has lost its connection (08006)': { answer: sqlError('08006'), code: 'UNAVAILABLE' },
  'has no such table (42P01)': { answer: sqlError('42P01'), code: 'INTERNAL_SERVER_ERROR' },
  'lets nobody read (42501)': { answer: sqlError('42501'), code: 'INTERNAL_SERVER_ERROR' },
  'is out of memory (53200)': { answer: sqlError('53200'), code: 'INTERNAL_SERVER_ERROR' },
};
const names = Object.keys(faults);
const slugOf = (name: string) => `fault-${names.indexOf(name)}`;

/** Answers each statement as the fault says whose slug is among its parameters; any other with no rows. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { params } = JSON.parse(Buffer.concat(chunks).toString()) as { params: string[] };
  const name = names.find(name => params.includes(slugOf(name)));
  if (name) faults[name]?.answer(response);
  else reply(200, rows)(response);
}

const server = createServer(answer);
let worker: LocalWorker;
const databaseUrl = 'postgresql://reader:password@database.example/statecraft';
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sql`;
  worker = await startWorker(0, { url, databaseUrl, close: async () => {} });
});
afterAll(async () => {
  await worker.close();
  server.closeAllConnections();
  server.close();
});

const send = (query: string, variables: object = {}) =>
  fetch(`${worker.url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
const lookup = 'query ($slug: String!) { country(by: { slug: $slug }) { name } }';

test('the stand-in for the database speaks its protocol', async () => {
  expect(await (await send(lookup, { slug: 'anything' })).json()).toEqual({ data: { country: null } });
});

// At once, because two of them last until the Worker's deadline.
describe.concurrent('when the database’s answer', () => {
  test.each(names)('%s, the caller is told what that means for them and nothing else', async name => {
    const response = await send(lookup, { slug: slugOf(name) });
    const text = await response.text();
    expect(text.length).toBeLessThan(4_096);
    expect(text).not.toMatch(
      /db-7\.|select |stack|\.[jt]s:\d|127\.0\.0\.1|database\.example|password|html|neon|drizzle/i,
    );
    expect(JSON.parse(text)).toEqual({
      data: { country: null },
      errors: [
        {
          message: expect.stringMatching(/^[A-Z].*[.]$/),
          path: ['country'],
          locations: [expect.anything()],
          extensions: { code: faults[name]?.code, requestId: response.headers.get('X-Request-Id') },
        },
      ],
    });
    const next = await send('{ __typename }');
    expect([next.status, await next.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });
});

test('what one field cannot read, another still can', async () => {
  const response = await send(
    `query ($slug: String!) { broken: country(by: { slug: $slug }) { name } whole: country(by: { slug: "other" }) { name } __typename }`,
    { slug: slugOf('is a 500') },
  );
  expect(await response.json()).toMatchObject({
    data: { broken: null, whole: null, __typename: 'Query' },
    errors: [{ path: ['broken'], extensions: { code: 'UNAVAILABLE' } }],
  });
});

describe('without any database', () => {
  beforeAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  test('the Worker is healthy and says that it is not ready', async () => {
    const health = await fetch(`${worker.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await fetch(`${worker.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'UNAVAILABLE' }]);
  });

  test('queries are UNAVAILABLE', async () => {
    const response = await fetch(
      `${worker.url}/graphql?query=${encodeURIComponent('{ dataset { version } }')}`,
    );
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });

  test('GraphiQL loads, and the schema can be read', async () => {
    expect((await fetch(`${worker.url}/graphiql`)).status).toBe(200);
    const response = await fetch(
      `${worker.url}/graphql?query=${encodeURIComponent('{ __schema { queryType { name } } }')}`,
    );
    expect(await response.json()).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });
});

// Called here rather than in workerd: what it is set up with is an argument.
describe('set up without a database address, the Worker', () => {
  const ASSETS = { fetch: async () => new Response('a page') };
  const ask = (path: string) => unset.fetch(new Request(`http://127.0.0.1${path}`), { ASSETS });

  test('says so to the operator and nothing to the caller', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const response = await ask('/graphql?query=%7B__typename%7D');
    expect(said.mock.calls.flat().join()).toContain('DATABASE_URL is not set');
    said.mockRestore();
    expect(response.status).toBe(500);
    const requestId = response.headers.get('X-Request-Id');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The server is not set up. Report the request id.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
        },
      ],
    });
  });

  test('is healthy and has its pages', async () => {
    expect((await ask('/health')).status).toBe(200);
    expect(await (await ask('/graphiql')).text()).toBe('a page');
  });
});
