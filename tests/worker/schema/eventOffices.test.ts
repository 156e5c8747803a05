import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contents } from '../../../src/record/collection.ts';
import { rowsOf } from '../../database/db/rows.ts';
import { sharedStack, startStack } from '../stack.ts';
import { read } from './ask.ts';
import { tell } from './story.ts';

type Office = { leader: { slug: string }; basis: string; entry: string | null; exit: string | null };
type Offices = Record<'leadersThen' | 'officesBegun' | 'officesEnded', Office[]>;

const asked = `leadersThen { leader { slug } basis entry exit } officesBegun { leader { slug } basis entry exit }
  officesEnded { leader { slug } basis entry exit }`;
const holders = (offices: Office[]) => offices.map(({ leader, basis }) => `${leader.slug} ${basis}`);
const [oldKing, viceroy, newKing] = ['old-king DE_FACTO', 'viceroy DE_FACTO', 'new-king DE_FACTO'];

describe('of an event', () => {
  const stack = sharedStack();
  const officesOf = async (slug: string) => {
    let offices: Offices | undefined;
    const statements = await stack.countStatements(async () => {
      const { event } = await read<{ event: Offices }>(
        stack.url,
        `query ($slug: String!) { event(by: { slug: $slug }) { ${asked} } }`,
        { slug },
      );
      offices = event;
    });
    expect(statements).toBe(1);
    return offices as Offices;
  };

  test('the coup of 2023 in Niger began the offices that Tchiani claims and has, and ended none: Bazoum has not resigned', async () => {
    const { officesBegun, officesEnded, leadersThen } = await officesOf('niger-coup-2023');
    expect(officesBegun).toEqual([
      { leader: { slug: 'abdourahmane-tchiani' }, basis: 'CLAIMED', entry: 'COUP', exit: null },
      { leader: { slug: 'abdourahmane-tchiani' }, basis: 'DE_FACTO', entry: 'COUP', exit: null },
    ]);
    expect(officesEnded).toEqual([]);
    expect(holders(leadersThen)).toEqual([
      'mohamed-bazoum DE_JURE',
      'abdourahmane-tchiani CLAIMED',
      'abdourahmane-tchiani DE_FACTO',
    ]);
  });

  test('a coup that a dataset tells of ended the office of the leader whom the military removed, and began that of the next', async () => {
    const { officesBegun, officesEnded, leadersThen } = await officesOf('coup-niger-1999-04-09');
    expect(officesEnded).toMatchObject([{ leader: { slug: 'ibrahim-bare-mainassara' }, exit: 'COUP' }]);
    expect(officesBegun).toMatchObject([{ leader: { slug: 'daouda-malam-wanke' }, entry: 'IRREGULAR' }]);
    expect(holders(leadersThen)).toEqual(['ibrahim-bare-mainassara DE_FACTO']);
  });

  test('a coup after which coding had stopped ended the office that is judged to have ended with it', async () => {
    const { officesBegun, officesEnded } = await officesOf('coup-guinea-2021-09-05');
    expect(holders(officesEnded)).toEqual(['alpha-conde DE_FACTO']);
    expect(officesBegun).toEqual([]);
  });

  test('an attempt that failed ended and began nothing', async () => {
    const { officesBegun, officesEnded, leadersThen } = await officesOf('coup-burkina-faso-2015-09-17');
    expect({ officesBegun, officesEnded }).toEqual({ officesBegun: [], officesEnded: [] });
    expect(holders(leadersThen)).toContain('michel-kafando DE_FACTO');
  });

  test('of a year has the leaders of its first day', async () => {
    expect(holders((await officesOf('niger-election-2021')).leadersThen)).toEqual([
      'mahamadou-issoufou DE_FACTO',
      'mohamed-bazoum DE_JURE',
    ]);
  });

  test('is read with all that hangs on it in one statement, whoever else asks for the same', async () => {
    const statements = await stack.countStatements(() =>
      read(
        stack.url,
        `{ country(by: { slug: "niger" }) { events(first: 30) { nodes { ...One ...Other } } } }
        fragment One on Event { leadersThen { title } officesBegun { rank evidence { locator } } officesEnded { title } }
        fragment Other on Event { ${asked} }`,
      ),
    );
    expect(statements).toBe(1);
  });
});

