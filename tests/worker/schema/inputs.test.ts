import { describe, expect, test } from 'vitest';
import { sharedStack } from '../stack.ts';
import { ask, read, refusal } from './ask.ts';

const stack = sharedStack();

const base64 = (text: string) => Buffer.from(text).toString('base64');

async function idOf(lookup: string): Promise<string> {
  const { found } = await read<{ found: { id: string } }>(stack.url, `{ found: ${lookup} { id } }`);
  return found.id;
}

describe('a date', () => {
  const wrong = [
    ...['0000-01-01', '2023-02-29', '1900-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '2023-07-00'],
    ...['now', 'today', 'epoch', 'infinity', '-infinity', '20200101', '10000-01-01', '5874897-12-31'],
    ...['0044-03-15 BC', '-0044-03-15', '2023-8-4', '2023-08', '2023', '', ' 2023-08-04', '2023-08-04\n'],
    ...[
      '2023-08-04T00:00:00Z',
      '04.08.2023',
      '2023/08/04',
      '２０２３-08-04',
      "2023-08-04'; DROP TABLE entity",
      '\0',
    ],
    ...[20230804, 1.5, true, {}, []],
  ];
  const everywhere = `query ($day: Date) {
    country(by: { slug: "niger" }) {
      leaders(filter: { asOf: $day }) { totalCount } relationships(filter: { asOf: $day }) { totalCount }
    }
    events(filter: { from: $day }) { totalCount }
  }`;

  test.each(wrong)('is not %j', async day => {
    expect(await refusal(stack.url, everywhere, { day })).toMatch(/YYYY-MM-DD/);
  });

  test('is not one written into the document either', async () => {
    const document =
      '{ country(by: { slug: "niger" }) { leaders(filter: { asOf: "2023-02-29" }) { totalCount } } }';
    expect(await refusal(stack.url, document)).toMatch(/YYYY-MM-DD/);
  });

  test.each(['0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29', null])('is %j', day =>
    read(stack.url, everywhere, { day }),
  );

  test('before everything finds what has no known start and nothing else', async () => {
    const { country } = await read<{ country: { relationships: { nodes: { period: { start: null } }[] } } }>(
      stack.url,
      '{ country(by: { slug: "niger" }) { relationships(filter: { asOf: "0001-01-01" }) { nodes { period { start } } } } }',
    );
    expect(country.relationships.nodes.length).toBeGreaterThan(0);
    for (const { period } of country.relationships.nodes) expect(period.start).toBeNull();
  });
});

describe('an instant', () => {
  const events = 'query ($at: DateTime) { events(filter: { knownAt: $at }) { totalCount } }';

  test.each([
    ...[
      '2023-08-04',
      '2023-08-04T00:00:00',
      '2023-08-04T24:00:00Z',
      '2023-08-04T00:60:00Z',
      '2023-02-29T00:00:00Z',
    ],
    ...[
      '2023-08-04T00:00:60Z',
      '2023-08-04 00:00:00Z',
      '2023-08-04T00:00:00+24:00',
      '0000-01-01T00:00:00Z',
      'now',
    ],
    ...[
      'infinity',
      '',
      'Fri, 04 Aug 2023 00:00:00 GMT',
      '10000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59-12:00',
      1691107200000,
      true,
      [],
      {},
    ],
  ])('is not %j', async at => {
    expect(await refusal(stack.url, events, { at })).toMatch(/RFC 3339/);
  });

  test.each([
    ...[
      '2023-08-04T00:00:00Z',
      '2023-08-04T00:00Z',
      '2023-08-04t02:00:00.123456789+02:00',
      '2023-08-04T00:00:00z',
    ],
    ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', null],
  ])('is %j', at => read(stack.url, events, { at }));

  test('in another offset is the same instant', async () => {
    const { events: utc } = await read<{ events: object }>(stack.url, events, { at: '2023-08-04T00:00:00Z' });
    expect(await read(stack.url, events, { at: '2023-08-04T02:00:00+02:00' })).toEqual({ events: utc });
    expect(await read(stack.url, events, { at: '2023-08-03T23:59:59.999Z' })).not.toEqual({ events: utc });
  });
});

describe('an id', () => {
  const junk = [
    ...[
      '',
      ' ',
      'junk',
      '!!!',
      'Country:1',
      'Country:1 or 1=1',
      '__proto__:1',
      'constructor:1',
      '\0',
      '\ud800',
      '💥',
    ],
    ...[
      'Country:1 or 1=1',
      'Country:',
      ':1',
      'Country',
      'Country:-1',
      'Country:1.5',
      'Country:Niger',
      'Country:niger-',
      'Country:niger@now',
    ].map(base64),
    ...[
      'Claim:1',
      'Tie:niger',
      'Claim:00000000-0000-0000-0000-00000000000g',
      'Country:NaN',
      'Country:1:2',
    ].map(base64),
    ...[
      '__proto__:1',
      'constructor:1',
      'toString:1',
      'Query:1',
      'Entity:1',
      'Node:1',
      'country:1',
      'Country:１',
    ].map(base64),
    ...["Country:1'; DROP TABLE entity; --", 'Country:1\0'].map(base64),
    'Q'.repeat(1_000),
  ];

  test.each(junk)('is not %j', async id => {
    const message = /^(That id is of the wrong type|That is not an id|`\w+` contains a NUL character)/;
    const lookups = ['entity', 'country', 'leader', 'organization', 'alliance', 'event'];
    const { errors } = await ask(
      stack.url,
      `query ($id: ID!) {
        node(id: $id) { id } ${lookups.map(field => `${field}(by: { id: $id }) { id }`).join(' ')}
        niger: country(by: { slug: "niger" }) { relationships(filter: { counterparts: [{ id: $id }] }) { totalCount } }
      }`,
      { id },
    );
    expect(errors).toHaveLength(lookups.length + 2);
    for (const error of errors ?? []) {
      expect(error.extensions.code).toBe('BAD_USER_INPUT');
      expect(error.message).toMatch(message);
    }
    for (const field of [
      'nodes(ids: [$id]) { id }',
      'events(filter: { countries: [{ id: $id }] }) { totalCount }',
      'events(filter: { participants: [{ id: $id }] }) { totalCount }',
      'claims(filter: { speakers: [{ id: $id }] }) { totalCount }',
    ]) {
      expect(await refusal(stack.url, `query ($id: ID!) { ${field} }`, { id })).toMatch(message);
    }
  });

  test('of another type is refused where one type is asked for', async () => {
    const id = await idOf('leader(by: { slug: "mohamed-bazoum" })');
    expect(await refusal(stack.url, 'query ($id: ID!) { country(by: { id: $id }) { name } }', { id })).toBe(
      'That id is of the wrong type. Give an id of type Country, or use a slug.',
    );
    const claim = await idOf('claim(slug: "bazoum-is-63")');
    expect(
      await refusal(stack.url, 'query ($id: ID!) { entity(by: { id: $id }) { name } }', { id: claim }),
    ).toMatch(/^That id is of the wrong type/);
  });

  test('of its own type finds the same as its slug', async () => {
    const id = await idOf('country(by: { slug: "niger" })');
    for (const field of ['country', 'entity']) {
      const { found } = await read<{ found: object }>(
        stack.url,
        `query ($id: ID!) { found: ${field}(by: { id: $id }) { name } }`,
        { id },
      );
      expect(found).toEqual({ name: 'Niger' });
    }
  });

  test('of a type that the row is not finds nothing', async () => {
    const number = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1];
    const country = number(await idOf('country(by: { slug: "niger" })'));
    const event = number(await idOf('event(by: { slug: "niger-coup-2023" })'));
    const { leader } = await read<{ leader: { offices: { nodes: { id: string }[] } } }>(
      stack.url,
      '{ leader(by: { slug: "mohamed-bazoum" }) { offices { nodes { id } } } }',
    );
    const office = number(leader.offices.nodes[0]?.id ?? '');
    const lies = [
      ...['Leader', 'Organization', 'Alliance', 'Event'].map(type => `${type}:${country}`),
      ...['Country', 'Leader'].map(type => `${type}:${event}`),
      ...['Tie', 'Pact', 'Membership', 'Participation'].map(type => `${type}:${office}`),
    ].map(base64);
    const { nodes } = await read<{ nodes: unknown[] }>(
      stack.url,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }',
      { ids: lies },
    );
    expect(nodes).toEqual(lies.map(() => null));
    for (const id of lies) {
      expect(await read(stack.url, 'query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
        node: null,
      });
    }
    const leaderOfCountry =
      'query ($id: ID!) { leader(by: { id: $id }) { name } entity(by: { id: $id }) { name } }';
    expect(await read(stack.url, leaderOfCountry, { id: lies[0] })).toMatchObject({ leader: null });
  });
});

