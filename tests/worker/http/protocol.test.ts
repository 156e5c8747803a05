import { serverAudits } from 'graphql-http';
import { afterEach, describe, expect, test } from 'vitest';
import { sharedStack } from '../stack.ts';

const stack = sharedStack();

const send = (path: string, init: RequestInit = {}) =>
  fetch(`${stack.url}${path}`, { redirect: 'manual', ...init });
const json = { 'Content-Type': 'application/json' };
const typename = '{"query":"{ __typename }"}';
const post = (body: BodyInit, headers: Record<string, string> = json) =>
  send('/graphql', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);

describe('GraphQL over HTTP, by the audits of its working group:', () => {
  const audits = serverAudits({ url: () => `${stack.url}/graphql`, fetchFn: fetch });

  test('there are 61', () => expect(audits).toHaveLength(61));

  test.each(audits.map(audit => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
    },
  );
});

describe('a page of another origin', () => {
  const headers = { ...json, Origin: 'https://elsewhere.example', Cookie: 'session=1' };

  test('may ask, without credentials, and may read the request id', async () => {
    const response = await post(typename, headers);
    expect(response.status).toBe(200);
    expect(['*', headers.Origin]).toContain(response.headers.get('Access-Control-Allow-Origin'));
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(response.headers.get('Access-Control-Expose-Headers')).toMatch(/X-Request-Id/i);
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  test('is told so by a preflight', async () => {
    const response = await send('/graphql', {
      method: 'OPTIONS',
      headers: {
        Origin: headers.Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,authorization,apollographql-client-name,traceparent',
      },
    });
    expect(response.status).toBe(204);
    expect(['*', headers.Origin]).toContain(response.headers.get('Access-Control-Allow-Origin'));
    expect(response.headers.get('Access-Control-Allow-Methods')).toMatch(/\bPOST\b/);
    const allowed = response.headers.get('Access-Control-Allow-Headers');
    for (const name of ['content-type', 'authorization', 'apollographql-client-name', 'traceparent'])
      expect(allowed?.split(/, ?/)).toContain(name);
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  test('may read why it is refused', async () => {
    const response = await post('query=%7B__typename%7D', {
      Origin: headers.Origin,
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(response.status).toBe(415);
    expect(['*', headers.Origin]).toContain(response.headers.get('Access-Control-Allow-Origin'));
  });
});

describe('refused before it is read, because a page could post it without asking:', () => {
  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; x=application/json',
    'application/graphql',
    'application/json-seq',
    'text/html',
    '',
  ])('a POST of %j', async type => {
    const response = await post(new Blob([typename]), type ? { 'Content-Type': type } : {});
    expect(response.status).toBe(415);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'Send the query as JSON, with Content-Type: application/json.',
          extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
        },
      ],
    });
  });

  test('but not JSON with a charset', async () => {
    expect((await post(typename, { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(200);
  });
});

describe('too large:', () => {
  const withComment = (size: number) =>
    JSON.stringify({ query: `{ __typename } #${'x'.repeat(size - '{"query":"{ __typename } #"}'.length)}` });

  test('a body of 100 KB is read', async () => {
    expect((await post(withComment(100_000))).status).toBe(200);
  });

  test.each([100_001, 5_000_000, 20_000_000])('one of %i bytes is not', async size => {
    const response = await post(withComment(size));
    expect(response.status).toBe(413);
    expect((await response.text()).length).toBeLessThan(4_096);
  });

  test('one that does not say how long it is, neither', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(50_000));
    // Only just too large: what is refused halfway through an upload, a proxy may report as a lost connection.
    const chunks = [chunk.slice(0, 1_000), chunk, chunk];
    const body = new ReadableStream({
      pull: controller => {
        const next = chunks.pop();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    });
    expect((await post(body)).status).toBe(413);
  });

  test('a URL of 8,192 characters is not', async () => {
    const response = await send(
      `/graphql?query=${encodeURIComponent('{__typename}')}&x=${'x'.repeat(16_000)}`,
    );
    expect(response.status).toBe(414);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'URI_TOO_LONG' } }] });
  });
});

describe('not a request of GraphQL:', () => {
  test.each([
    ...[
      '',
      ' ',
      '{',
      '{"query":',
      '{"query":"{ __typename }"',
      'query',
      '\0',
      '{"query":"{ __typename }"}}',
      'null',
      '1',
    ],
    ...[
      'true',
      '"{ __typename }"',
      '[]',
      `[${typename}]`,
      `[${Array.from({ length: 10 }, () => typename).join()}]`,
    ],
    ...[
      '{"query":1}',
      '{"query":null}',
      '{"query":{}}',
      '{"query":["{ __typename }"]}',
      '{}',
      '{"query":""}',
    ],
    ...['{"query":"{ __typename }","variables":[]}', '{"query":"{ __typename }","variables":"x"}'],
    ...[
      '{"query":"{ __typename }","operationName":1}',
      '{"query":"{ __typename }","operationName":"Nobody"}',
    ],
    ...[
      '{"query":"{ __typename }","extensions":[]}',
      '{"query":"query A { __typename } query B { __typename }"}',
    ],
    ...[
      '{"query":"{ __typename","variables":{}}',
      '{"query":"mutation { x }"}',
      '{"query":"subscription { x }"}',
    ],
    ...['{"query":"{ \\u0000 }"}', '{"query":"fragment F on Query { __typename }"}'],
  ])('%s', async body => {
    const response = await post(body);
    expect([200, 400]).toContain(response.status);
    const text = await response.text();
    expect(text.length).toBeLessThan(4_096);
    const { data, errors } = JSON.parse(text);
    expect(data ?? null).toBeNull();
    for (const { message, extensions } of errors) {
      expect(message).toMatch(/^[A-Z]/);
      expect(extensions.code).toMatch(
        /^(BAD_REQUEST|BAD_USER_INPUT|GRAPHQL_(PARSE|VALIDATION)_FAILED|OPERATION_RESOLUTION_FAILURE)$/,
      );
    }
  });

  test('keys that name what every object has change nothing', async () => {
    const response = await post(
      '{"query":"query ($first: Int) { countries(first: $first) { totalCount } }","variables":{"__proto__":{"first":1},"constructor":{"prototype":{"x":1}}}}',
    );
    expect(await response.json()).toEqual({ data: { countries: { totalCount: expect.any(Number) } } });
    expect(await (await post(typename)).json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('bytes that are no UTF-8, and a byte order mark', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"query":"{ search(text: \\"a'),
      Buffer.from([0xff, 0xfe, 0xc3]),
      Buffer.from('\\") { totalCount } }"}'),
    ]);
    expect([200, 400]).toContain((await post(broken)).status);
    expect([200, 400]).toContain((await post(`\ufeff${typename}`)).status);
  });
});

