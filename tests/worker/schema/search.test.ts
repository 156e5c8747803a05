import { describe, expect, test } from 'vitest';
import { sharedStack } from '../stack.ts';
import { read } from './ask.ts';

const stack = sharedStack();

interface Found {
  totalCount: number;
  edges: { score: number; node: { slug: string; kind: string } }[];
  pageInfo: { hasNextPage: boolean };
}
async function search(text: string, kinds?: string[]): Promise<Found> {
  const document = `query ($text: String!, $kinds: [EntityKind!]) { search(text: $text, kinds: $kinds, first: 100) {
    totalCount edges { score node { slug kind } } pageInfo { hasNextPage } } }`;
  return (await read<{ search: Found }>(stack.url, document, { text, kinds })).search;
}

describe('first of all comes', () => {
  test.each([
    // names and aliases, in any case, with and without accents
    ['Niger', 'niger'],
    ['NIGER', 'niger'],
    ['Nigeria', 'nigeria'],
    ['Mahamat Idriss Déby', 'mahamat-idriss-deby'],
    ['mahamat idriss deby', 'mahamat-idriss-deby'],
    ['deby', 'mahamat-idriss-deby'],
    ['DÉBY', 'mahamat-idriss-deby'],
    ['De\u0301by', 'mahamat-idriss-deby'],
    ['Wagner', 'wagner-group'],
    ['ЧВК Вагнер', 'wagner-group'],
    ['CEDEAO', 'ecowas'],
    ['Communaute economique des Etats de l Afrique de l Ouest', 'ecowas'],
    ['Tiani', 'abdourahmane-tchiani'],
    ["Côte d'Ivoire", 'ivory-coast'],
    ['cote d ivoire', 'ivory-coast'],
    ['Ivory Coast', 'ivory-coast'],
    ['Deutschland', 'germany'],
    ['中国', 'china'],
    ['USA', 'united-states'],
    // a part of a name
    ['burkina', 'burkina-faso'],
    ['Economic Community', 'ecowas'],
    ['liman', 'kiari-liman-tinguiri'],
    // misspelled
    ['bazum', 'mohamed-bazoum'],
    ['Basoum', 'mohamed-bazoum'],
    ['Mohammed Bazoum', 'mohamed-bazoum'],
    ['burkina fasso', 'burkina-faso'],
    ['nigr', 'niger'],
    ['blinkn', 'antony-blinken'],
    ['Makron', 'emmanuel-macron'],
    ['cote divoire', 'ivory-coast'],
    ['wagener group', 'wagner-group'],
    // with room around it
    ['  Mali\n', 'mali'],
  ])('for %j: %s', async (text, slug) => {
    expect((await search(text)).edges[0]?.node.slug).toBe(slug);
  });
});

describe('the score', () => {
  test('is 1 for a name or alias to the letter, and less for all else', async () => {
    for (const text of ['niger', 'Republic of Niger', 'Mahamat Déby']) {
      const scores = (await search(text)).edges.map(({ score }) => score);
      expect(scores[0]).toBe(1);
      for (const score of scores.slice(1)) expect(score).toBeLessThan(1);
    }
    expect((await search('bazum')).edges[0]?.score).toBeLessThan(1);
  });

  test('falls from the best result to the last, between 0 and 1', async () => {
    for (const text of ['niger', 'bazum', 'coup', 'mercenaries']) {
      const scores = (await search(text)).edges.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const score of scores) expect(score).toSatisfy(value => value >= 0 && value <= 1);
    }
  });
});

describe('the words of a summary', () => {
  test('find what no name has', async () => {
    const { edges } = await search('mercenaries');
    expect(edges.map(({ node }) => node.slug)).toContain('wagner-group');
  });

  test('find it in another form of the word', async () => {
    const slugs = async (text: string) => (await search(text)).edges.map(({ node }) => node.slug);
    expect(await slugs('mercenary')).toEqual(expect.arrayContaining(['wagner-group']));
  });

  test('come after names', async () => {
    const { edges } = await search('ambassador');
    expect(edges.map(({ node }) => node.slug)).toContain('kiari-liman-tinguiri');
    for (const { score } of edges) expect(score).toBeLessThan(0.9);
  });
});

describe('kinds', () => {
  test('keep others out', async () => {
    const all = await search('bazoum');
    expect(new Set(all.edges.map(({ node }) => node.kind)).size).toBeGreaterThan(1);
    const leaders = await search('bazoum', ['LEADER']);
    expect(leaders.edges.map(({ node }) => node.slug)).toEqual(
      all.edges.filter(({ node }) => node.kind === 'LEADER').map(({ node }) => node.slug),
    );
    const two = await search('bazoum', ['LEADER', 'ORGANIZATION']);
    expect(new Set(two.edges.map(({ node }) => node.kind))).toEqual(new Set(['LEADER', 'ORGANIZATION']));
    expect(two.totalCount).toBe(two.edges.length);
  });
});

test('what nothing is like finds nothing', async () => {
  expect(await search('qwxzvk')).toEqual({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false } });
});

test('a page past the end is empty, and still tells the total', async () => {
  const after = Buffer.from('["Query.search",1000]').toString('base64');
  const { search } = await read<{ search: Found & { nodes: unknown[] } }>(
    stack.url,
    'query ($after: String!) { search(text: "niger", after: $after) { totalCount nodes { id } pageInfo { hasNextPage } } }',
    { after },
  );
  expect(search.nodes).toEqual([]);
  expect(search.pageInfo.hasNextPage).toBe(false);
  expect(search.totalCount).toBeGreaterThan(0);
});