describe('nodes', () => {
  const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }';

  test('come in the order of their ids, twice if asked twice, null where there is none', async () => {
    const ids = await Promise.all([
      idOf('source(slug: "news-report-2023-08-04")'),
      idOf('country(by: { slug: "niger" })'),
      idOf('claim(slug: "bazoum-is-63")'),
      idOf('country(by: { slug: "mali" })'),
    ]);
    const [source, niger, claim, mali] = ids;
    const nothing = base64('Country:2147483647');
    const asked = [mali, source, nothing, niger, mali, claim];
    const { nodes } = await read<{ nodes: ({ id: string } | null)[] }>(stack.url, document, { ids: asked });
    expect(nodes.map(node => node?.id ?? null)).toEqual(asked.map(id => (id === nothing ? null : id)));
  });

  test('are at most 100', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => base64(`Country:${index + 1}`));
    const { nodes } = await read<{ nodes: unknown[] }>(stack.url, document, { ids });
    expect(nodes).toHaveLength(100);
    expect(await refusal(stack.url, document, { ids: [...ids, ids[0]] })).toBe(
      '`ids` is too long: at most 100 items.',
    );
    const many = Array.from({ length: 2_000 }, (_, index) => base64(`Country:${index + 1}`));
    expect(await refusal(stack.url, document, { ids: many })).toBe('`ids` is too long: at most 100 items.');
  });

  test('of no ids are none', async () => {
    expect(await read(stack.url, document, { ids: [] })).toEqual({ nodes: [] });
  });
});

