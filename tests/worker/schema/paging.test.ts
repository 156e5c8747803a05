import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStack } from '../stack.ts';
import { read, refusal } from './ask.ts';
import { tell } from './story.ts';

let stack: Awaited<ReturnType<typeof startStack>>;
beforeAll(async () => {
  stack = await startStack();
  await tell(stack.owner, withUnknownDays);
});
afterAll(() => stack.close());

const evidence = [{ source: 'rumour' }];
const unknown = { endState: 'UNKNOWN' as const };
/** Events and claims of which nobody knows the day, several of each: they come last, and must not be lost there. */
const withUnknownDays = {
  sources: [{ slug: 'rumour', type: 'BROADCAST' as const, title: 'A rumour', publishedOn: '2020' }],
  leaders: [{ slug: 'somebody', name: 'Somebody' }],
  events: ['a', 'b', 'c', 'd', 'e'].map(letter => ({
    slug: `rumoured-${letter}`,
    name: `Rumour ${letter}`,
    type: 'STATEMENT' as const,
    period: unknown,
    participants: [
      { actor: 'somebody', role: 'SPEAKER' as const },
      { actor: 'somebody', role: 'WITNESS' as const },
    ],
    evidence,
  })),
  claims: ['a', 'b', 'c', 'd', 'e'].map(letter => ({
    slug: `claimed-${letter}`,
    text: `It is ${letter}.`,
    speaker: 'somebody',
    about: ['somebody'],
    evidence,
  })),
};

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}
type PageArgs = { first?: number; last?: number; after?: string; before?: string };

/** The document that reads one page of a connection, written as a field with `…` where the arguments of paging go. */
function document(connection: string, page: PageArgs): string {
  const args = Object.entries(page)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const fields = 'edges { cursor node { id } } nodes { id } totalCount';
  const pageInfo = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  return `{ ${connection.replace('…)', `${args.join(', ')}) { ${fields} ${pageInfo} }`)} }`;
}

async function readPage(connection: string, args: PageArgs): Promise<Page> {
  let data = await read<object>(stack.url, document(connection, args));
  while (!('edges' in data)) data = Object.values(data)[0];
  return data as Page;
}

/** Reads a connection page by page to its end, or from its end, and checks that each page says truly where it lies. */
async function walk(connection: string, size: number, from: 'start' | 'end'): Promise<Page['edges']> {
  const edges: Page['edges'] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await readPage(
      connection,
      from === 'start' ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    expect(page.nodes).toEqual(page.edges.map(({ node }) => node));
    expect(page.edges.length).toBe(Math.min(size, page.totalCount - edges.length));
    edges.splice(from === 'start' ? edges.length : 0, 0, ...page.edges);
    const rest = edges.length < page.totalCount;
    expect(page.pageInfo).toEqual({
      hasNextPage: from === 'start' ? rest : cursor !== undefined,
      hasPreviousPage: from === 'end' ? rest : cursor !== undefined,
      startCursor: page.edges.at(0)?.cursor ?? null,
      endCursor: page.edges.at(-1)?.cursor ?? null,
    });
    if (!rest) return edges;
    cursor = page.edges.at(from === 'start' ? -1 : 0)?.cursor;
  }
}

const relationshipsOfNiger = 'country(by: { slug: "niger" }) { relationships(…) }';
const factsOfReport = 'source(slug: "news-report-2023-08-04") { facts(…) }';
const searchForNiger = 'search(text: "niger", …)';

describe('page by page, nothing comes twice and nothing is lost:', () => {
  test.each<[connection: string, size: number]>([
    [relationshipsOfNiger, 20],
    [
      'country(by: { slug: "niger" }) { relationships(filter: { types: [BORDERS], asOf: "2023-08-04" }, …) }',
      3,
    ],
    ['country(by: { slug: "niger" }) { events(…) }', 5],
    ['country(by: { slug: "niger" }) { claimsAbout(…) }', 7],
    ['country(by: { slug: "niger" }) { leaders(…) }', 3],
    ['leader(by: { slug: "mohamed-bazoum" }) { claims(…) }', 4],
    ['leader(by: { slug: "somebody" }) { events(…) }', 3],
    ['event(by: { slug: "niger-coup-2023" }) { participants(…) }', 2],
    ['event(by: { slug: "niger-coup-2023" }) { responses(…) }', 5],
    ['claim(slug: "military-run-neighbors-fare-worse-on-security") { about(…) }', 2],
    [factsOfReport, 50],
    ['countries(…)', 70],
    ['countries(filter: { subregions: ["Western Africa"] }, …)', 6],
    ['leaders(…)', 25],
    ['organizations(…)', 8],
    ['alliances(…)', 1],
    ['sources(…)', 4],
    ['events(…)', 30],
    ['events(filter: { participants: [{ slug: "niger" }] }, …)', 7],
    ['claims(…)', 8],
  ])('%s by %i', async (connection, size) => {
    const forwards = await walk(connection, size, 'start');
    expect(forwards.length).toBeGreaterThan(size);
    expect(new Set(forwards.map(({ cursor }) => cursor)).size).toBe(forwards.length);
    expect(await walk(connection, size, 'end')).toEqual(forwards);
  });

  test(`${searchForNiger} by 12`, async () => {
    const results = await walk(searchForNiger, 12, 'start');
    expect(results.length).toBeGreaterThan(24);
    expect(new Set(results.map(({ node }) => node.id)).size).toBe(results.length);
  });
});