test.each<[string, object]>([
  [`{ ${'x'.repeat(50_000)} }`, {}],
  [`{ countries(first: "${'x'.repeat(50_000)}") { totalCount } }`, {}],
  [`{ events(filter: { types: [${'X'.repeat(50_000)}] }) { totalCount } }`, {}],
  [`query ($first: Int) { countries(first: $first) { totalCount } }`, { first: 'x'.repeat(50_000) }],
  [
    `query ($kinds: [EntityKind!]) { search(text: "x", kinds: $kinds) { totalCount } }`,
    { kinds: ['x'.repeat(50_000)] },
  ],
  [`query ($by: EntityRef!) { entity(by: $by) { id } }`, { by: { ['x'.repeat(50_000)]: 1 } }],
  [`{ __typename @${'x'.repeat(50_000)} }`, {}],
  [`query ${'x'.repeat(50_000)}($a: Int) { __typename }`, {}],
])('a mistake of 50,000 characters is not told back in full: %.30s', async (query, variables) => {
  const response = await post(JSON.stringify({ query, variables }));
  const text = await response.text();
  expect(text.length).toBeLessThan(4_096);
  expect(JSON.parse(text).errors[0].extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
});

describe('methods', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND'])('%s is not one of them', async method => {
    const response = await send('/graphql', {
      method,
      headers: json,
      ...(method === 'PROPFIND' ? {} : { body: typename }),
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toMatch(/GET.*POST/);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  test('GET reads, and reads only', async () => {
    const get = (query: string) => send(`/graphql?query=${encodeURIComponent(query)}`);
    expect(await (await get('{ country(by: { iso2: "NE" }) { name } }')).json()).toEqual({
      data: { country: { name: 'Niger' } },
    });
    const mutation = await get('mutation { anything }');
    expect(mutation.status).toBe(405);
  });
});

describe('pages:', () => {
  const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

  test('a browser that opens /graphql gets GraphiQL, a program does not', async () => {
    const page = await send('/graphql', { headers: browser });
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
    const program = await send('/graphql', { headers: { Accept: 'application/json' } });
    expect(program.headers.get('Content-Type')).toMatch(/^application\/json/);
  });

  test('a browser that opens a query gets its answer', async () => {
    const response = await send('/graphql?query=%7B__typename%7D', { headers: browser });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('/ leads to GraphiQL', async () => {
    const response = await send('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`${stack.url}/graphiql`);
    expect((await send('/graphiql')).headers.get('Content-Type')).toMatch(/^text\/html/);
  });

  test('are not sniffed for another type', async () => {
    expect((await send('/graphiql')).headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test.each([
    ...[
      '/nothing',
      '/graphql/',
      '/graphql/x',
      '/graphqlx',
      '/GraphQL',
      '/graphiql/nothing',
      '/health/',
      '/ready/x',
      '/sql',
    ],
    ...[
      '/.env',
      '/wrangler.toml',
      '/package.json',
      '/%00',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//elsewhere.example/graphql',
      '/index.html',
    ],
  ])('there is none at %s', async path => {
    expect((await send(path)).status).toBe(404);
  });
});

test('/health and /ready say that all is well', async () => {
  for (const path of ['/health', '/ready']) {
    const response = await send(path);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  }
});

test('every answer has a request id of its own', async () => {
  const answers = await Promise.all([
    post(typename),
    post(typename),
    post('{'),
    post(typename, { 'Content-Type': 'text/plain' }),
    post('x'.repeat(200_000)),
    send('/graphql', { method: 'PUT' }),
    send('/graphql', { method: 'OPTIONS' }),
    send('/graphql', { headers: { Accept: 'text/html' } }),
    ...['/', '/graphiql', '/graphiql/nothing', '/health', '/ready', '/nothing'].map(path => send(path)),
  ]);
  const ids = answers.map(({ headers }) => headers.get('X-Request-Id'));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

afterEach(async () => {
  expect(await (await post(typename)).json()).toEqual({ data: { __typename: 'Query' } });
});

describe('a query that is sent as its hash alone', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  const expected = {
    errors: [
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ],
  };

  test('is answered as clients expect, so that they send it in full', async () => {
    const posted = await post(JSON.stringify({ extensions }));
    expect([posted.status, await posted.json()]).toEqual([200, expected]);
    const got = await send(`/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`, {
      headers: { Accept: 'application/json' },
    });
    expect([got.status, await got.json()]).toEqual([200, expected]);
  });

  test('is answered when it comes with its hash', async () => {
    const response = await post(JSON.stringify({ query: '{ __typename }', extensions }));
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});