describe('what finds nothing is null:', () => {
  test.each([
    ...['entity', 'country', 'leader', 'organization', 'alliance', 'event'].flatMap(field => [
      `${field}(by: { slug: "no-such-thing" }) { id }`,
      `${field}(by: { slug: "" }) { id }`,
    ]),
    ...[
      'iso2: "XX"',
      'iso2: ""',
      'iso2: "NER"',
      'iso3: "XXX"',
      'iso3: "NE"',
      'iso2: "%"',
      'slug: "mohamed-bazoum"',
    ].map(key => `country(by: { ${key} }) { id }`),
    'leader(by: { slug: "niger" }) { id }',
    'claim(slug: "no-such-thing") { id }',
    'source(slug: "no-such-thing") { id }',
    `node(id: "${base64('Claim:00000000-0000-0000-0000-000000000000')}") { id }`,
  ])('%s', async field => {
    expect(await read(stack.url, `{ found: ${field} }`)).toEqual({ found: null });
  });

  test('a country is found by its codes in either case', async () => {
    for (const key of ['iso2: "NE"', 'iso2: "ne"', 'iso3: "NER"', 'iso3: "ner"']) {
      expect(await read(stack.url, `{ country(by: { ${key} }) { slug } }`)).toEqual({
        country: { slug: 'niger' },
      });
    }
  });
});

describe('a reference', () => {
  test.each([
    {},
    { id: 'x', slug: 'niger' },
    { slug: null },
    { slug: 'niger', iso2: null },
    { name: 'Niger' },
    'niger',
    null,
  ])('is not %j', async by => {
    const { errors } = await ask(stack.url, 'query ($by: CountryRef!) { country(by: $by) { id } }', { by });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  });
});