describe('of a made-up realm', () => {
  let stack: Awaited<ReturnType<typeof startStack>>;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.close());

  const evidence = [{ source: 'chronicle' }];
  const person = (slug: string) => ({ slug, name: slug });
  const office = (subject: string, more: object) => ({
    subject,
    type: 'HOLDS_OFFICE' as const,
    object: 'former-realm',
    title: 'Ruler',
    rank: 'HEAD_OF_STATE' as const,
    basis: 'DE_FACTO' as const,
    period: { start: '1900-01-01', end: '1910-05-05' },
    evidence,
    ...more,
  });
  const realm = {
    slug: 'former-realm',
    name: 'Realm',
    region: 'Europe',
    foundedOn: '1800',
    reference: 'chronicle',
  };
  const coup = {
    slug: 'coup-in-the-realm',
    name: 'Coup in the realm',
    type: 'COUP' as const,
    outcome: 'SUCCEEDED' as const,
    country: 'former-realm',
    period: { start: '1910-05-05', end: '1910-05-05' },
    evidence,
  };
  const story = (more: Partial<typeof coup> = {}): Partial<Contents> => ({
    sources: [{ slug: 'chronicle', type: 'REFERENCE', title: 'A chronicle', publishedOn: '1950-01-01' }],
    countries: [realm as never],
    leaders: ['old-king', 'new-king', 'viceroy', 'minister'].map(person),
    events: [
      { ...coup, ...more },
      { ...coup, slug: 'undated', name: 'Undated', type: 'STATEMENT', period: { endState: 'UNKNOWN' } },
      { ...coup, slug: 'nowhere', name: 'Nowhere', type: 'STATEMENT', country: undefined } as never,
    ],
    relationships: [
      office('old-king', { endedBy: coup.slug }),
      office('new-king', { begunBy: coup.slug, period: { start: '1910-05-05', end: '1920' } }),
      office('viceroy', { rank: 'REPRESENTATIVE', title: 'Governor-general' }),
      office('minister', { rank: 'MINISTER', title: 'Minister' }),
    ],
  });
  const event = (slug: string) =>
    read<{ event: Offices & { name: string } }>(
      stack.url,
      `query ($slug: String!) { event(by: { slug: $slug }) { name ${asked} } }`,
      { slug },
    ).then(({ event }) => event);

  test('a change of power has the old and the new of that day, whoever stands in for a head of state too, and no ministers', async () => {
    await tell(stack.owner, story());
    expect(holders((await event(coup.slug)).leadersThen)).toEqual([oldKing, viceroy, newKing]);
    const { country } = await read<{ country: { leaders: { nodes: { rank: string }[] } } }>(
      stack.url,
      '{ country(by: { slug: "former-realm" }) { leaders(filter: { asOf: "1905-01-01" }) { nodes { rank } } } }',
    );
    expect(country.leaders.nodes).toEqual([{ rank: 'HEAD_OF_STATE' }, { rank: 'REPRESENTATIVE' }]);
  });

  test('an event without a known start or country has no leaders of then', async () => {
    await tell(stack.owner, story());
    for (const slug of ['undated', 'nowhere']) expect((await event(slug)).leadersThen).toEqual([]);
  });

  test('an office points at the version of the event that it was told with', async () => {
    await tell(stack.owner, story());
    await tell(stack.owner, story({ name: 'The coup' }));
    const [superseded] = await rowsOf<{ slug: string }>(
      stack.owner,
      sql`select slug from entity where slug like 'coup-in-the-realm@%'`,
    );
    const versions = [await event(coup.slug), await event(superseded?.slug as string)];
    expect(versions.map(({ name }) => name)).toEqual(['The coup', 'Coup in the realm']);
    for (const { officesBegun, officesEnded, leadersThen } of versions) {
      expect(holders(officesBegun)).toEqual([newKing]);
      expect(holders(officesEnded)).toEqual([oldKing]);
      expect(holders(leadersThen).sort()).toEqual([newKing, oldKing, viceroy]);
    }
  });
});

test('a participation has its actor and event, a membership its member and what that belongs to, an office its leader', async () => {
  const stack = sharedStack();
  const ends = `... on Participation { actor { slug } event { slug type } }
    ... on Membership { member { slug } of { slug } } ... on OfficeHolding { leader { slug bornOn } }`;
  let nodes: object[] = [];
  const statements = await stack.countStatements(async () => {
    const { leader } = await read<{ leader: { relationships: { nodes: object[] } } }>(
      stack.url,
      `{ leader(by: { slug: "abdourahmane-tchiani" }) { relationships(first: 100) { nodes {
        type subject { slug name } object { slug name } ${ends} } } } }`,
    );
    nodes = leader.relationships.nodes;
  });
  expect(statements).toBe(1);
  const tchiani = { slug: 'abdourahmane-tchiani' };
  expect(nodes).toContainEqual(
    expect.objectContaining({
      type: 'PARTICIPATED_IN',
      actor: tchiani,
      event: { slug: 'niger-coup-2023', type: 'COUP' },
    }),
  );
  expect(nodes).toContainEqual(
    expect.objectContaining({ type: 'MEMBER_OF', member: tchiani, of: { slug: 'niger-military-junta' } }),
  );
  expect(nodes).toContainEqual(
    expect.objectContaining({ type: 'HOLDS_OFFICE', leader: { ...tchiani, bornOn: null } }),
  );
});

test('that the United States partly suspended its ties with Niger is a relationship, dated and sourced', async () => {
  const { country } = await read<{ country: { relationships: { edges: object[] } } }>(
    sharedStack().url,
    `{ country(by: { slug: "niger" }) { relationships(filter: { types: [SANCTIONS], asOf: "2023-08-04" }) { edges {
      counterpart { slug } node { stance summary certainty period { start endState attestedUntil }
        evidence { quote attributedTo { slug } source { slug } } } } } } }`,
  );
  expect(country.relationships.edges).toEqual([
    {
      counterpart: { slug: 'united-states' },
      node: {
        stance: 'HOSTILE',
        summary: 'Has suspended a part of its ties with Niger since the coup.',
        certainty: 'REPORTED',
        period: { start: '2023-07-26', endState: 'ONGOING', attestedUntil: '2023-08-04' },
        evidence: [
          {
            quote: 'the United States and some European countries have partly suspended ties with Niger',
            attributedTo: null,
            source: { slug: 'news-report-2023-08-04' },
          },
        ],
      },
    },
  ]);
});
