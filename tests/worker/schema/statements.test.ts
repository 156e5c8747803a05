import { describe, expect, test } from 'vitest';
import { sharedStack } from '../stack.ts';
import { read } from './ask.ts';

const stack = sharedStack();

/** The paths of lists that hold nothing wherever they stand in an answer: what was asked of them was not put to the test. */
function emptyThroughout(answer: unknown): string[] {
  const lists = new Map<string, boolean>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      if (path.endsWith('aliases') || path.endsWith('authors')) return; // columns
      lists.set(path, lists.get(path) || value.length > 0);
      for (const item of value) walk(item, path);
    } else if (value && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${path}.${name}`);
    }
  };
  walk(answer, '');
  return [...lists].filter(([, holdsSomething]) => !holdsSomething).map(([path]) => path);
}

async function expectStatements(count: number, document: string, variables: object = {}) {
  let answer: unknown;
  const counted = await stack.countStatements(async () => {
    answer = await read(stack.url, document, variables);
  });
  expect(emptyThroughout(answer)).toEqual([]);
  expect(counted).toBe(count);
}

const fact = `certainty independentSources knownFrom knownUntil
  evidence { stance quote locator attributedTo { id slug name } source { id slug title coverage { start } } }`;
const period = 'period { start end endState text }';
const entity = 'id slug kind name aliases summary';
const tie = `id tieType: type stance symmetric summary ${period} subject { ${entity} } object { ${entity} } ${fact}`;
const office = `${tie} title rank basis entry exit`;
const membership = `${tie} status`;
const participation = `${tie} role`;
const relationship = `${tie} ... on OfficeHolding { ${office} } ... on Membership { ${membership} }
  ... on Participation { ${participation} } ... on Pact { ${tie} obligations }`;
const country = `${entity} iso2 iso3 region subregion capitals latitude longitude cowCode gwCode independent unMember
  reference { id slug } capitalsSource { slug licence } unMemberSource { slug }`;
const coverage = 'coverage { topic source { id slug title } from until }';
const leader = `${entity} bornOn diedOn`;
const organization = `${entity} bodyType: type foundedOn dissolvedOn country { name }`;
const alliance = `${entity} types foundedOn dissolvedOn`;
const event = `${entity} eventType: type mode quadClass deadline place ${period} country { name } ${fact}`;
const actor = `${entity} ... on Country { ${country} } ... on Leader { ${leader} }
  ... on Organization { ${organization} } ... on Alliance { ${alliance} }`;
const anyEntity = `${actor} ... on Event { ${event} }`;
const page = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';

describe('one statement reads', () => {
  test('a country with all that hangs on it', () =>
    expectStatements(
      1,
      `{ country(by: { slug: "niger" }) {
        ${country} ${coverage}
        leaders(filter: { asOf: "2023-08-04" }) { ${page} edges { cursor node { leader { ${leader} } ${office} } } nodes { title } }
        relationships(first: 50, filter: { asOf: "2023-08-04" }) {
          ${page} edges { counterpart { ${anyEntity} } node { ${relationship} } }
        }
        events { ${page} edges { role node { ${event} participants { nodes { actor { name } role ${fact} } } } } }
        claimsAbout { ${page} nodes { text quote verification madeOn speaker { name } event { name } ${fact} } }
        indicators { code name value unit ${period} country { name } claim { text } ${fact} }
      } }`,
    ));

  test('who led a country, with every birth that sources give', () =>
    expectStatements(
      1,
      `{ country(by: { slug: "senegal" }) {
        leaders { nodes { leader { ${leader} births { date locator source { slug title } } } } }
      } }`,
    ));

  test('a leader with offices, memberships, claims and events', () =>
    expectStatements(
      1,
      `{ leader(by: { slug: "mohamed-bazoum" }) {
        ${leader}
        offices { ${page} nodes { ${office} } }
        memberships { ${page} edges { node { of { ${anyEntity} } ${membership} } } }
        claims { ${page} nodes { text about { ${page} nodes { ${anyEntity} } } event { ${event} } } }
        events { ${page} edges { role node { name } } }
      } }`,
    ));

  test('an event with its parts, causes, answers, participants and claims', () =>
    expectStatements(
      1,
      `{ event(by: { slug: "niger-coup-2023" }) {
        ${event}
        participants { ${page} edges { node { actor { ${actor} } ${participation} } } }
        parts { ${page} nodes { ${event} partOf { name } } }
        leadersThen { title leader { name } } officesBegun { title leader { name } }
        responses { ${page} nodes { ${event} respondsTo { name } parts { nodes { name partOf { name } } } } }
        claimsAbout { ${page} nodes { text } }
        relationships(filter: { types: [PART_OF, RESPONDS_TO] }) { ${page} edges { counterpart { name } node { type } } }
      } }`,
    ));

  test('a coup with the offices that it ended and began, and their holders', () =>
    expectStatements(
      1,
      `{ event(by: { slug: "coup-niger-1999-04-09" }) {
        leadersThen { ${office} leader { ${leader} } } officesEnded { ${office} leader { ${leader} } }
        officesBegun { ${office} leader { offices { nodes { title leader { name } } } } }
      } }`,
    ));

  test('a claim with its speaker, subjects and event', () =>
    expectStatements(
      1,
      `{ claim(slug: "mali-and-burkina-faso-employ-wagner-group") {
        id slug text quote verification madeOn ${fact}
        speaker { ${actor} }
        about { ${page} nodes { ${anyEntity} } }
        event { ${event} participants { nodes { actor { name } role } } }
      } }`,
    ));

  test('an organization and an alliance each with its country, members and ties', async () => {
    await expectStatements(
      1,
      `{ organization(by: { slug: "niger-presidential-guard" }) {
        ${organization} relationships { edges { counterpart { ${anyEntity} } node { ${relationship} } } }
      } }`,
    );
    await expectStatements(
      1,
      `{ alliance(by: { slug: "ecowas" }) {
        ${alliance} members { totalCount } events { nodes { ${event} } } relationships { nodes { ${relationship} } }
      } }`,
    );
  });

  test('a source with every type of fact that rests on it', () =>
    expectStatements(
      1,
      `{ source(slug: "news-report-2023-08-04") {
        title type authors publishedOn url licence coverage { start }
        facts(first: 100) { ${page} nodes {
          __typename id ${fact}
          ... on Relationship { ${relationship} }
          ... on Event { ${event} participants { nodes { actor { name } } } }
          ... on Claim { slug text verification speaker { name } about { nodes { name } } }
          ... on Indicator { code value unit of: country { name } }
        } }
      } }`,
    ));

  test('ties of ties: relationships nested twice over', () =>
    expectStatements(
      1,
      `{ country(by: { slug: "niger" }) { relationships(first: 100) { totalCount edges {
        node { ${relationship} }
        counterpart { name relationships(first: 10) { totalCount edges {
          node { ${relationship} }
          counterpart { name relationships(first: 3) { edges { node { type } counterpart { name } } } }
        } } }
      } } } }`,
    ));

  test('an entity of whatever kind, with what only its own kind has', () =>
    expectStatements(
      1,
      `{ entity(by: { slug: "niger-coup-2023" }) { ${anyEntity} relationships { edges { counterpart { ${anyEntity} } } } } }`,
    ));

  test.each([
    [
      'countries',
      `(first: 3) { edges { cursor node { ${country} relationships(first: 2) { nodes { type } } } } pageInfo { hasNextPage } }`,
    ],
    [
      'countries',
      `(first: 3, filter: { regions: ["Africa"] }) { nodes { name ${coverage} borders: relationships { totalCount } } }`,
    ],
    ['leaders', `(first: 3) { nodes { ${leader} offices { totalCount nodes { title object { name } } } } }`],
    ['organizations', `(first: 3) { nodes { ${organization} relationships { totalCount } } }`],
    ['alliances', `(first: 3) { nodes { ${alliance} events { totalCount } } }`],
    ['events', `(first: 30) { nodes { ${event} participants { nodes { actor { name } role } } } }`],
    [
      'events',
      '(filter: { participants: [{ slug: "niger" }], countries: [{ iso2: "NE" }], from: "2023-07-26", to: "2023-08-04" }) { nodes { name } }',
    ],
    ['claims', `(first: 3) { nodes { text speaker { ${actor} } about { nodes { name } } ${fact} } }`],
    [
      'claims',
      '(filter: { speakers: [{ slug: "mohamed-bazoum" }], about: [{ slug: "mali" }] }) { nodes { text } }',
    ],
    ['sources', `(first: 3) { nodes { title facts(first: 3) { totalCount nodes { ${fact} } } } }`],
    ['dataset', '{ version updatedAt licence counts { countries relationships } }'],
    ['search', '(text: "no such thing in the whole record") { totalCount }'],
  ])('%s%s', (field, rest) => expectStatements(1, `{ ${field}${rest} }`));
});

describe('a total costs a root connection one more statement, and alone it is the only one', () => {
  test.each(['countries', 'leaders', 'organizations', 'alliances', 'events', 'claims', 'sources'])(
    '%s',
    async field => {
      await expectStatements(2, `{ ${field}(first: 3) { totalCount nodes { id } } }`);
      await expectStatements(1, `{ ${field} { totalCount } }`);
    },
  );
});

test('a search costs two statements: which match, and what they are', () =>
  expectStatements(
    2,
    `{ search(text: "niger", first: 10) { ${page} edges { score node { ${anyEntity} relationships(first: 2) { nodes { type } } } } } }`,
  ));

test('nodes cost one statement for each type among them, however many there are', async () => {
  const { country, leader, source } = await read<{
    country: { id: string; relationships: { nodes: { id: string }[] } };
    leader: { id: string };
    source: { id: string };
  }>(
    stack.url,
    `{ country(by: { slug: "niger" }) { id relationships(filter: { types: [BORDERS] }) { nodes { id } } }
       leader(by: { slug: "mohamed-bazoum" }) { id } source(slug: "news-report-2023-08-04") { id } }`,
  );
  const borders = country.relationships.nodes.map(({ id }) => id);
  const nodes = `query ($ids: [ID!]!) { nodes(ids: $ids) { id
    ... on Entity { name relationships { edges { counterpart { name } } } } ... on Tie { subject { name } ${fact} }
    ... on Source { title facts { totalCount nodes { id } } } } }`;
  await expectStatements(1, nodes, { ids: borders });
  await expectStatements(4, nodes, { ids: [country.id, leader.id, source.id, ...borders] });
  await expectStatements(1, 'query ($id: ID!) { node(id: $id) { id ... on Country { name } } }', {
    id: country.id,
  });
});

test('each root field costs its own statement', () =>
  expectStatements(
    2,
    '{ niger: country(by: { slug: "niger" }) { name } mali: country(by: { slug: "mali" }) { name } }',
  ));

test('the same connection twice over, with other arguments, costs one statement more', () =>
  expectStatements(
    2,
    `{ country(by: { slug: "niger" }) {
      before: leaders(filter: { asOf: "2023-07-01" }) { nodes { title } } after: leaders(filter: { asOf: "2023-08-04" }) { nodes { title } }
    } }`,
  ));

test('what the schema says of itself costs none', () =>
  expectStatements(0, '{ __typename __schema { queryType { name } } }'));

describe('two fragments that ask for the same connection cost no more than one', () => {
  const pairs: [name: string, lookup: string, of: string, one: string, other: string][] = [
    [
      'leaders',
      'country(by: { slug: "niger" })',
      'Country',
      'totalCount nodes { title }',
      'totalCount nodes { leader { name } }',
    ],
    [
      'offices',
      'leader(by: { slug: "mohamed-bazoum" })',
      'Leader',
      'nodes { title }',
      'edges { node { basis } }',
    ],
    [
      'relationships',
      'country(by: { slug: "niger" })',
      'Country',
      'nodes { subject { name } }',
      'edges { counterpart { slug } }',
    ],
    ['events', 'country(by: { slug: "niger" })', 'Country', 'nodes { slug }', 'edges { role }'],
    [
      'memberships',
      'leader(by: { slug: "mohamed-bazoum" })',
      'Leader',
      'nodes { status }',
      'nodes { of { slug } }',
    ],
    [
      'participants',
      'event(by: { slug: "niger-coup-2023" })',
      'Event',
      'nodes { role }',
      'nodes { actor { slug } }',
    ],
    [
      'responses',
      'event(by: { slug: "niger-coup-2023" })',
      'Event',
      'nodes { slug }',
      'edges { node { name } }',
    ],
    [
      'facts',
      'source(slug: "news-report-2023-08-04")',
      'Source',
      'nodes { id }',
      'edges { node { certainty } }',
    ],
    [
      'claims',
      'leader(by: { slug: "mohamed-bazoum" })',
      'Leader',
      'totalCount nodes { text }',
      'totalCount edges { node { slug } }',
    ],
    [
      'claimsAbout',
      'country(by: { slug: "niger" })',
      'Country',
      'totalCount nodes { text }',
      'totalCount edges { node { speaker { name } } }',
    ],
    [
      'about',
      'claim(slug: "military-run-neighbors-fare-worse-on-security")',
      'Claim',
      'totalCount nodes { slug }',
      'totalCount edges { node { name } }',
    ],
  ];
  test.each(pairs)('%s', (connection, lookup, type, one, other) =>
    expectStatements(
      1,
      `{ found: ${lookup} { ...One ...Other } }
      fragment One on ${type} { ${connection}(first: 2) { ${one} } }
      fragment Other on ${type} { ${connection}(first: 2) { ${other} } }`,
    ),
  );

  test('after a cursor', async () => {
    const { country } = await read<{ country: { relationships: { pageInfo: { endCursor: string } } } }>(
      stack.url,
      '{ country(by: { slug: "niger" }) { relationships(first: 2) { pageInfo { endCursor } } } }',
    );
    const after = country.relationships.pageInfo.endCursor;
    await expectStatements(
      1,
      `query ($after: String) { country(by: { slug: "niger" }) { ...One ...Other } }
      fragment One on Country { relationships(first: 2, after: $after) { nodes { subject { name } } } }
      fragment Other on Country { relationships(first: 2, after: $after) { edges { counterpart { slug } } } }`,
      { after },
    );
  });

  test('a timeline with days', () =>
    expectStatements(
      1,
      `{ ...One ...Other }
      fragment One on Query { events(filter: { from: "2023-07-26", to: "2023-08-04" }) { nodes { slug } } }
      fragment Other on Query { events(filter: { from: "2023-07-26", to: "2023-08-04" }) { edges { node { name } } } }`,
    ));
});