describe('text of any kind is only text:', () => {
  const texts = [
    ...[
      '%',
      '_',
      '\\',
      '\\\\',
      "'",
      '"',
      "''",
      "'; DROP TABLE entity; --",
      '$1',
      '$$',
      '{}',
      '{"a"}',
      '--',
      '/*',
      '|',
      '||',
    ],
    ...[
      '&',
      '!',
      '<->',
      ':*',
      '()',
      '(',
      'a & ! b',
      "'a':*",
      '"unclosed',
      'a OR',
      '-',
      '- -',
      '*',
      '.*',
      '[a-z]',
      '(?=',
      '^',
      '+',
    ],
    ...[
      '\ud800',
      'a\udc00b',
      '\u{1f4a5}',
      '\u202e',
      '\ufeff',
      '\u0301',
      '\u0001',
      'ﬀ',
      'İ',
      'ß',
      '\u00a0',
      'null',
      '__proto__',
      'NaN',
    ],
    ...['-niger', 'niger -coup', '"coup in niger"', 'e'.repeat(200), 'the', 'a b '.repeat(50)],
  ];

  test.each(texts)('search for %j', async text => {
    const { data, errors } = await ask<{ search: { totalCount: number } }>(
      stack.url,
      'query ($text: String!) { search(text: $text, first: 3) { totalCount edges { score node { slug } } } }',
      { text },
    );
    if (text.trim() === '') expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    else expect(data?.search.totalCount).toEqual(expect.any(Number));
  });

  test.each(texts)('as a key: %j', async text => {
    const document = `query ($text: String!) {
      entity(by: { slug: $text }) { id } country(by: { iso2: $text }) { id } claim(slug: $text) { id } source(slug: $text) { id }
      countries(filter: { regions: [$text] }) { totalCount nodes { id } }
      events(filter: { modes: [$text], participants: [{ slug: $text }] }) { totalCount nodes { id } }
      claims(filter: { speakers: [{ slug: $text }], about: [{ slug: $text }] }) { totalCount nodes { id } }
    }`;
    const none = { totalCount: 0, nodes: [] };
    expect(await read(stack.url, document, { text })).toEqual({
      entity: null,
      country: null,
      claim: null,
      source: null,
      countries: none,
      events: none,
      claims: none,
    });
  });

  test.each(['', ' ', '\n\t', '\u3000', 'x'.repeat(201)])(
    'but there is nothing to search for in %j',
    async text => {
      expect(
        await refusal(stack.url, 'query ($text: String!) { search(text: $text) { totalCount } }', { text }),
      ).toBe('Give between 1 and 200 characters to search for, none of them NUL.');
    },
  );

  test('and NUL is in none', async () => {
    for (const text of ['\0', 'ni\0ger']) {
      for (const field of [
        'search(text: $text) { totalCount }',
        'entity(by: { slug: $text }) { id }',
        'claim(slug: $text) { id }',
      ]) {
        expect(await refusal(stack.url, `query ($text: String!) { found: ${field} }`, { text })).toMatch(
          /contains a NUL character|none of them NUL/,
        );
      }
    }
  });

  test('and 10,000 characters are too many', async () => {
    const text = 'x'.repeat(10_000);
    for (const field of [
      'search(text: $text) { totalCount }',
      'entity(by: { slug: $text }) { id }',
      'claim(slug: $text) { id }',
    ]) {
      expect(await refusal(stack.url, `query ($text: String!) { found: ${field} }`, { text })).toBe(
        `\`${field.includes('by:') ? 'slug' : field.split(/[(:]/)[1]}\` is too long: at most 1000 characters.`,
      );
    }
  });

  test('and 1 MB is not even read', async () => {
    const response = await fetch(`${stack.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        query: 'query ($text: String!) { search(text: $text) { totalCount } }',
        variables: { text: 'x'.repeat(1_000_000) },
      }),
    });
    expect(response.status).toBe(413);
  });
});

describe('a number', () => {
  test.each([2 ** 31, -(2 ** 31) - 1, 1e100, 1.5, '1', true, [1], {}])('is not %j', async first => {
    await refusal(stack.url, 'query ($first: Int) { countries(first: $first) { totalCount } }', { first });
  });

  test.each(['2147483648', '1e400', '1.5', '"1"', 'true'])('is not %s in the document', async first => {
    const { errors } = await ask(stack.url, `{ countries(first: ${first}) { totalCount } }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('a list', () => {
  const lists = [
    ['countries(filter: { regions: $list })', '[String!]'],
    ['events(filter: { modes: $list })', '[String!]'],
  ];
  test.each(lists)('%s takes 100 items and no more', async (field, type) => {
    const document = `query ($list: ${type}) { found: ${field} { totalCount } }`;
    await read(stack.url, document, { list: Array.from({ length: 100 }, () => 'x') });
    expect(await refusal(stack.url, document, { list: Array.from({ length: 101 }, () => 'x') })).toMatch(
      /is too long: at most 100 items/,
    );
  });

  test('of references too', async () => {
    const list = Array.from({ length: 101 }, () => ({ slug: 'niger' }));
    for (const [type, filter] of [
      ['EntityRef', 'participants'],
      ['CountryRef', 'countries'],
    ]) {
      const document = `query ($list: [${type}!]) { events(filter: { ${filter}: $list }) { totalCount } }`;
      expect(await refusal(stack.url, document, { list })).toMatch(/is too long: at most 100 items/);
    }
  });

  test('of which one has to match, when it is empty, matches nothing', async () => {
    const none = { totalCount: 0 };
    expect(
      await read(
        stack.url,
        `{ regions: countries(filter: { regions: [] }) { totalCount }
           types: events(filter: { types: [] }) { totalCount }
           modes: events(filter: { modes: [] }) { totalCount }
           countries: events(filter: { countries: [] }) { totalCount }
           certainty: events(filter: { certainty: [] }) { totalCount }
           speakers: claims(filter: { speakers: [] }) { totalCount }
           about: claims(filter: { about: [] }) { totalCount }
           kinds: search(text: "niger", kinds: []) { totalCount } }`,
      ),
    ).toEqual({
      regions: none,
      types: none,
      modes: none,
      countries: none,
      certainty: none,
      speakers: none,
      about: none,
      kinds: none,
    });
    expect(
      await read(
        stack.url,
        `{ country(by: { slug: "niger" }) {
           types: relationships(filter: { types: [] }) { totalCount }
           counterparts: relationships(filter: { counterparts: [] }) { totalCount } } }`,
      ),
    ).toEqual({ country: { types: none, counterparts: none } });
  });

  test('of null, like null itself, filters nothing', async () => {
    const { plain, nulls } = await read<{ plain: object; nulls: object }>(
      stack.url,
      `{ plain: events { totalCount }
         nulls: events(filter: { types: null, modes: null, from: null, countries: null, participants: null, knownAt: null }) { totalCount } }`,
    );
    expect(nulls).toEqual(plain);
    const relationships = await read<{ country: { plain: object; nulls: object } }>(
      stack.url,
      `{ country(by: { slug: "niger" }) { plain: relationships { totalCount }
         nulls: relationships(first: null, after: null, filter: { types: null, direction: null, asOf: null, counterparts: null }) { totalCount } } }`,
    );
    expect(relationships.country.nulls).toEqual(relationships.country.plain);
  });
});

test('every mistake of a document is answered with its own reason', async () => {
  const { errors } = await ask(
    stack.url,
    '{ countries(first: -1, after: "junk") { totalCount } search(text: "niger", first: 101) { totalCount } }',
  );
  expect(errors?.map(({ message }) => message)).toEqual([
    '`first` must be from 0 to 100; use a cursor to get more.',
    '`after` is not a cursor of this connection. Give one that it returned, unchanged.',
    '`first` must be from 0 to 100; use a cursor to get more.',
  ]);
});

test('after all of it, the next question is answered', async () => {
  expect(await ask(stack.url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
});
