import { describe, expect, test } from 'vitest';
import { read } from '../schema/ask.ts';
import { sharedStack } from '../stack.ts';

const stack = sharedStack();

const fact = `certainty independentSources knownFrom knownUntil
  evidence { stance quote locator attributedTo { name } source { slug title coverage { start } } }`;
const period = 'period { start end endState text }';
const tie = `id type stance symmetric summary ${period} subject { slug } object { slug } ${fact}`;
const relationship = `${tie}
  ... on OfficeHolding { title rank basis } ... on Membership { status } ... on Participation { role }`;
const entity = `id slug kind name aliases summary
  relationships(first: 3) { totalCount edges { node { ${relationship} } counterpart { name } } }
  claimsAbout(first: 2) { nodes { text ${fact} speaker { name } } }
  ... on Country { iso2 leaders { nodes { leader { name bornOn } title ${tie} } } indicators { value ${fact} } }
  ... on Leader { offices { nodes { title } } memberships { nodes { status } } }
  ... on Organization { bodyType: type country { name } events(first: 2) { edges { role node { name } } } }
  ... on Event { eventType: type ${period} ${fact} participants { edges { cursor node { actor { name } role } } } }`;

const filter = '{ throughEvents: true, certainty: [ESTABLISHED, REPORTED, ALLEGED, DISPUTED, CODED] }';

describe('a traversal takes two trips to the database, one that searches and one that reads all that was found:', () => {
  test.each([
    ['paths', '{ paths(from: { slug: "mali" }, to: { slug: "russia" }) { truncated } }'],
    [
      'paths with everything about every hop',
      `{ paths(from: { slug: "mali" }, to: { slug: "france" }, maxLength: 8, first: 20, filter: ${filter}) { truncated
        paths { length sentence weakestCertainty ${period}
          hops { from { ${entity} } relationship { ${relationship} } to { ${entity} } direction alternatives } } } }`,
    ],
    [
      'paths that lead nowhere',
      '{ paths(from: { slug: "mali" }, to: { slug: "japan" }) { paths { sentence } } }',
    ],
    [
      'the path from an entity to itself',
      '{ paths(from: { slug: "mali" }, to: { slug: "mali" }) { paths { length sentence hops { direction } } } }',
    ],
    ['a neighborhood', '{ neighborhood(of: [{ slug: "niger" }]) { truncated nodes { depth } } }'],
    [
      'a wide neighborhood with everything about every node',
      `{ neighborhood(of: [{ slug: "niger" }, { slug: "mali" }], depth: 4, limit: 500, filter: ${filter}) { truncated
        nodes { depth entity { ${entity} } } relationships { ${relationship} } } }`,
    ],
    [
      'shared neighbors',
      '{ sharedNeighbors(of: [{ slug: "mali" }, { slug: "burkina-faso" }]) { entity { name } } }',
    ],
    [
      'shared neighbors with everything about each',
      `{ sharedNeighbors(of: [{ slug: "niger" }, { slug: "mohamed-bazoum" }], first: 100, filter: ${filter}) {
        entity { ${entity} } relationships { ${relationship} } } }`,
    ],
  ])('%s', async (_what, document) => {
    let answer: object = {};
    const trips = await stack.tripsDuring(async () => {
      answer = await read(stack.url, document);
    });
    expect(Object.values(answer)).not.toContain(null);
    expect(trips).toHaveLength(2);
  });

  test('none but the search when there is nothing to begin at', async () => {
    const trips = await stack.tripsDuring(() =>
      fetch(`${stack.url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: '{ neighborhood(of: [{ slug: "atlantis" }]) { truncated } }' }),
      }),
    );
    expect(trips).toEqual([1]);
  });
});

test('what the two ends of a hop are asked for differently, each answers for itself', async () => {
  const { paths } = await read<{
    paths: { paths: { hops: Record<'from' | 'to', { relationships: { nodes: unknown[] } }>[] }[] };
  }>(
    stack.url,
    `{ paths(from: { slug: "mali" }, to: { slug: "russia" }, first: 1) { paths { hops {
      from { relationships(first: 1) { nodes { type } } } to { relationships(first: 2) { nodes { type } } } } } } }`,
  );
  const [hop] = paths.paths[0]?.hops ?? [];
  expect(hop?.from.relationships.nodes).toHaveLength(1);
  expect(hop?.to.relationships.nodes).toHaveLength(2);
});