test('an actor in two roles of an event stands there twice, each time with its role', async () => {
  const { leader } = await read<{
    leader: { events: { edges: { role: string; node: { slug: string } }[] } };
  }>(stack.url, '{ leader(by: { slug: "somebody" }) { events(first: 2) { edges { role node { slug } } } } }');
  expect(leader.events.edges).toEqual([
    { role: 'SPEAKER', node: { slug: 'rumoured-a' } },
    { role: 'WITNESS', node: { slug: 'rumoured-a' } },
  ]);
});

test('earliest first, and what has no known start last', async () => {
  type Dated = { nodes: { period: { start: string | null } }[] };
  const { events, country } = await read<{ events: Dated; country: { relationships: Dated } }>(
    stack.url,
    `{ events(first: 100, filter: { from: "2020-01-01" }) { nodes { period { start } } }
       country(by: { slug: "niger" }) { relationships(first: 100) { nodes { period { start } } } } }`,
  );
  for (const { nodes } of [events, country.relationships]) {
    const starts = nodes.map(({ period }) => period.start);
    const known = starts.filter(start => start !== null);
    expect(known.length).toBeLessThan(starts.length);
    expect(starts.slice(known.length).every(start => start === null)).toBe(true);
    const firstDays = known.map(start => `${start}-01-01`.slice(0, 10));
    expect(firstDays).toEqual(firstDays.toSorted());
  }
});

test('a page of nothing is empty and still tells the total', async () => {
  expect(await readPage('events(…)', { first: 0 })).toEqual({
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    totalCount: expect.any(Number),
  });
});

test('without first or last a page holds 20', async () => {
  type Ids = { nodes: { id: string }[] };
  const { countries, country, search } = await read<{
    countries: Ids;
    country: { relationships: Ids };
    search: Ids;
  }>(
    stack.url,
    `{ countries { nodes { id } } search(text: "niger") { nodes { id } }
       country(by: { slug: "niger" }) { relationships { nodes { id } } } }`,
  );
  expect([countries, country.relationships, search].map(({ nodes }) => nodes.length)).toEqual([20, 20, 20]);
});

describe('refused with what to do instead:', () => {
  describe.each([
    'countries(…)',
    'events(…)',
    'claims(…)',
    searchForNiger,
    relationshipsOfNiger,
    'event(by: { slug: "niger-coup-2023" }) { parts(…) }',
    factsOfReport,
  ])('%s', connection => {
    // A search is read from its best result on only.
    const pages = [{ first: -1 }, { first: 101 }, { first: 100_000 }, { last: -1 }, { last: 101 }];
    test.each(pages.filter(page => connection !== searchForNiger || 'first' in page))('%o', async page => {
      expect(await refusal(stack.url, document(connection, page))).toMatch(
        /^`(first|last)` must be from 0 to 100/,
      );
    });

    test.runIf(connection !== searchForNiger)('first together with last', async () => {
      expect(await refusal(stack.url, document(connection, { first: 1, last: 1 }))).toBe(
        'Give `first` or `last`, not both.',
      );
    });
  });

  test('a page deep inside a document, and one given by variables', async () => {
    const deep = `{ country(by: { slug: "niger" }) { relationships(first: 1) { nodes { subject { relationships(first: 101) { totalCount } } } } } }`;
    expect(await refusal(stack.url, deep)).toMatch(/`first` must be from 0 to 100/);
    const byVariable =
      'query ($first: Int, $after: String) { events(first: $first, after: $after) { totalCount } }';
    expect(await refusal(stack.url, byVariable, { first: 101 })).toMatch(/`first` must be from 0 to 100/);
    expect(await refusal(stack.url, byVariable, { after: 'NaN' })).toMatch(/`after` is not a cursor/);
  });
});
