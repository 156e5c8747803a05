import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStack } from '../stack.ts';
import { ask, read } from './ask.ts';
import { tell } from './story.ts';

let stack: Awaited<ReturnType<typeof startStack>>;
beforeAll(async () => {
  stack = await startStack();
  // As vague as a report can be.
  await tell(stack.owner, {
    sources: [{ slug: 'hearsay', type: 'NEWS_REPORT', title: 'Hearsay', publishedOn: '2020-01-01' }],
    relationships: [
      {
        subject: 'tuvalu',
        type: 'ALLIED_WITH',
        object: 'nauru',
        period: { endState: 'UNKNOWN' },
        evidence: [{ source: 'hearsay' }],
      },
    ],
  });
});
afterAll(() => stack.close());

type Pact = { __typename: string; id: string; type: string; obligations: string[] };
const pact = '__typename id type ... on Pact { obligations period { start end } evidence { locator } }';

async function pactsOf(slug: string, filter: object): Promise<{ nodes: Pact[]; totalCount: number }> {
  const { country } = await read<{ country: { relationships: { nodes: Pact[]; totalCount: number } } }>(
    stack.url,
    `query ($slug: String!, $filter: RelationshipFilter) {
      country(by: { slug: $slug }) { relationships(first: 100, filter: $filter) { totalCount nodes { ${pact} } } } }`,
    { slug, filter },
  );
  return country.relationships;
}

const withUnitedStates = { counterparts: [{ slug: 'united-states' }] };
const nonaggression = { __typename: 'Pact', type: 'PACT_WITH', obligations: ['NONAGGRESSION'] };

test('a pact says everything that it asks, with the rows that say so', async () => {
  expect((await pactsOf('russia', withUnitedStates)).nodes).toMatchObject([
    {
      __typename: 'Pact',
      type: 'ALLIED_WITH',
      obligations: ['DEFENSE', 'OFFENSE'],
      period: { start: '1942', end: '1945' },
      evidence: [{ locator: '2,365,defense,1942' }, { locator: '2,365,offense,1942' }],
    },
    { __typename: 'Pact', type: 'PACT_WITH', obligations: ['CONSULTATION'] },
    { ...nonaggression, period: { start: '1975', end: null } },
  ]);
});

test('one whose source does not say what it asks has no obligations', async () => {
  expect((await pactsOf('nauru', {})).nodes).toMatchObject([
    { __typename: 'Pact', type: 'ALLIED_WITH', obligations: [] },
  ]);
});

test('what is no pact is none', async () => {
  const { nodes } = await pactsOf('niger', { types: ['BORDERS'] });
  expect(new Set(nodes.map(({ __typename }) => __typename))).toEqual(new Set(['Tie']));
});

describe('a pact is one', () => {
  const day = '1990-06-01';

  test('by its id, and not as any other type', async () => {
    const id = (await pactsOf('russia', withUnitedStates)).nodes.at(-1)?.id ?? '';
    expect(
      await read(stack.url, `query ($id: ID!) { node(id: $id) { ... on Pact { ${pact} } } }`, { id }),
    ).toMatchObject({ node: nonaggression });
    const asTie = btoa(atob(id).replace('Pact', 'Tie'));
    expect(await read(stack.url, 'query ($id: ID!) { node(id: $id) { id } }', { id: asTie })).toEqual({
      node: null,
    });
  });

  test('on a path, which tells it as a pact and not as an alliance', async () => {
    const { paths } = await read<{ paths: { paths: object[] } }>(
      stack.url,
      `query ($day: Date) { paths(from: { slug: "russia" }, to: { slug: "united-states" }, maxLength: 1, filter: { asOf: $day }) {
        paths { sentence hops { relationship { ${pact} } } } } }`,
      { day },
    );
    expect(paths.paths).toMatchObject([
      { sentence: 'Russia has a pact with the United States', hops: [{ relationship: nonaggression }] },
    ]);
    const { past } = await read<{ past: { paths: object[] } }>(
      stack.url,
      `{ past: paths(from: { slug: "russia" }, to: { slug: "united-states" }, maxLength: 1, filter: { types: [PACT_WITH] }) {
        paths { sentence } } }`,
    );
    expect(past.paths).toEqual([
      { sentence: expect.stringMatching(/^Russia had a pact with the United States/) },
    ]);
  });

  test('in a neighborhood', async () => {
    const { neighborhood } = await read<{ neighborhood: { relationships: object[] } }>(
      stack.url,
      `query ($day: Date) { neighborhood(of: [{ slug: "russia" }, { slug: "united-states" }], filter: { asOf: $day, types: [PACT_WITH] }) {
        relationships { ${pact} } } }`,
      { day },
    );
    expect(neighborhood.relationships).toContainEqual(expect.objectContaining(nonaggression));
  });

  test('between shared neighbors', async () => {
    const { sharedNeighbors } = await read<{ sharedNeighbors: { relationships: Pact[] }[] }>(
      stack.url,
      `query ($day: Date) { sharedNeighbors(of: [{ slug: "russia" }], filter: { asOf: $day, types: [PACT_WITH, ALLIED_WITH] }) {
        relationships { ${pact} } } }`,
      { day },
    );
    expect(sharedNeighbors.flatMap(({ relationships }) => relationships)).toContainEqual(
      expect.objectContaining(nonaggression),
    );
  });

  test('among the facts of its source', async () => {
    const { source } = await read<{ source: { facts: { nodes: Pact[] } } }>(
      stack.url,
      `{ source(slug: "atop-5") { facts(first: 100) { nodes { __typename ... on Pact { type obligations } } } } }`,
    );
    expect(source.facts.nodes).toHaveLength(100);
    for (const { __typename, obligations } of source.facts.nodes) {
      expect(__typename).toBe('Pact');
      expect(obligations.length).toBeGreaterThan(0);
    }
  });
});

describe('relationships by what they ask:', () => {
  const obligationsOf = async (obligations: string[] | null, slug = 'russia') => {
    const { nodes, totalCount } = await pactsOf(slug, { ...withUnitedStates, obligations });
    expect(nodes).toHaveLength(totalCount);
    return nodes.map(node => node.obligations);
  };

  test('one of several is enough', async () => {
    expect(await obligationsOf(['OFFENSE'])).toEqual([['DEFENSE', 'OFFENSE']]);
    expect(await obligationsOf(['CONSULTATION', 'DEFENSE'])).toEqual([
      ['DEFENSE', 'OFFENSE'],
      ['CONSULTATION'],
    ]);
    expect(await obligationsOf(['NEUTRALITY'])).toEqual([]);
  });

  test('null is any, and none is none', async () => {
    expect(await obligationsOf(null)).toHaveLength(3);
    expect(await obligationsOf([])).toEqual([]);
  });

  test('one that does not say what it asks is not among them', async () => {
    const all = ['DEFENSE', 'OFFENSE', 'NEUTRALITY', 'NONAGGRESSION', 'CONSULTATION'];
    expect((await pactsOf('nauru', { obligations: all })).nodes).toEqual([]);
  });

  test('nor is what is no pact', async () => {
    expect((await pactsOf('niger', { types: ['BORDERS'], obligations: ['DEFENSE'] })).nodes).toEqual([]);
  });

  test('an obligation that is none, or a null among them, is the caller’s mistake', async () => {
    for (const obligations of [['FRIENDSHIP'], [null]]) {
      const { errors } = await ask(
        stack.url,
        'query ($o: [Obligation!]) { country(by: { slug: "niger" }) { relationships(filter: { obligations: $o }) { totalCount } } }',
        { o: obligations },
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  test('in one statement, total included', async () => {
    const statements = await stack.countStatements(() => obligationsOf(['NONAGGRESSION', 'DEFENSE']));
    expect(statements).toBe(1);
  });
});
