import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contents } from '../../../src/record/collection.ts';
import type { Period } from '../../../src/record/facts.ts';
import { startStack } from '../stack.ts';
import { read, refusal } from './ask.ts';
import { tell } from './story.ts';

let stack: Awaited<ReturnType<typeof startStack>>;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const evidence = [{ source: 'chronicle' }];
const chronicle = {
  slug: 'chronicle',
  type: 'REFERENCE' as const,
  title: 'A chronicle',
  publishedOn: '2021-06-01',
};

/**
 * Periods of every precision and end, told by a work of 1 June 2021. On the days of `within` each held or may have held, as
 * far as it vouches; on those of `outside` it did not, or nobody vouches for them.
 */
const periods: Record<string, { period: Period; within: string[]; outside: string[] }> = {
  'a day': {
    period: { start: '2020-03-15', end: '2020-03-15' },
    within: ['2020-03-15'],
    outside: ['2020-03-14', '2020-03-16'],
  },
  'some days': {
    period: { start: '2020-02-28', end: '2020-03-01', text: 'over the leap day' },
    within: ['2020-02-28', '2020-02-29', '2020-03-01'],
    outside: ['2020-02-27', '2020-03-02'],
  },
  'a month': {
    period: { start: '2020-02', end: '2020-02' },
    within: ['2020-02-01', '2020-02-29'],
    outside: ['2020-01-31', '2020-03-01'],
  },
  'a December': {
    period: { start: '2019-12', end: '2019-12' },
    within: ['2019-12-01', '2019-12-31'],
    outside: ['2019-11-30', '2020-01-01'],
  },
  'a year': {
    period: { start: '2020', end: '2020' },
    within: ['2020-01-01', '2020-12-31'],
    outside: ['2019-12-31', '2021-01-01'],
  },
  'from some day of a year to some day of a month': {
    period: { start: '2018', end: '2020-04' },
    within: ['2018-01-01', '2020-04-30'],
    outside: ['2017-12-31', '2020-05-01'],
  },
  'a start that goes on': {
    period: { start: '2020-05-01', endState: 'ONGOING' },
    within: ['2020-05-01', '2021-06-01'],
    outside: ['2020-04-30', '0001-01-01', '2021-06-02', '9999-12-31'],
  },
  'a start of which nobody says whether it ended': {
    period: { start: '2020-06', endState: 'UNKNOWN' },
    within: ['2020-06-01', '2021-06-01'],
    outside: ['2020-05-31', '2021-06-02', '9999-12-31'],
  },
  'a start that ended nobody says when': {
    period: { start: '2020', endState: 'ENDED' },
    within: ['2020-01-01', '2020-12-31'],
    outside: ['2019-12-31', '2021-01-01', '2100-01-01'],
  },
  'an end without a start': {
    period: { end: '2020-04-10' },
    within: ['2020-04-10'],
    outside: ['0001-01-01', '2020-04-09', '2020-04-11'],
  },
  'no known day at all': {
    period: { endState: 'UNKNOWN' },
    within: ['0001-01-01', '2020-04-10', '9999-12-31'],
    outside: [],
  },
};
const names = Object.keys(periods);
const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

/** One relationship and one event for each period, and an office, a membership and an alliance that last a day. */
const periodsOfEverySort: Partial<Contents> = {
  sources: [chronicle],
  leaders: [{ slug: 'chronicler', name: 'Chronicler' }],
  organizations: names.map(name => ({ slug: slugOf(name), name, type: 'OTHER' as const })),
  alliances: [{ slug: 'round-table', name: 'Round table', types: ['OTHER' as const] }],
  events: names.map(name => ({
    slug: `event-of-${slugOf(name)}`,
    name,
    type: 'STATEMENT' as const,
    mode: 'chronicled',
    period: periods[name]?.period as Period,
    evidence,
  })),
  relationships: [
    ...names.map(name => ({
      subject: 'chronicler',
      type: 'SUPPORTS' as const,
      object: slugOf(name),
      period: periods[name]?.period as Period,
      evidence,
    })),
    {
      subject: 'chronicler',
      type: 'HOLDS_OFFICE' as const,
      object: slugOf('a day'),
      title: 'Keeper',
      rank: 'OTHER' as const,
      basis: 'DE_JURE' as const,
      period: { start: '2020-03-15', end: '2020-03-15' },
      evidence,
    },
    {
      subject: 'chronicler',
      type: 'MEMBER_OF' as const,
      object: 'round-table',
      status: 'FULL' as const,
      period: { start: '2020-03-15', end: '2020-03-15' },
      evidence,
    },
  ],
};

describe('a relationship or event', () => {
  beforeAll(() => tell(stack.owner, periodsOfEverySort));

  interface Ties {
    leader: { relationships: { nodes: { object: { name: string }; period: Period }[] } };
  }
  const ties = async (asOf?: string) =>
    (
      await read<Ties>(
        stack.url,
        `query ($asOf: Date) { leader(by: { slug: "chronicler" }) {
          relationships(filter: { types: [SUPPORTS], asOf: $asOf }) {
            nodes { object { name } period { start end endState text } } } } }`,
        { asOf },
      )
    ).leader.relationships.nodes;
  const events = async (filter: { from?: string; to?: string }) =>
    (
      await read<{ events: { nodes: { name: string }[] } }>(
        stack.url,
        'query ($filter: EventFilter) { events(first: 100, filter: $filter) { nodes { name } } }',
        { filter: { modes: ['chronicled'], ...filter } },
      )
    ).events.nodes.map(({ name }) => name);

  test.each(names)('of %s is there on each day on which it may have been, and on no other', async name => {
    const { within, outside } = periods[name] as (typeof periods)[string];
    for (const [days, there] of [
      [within, true],
      [outside, false],
    ] as const) {
      for (const day of days) {
        expect((await ties(day)).some(({ object }) => object.name === name)).toBe(there);
        expect((await events({ from: day, to: day })).includes(name)).toBe(there);
      }
    }
  });

  test('says its period as exactly as the source did', async () => {
    const told = new Map((await ties()).map(({ object, period }) => [object.name, period]));
    for (const [name, { period }] of Object.entries(periods)) {
      const { start = null, end = null, endState = 'ENDED', text = null } = period;
      expect({ [name]: told.get(name) }).toEqual({ [name]: { start, end, endState, text } });
    }
  });

  const HOLDINGS = [
    [
      'a year',
      { attestedFrom: '2020', attestedUntil: '2020', days: 366 },
      { '2019-12-31': 'NOT_HELD', '2020-06-15': 'MAY_HAVE_HELD' },
    ],
    [
      'from some day of a year to some day of a month',
      { attestedFrom: '2018', attestedUntil: '2020-04', days: 851 },
      {
        '2018-12-30': 'MAY_HAVE_HELD',
        '2018-12-31': 'HELD',
        '2020-04-01': 'HELD',
        '2020-04-02': 'MAY_HAVE_HELD',
        '2020-05-01': 'NOT_HELD',
      },
    ],
    [
      'a start that goes on',
      { attestedFrom: '2020-05-01', attestedUntil: '2021-06-01', days: 397 },
      {
        '2020-04-30': 'NOT_HELD',
        '2020-05-01': 'HELD',
        '2021-06-01': 'HELD',
        '2021-06-02': 'UNATTESTED',
        '9999-12-31': 'UNATTESTED',
      },
    ],
    [
      'an end without a start',
      { attestedFrom: '2020-04-10', attestedUntil: '2020-04-10', days: null },
      {
        '0001-01-01': 'UNATTESTED',
        '2020-04-09': 'UNATTESTED',
        '2020-04-10': 'HELD',
        '2020-04-11': 'NOT_HELD',
      },
    ],
    [
      'no known day at all',
      { attestedFrom: null, attestedUntil: null, days: null },
      { '0001-01-01': 'HELD', '9999-12-31': 'HELD' },
    ],
  ] as const;
  test.each(HOLDINGS)('of %s says for which days a source vouches', async (name, attested, days) => {
    const on = Object.keys(days).map((day, at) => `day${at}: on(day: "${day}")`);
    const { leader } = await read<{
      leader: { relationships: { nodes: { object: { name: string }; period: Record<string, unknown> }[] } };
    }>(
      stack.url,
      `{ leader(by: { slug: "chronicler" }) { relationships(filter: { types: [SUPPORTS] }) {
        nodes { object { name } period { attestedFrom attestedUntil days ${on.join(' ')} } } } } }`,
    );
    const told = leader.relationships.nodes.find(({ object }) => object.name === name)?.period;
    const holdings = Object.fromEntries(Object.values(days).map((holding, at) => [`day${at}`, holding]));
    expect(told).toEqual({ ...attested, ...holdings });
  });

  test('passes `from` when it may have been going on that day or later', async () => {
    const after = await events({ from: '2020-04-11' });
    expect(after.toSorted()).toEqual(
      [
        'a year',
        'from some day of a year to some day of a month',
        'a start that goes on',
        'a start of which nobody says whether it ended',
        'a start that ended nobody says when',
        'no known day at all',
      ].toSorted(),
    );
  });

  test('passes `to` when it may have been going on that day or earlier', async () => {
    expect((await events({ to: '2019-12-31' })).toSorted()).toEqual(
      ['a December', 'from some day of a year to some day of a month', 'no known day at all'].toSorted(),
    );
  });

  test('passes both when it may have been going on in between', async () => {
    expect(await events({ from: '2020-03-10', to: '2020-03-20' })).toContain('a day');
    expect(await events({ from: '2020-03-16', to: '2020-03-20' })).not.toContain('a day');
    const same = '2020-03-15';
    expect(await events({ from: same, to: same })).toContain('a day');
  });

  test('cannot be between two days of which the first comes later', async () => {
    const events = 'query ($filter: EventFilter) { events(filter: $filter) { totalCount } }';
    const ofLeader =
      'query ($filter: EventFilter) { leader(by: { slug: "chronicler" }) { events(filter: $filter) { totalCount } } }';
    for (const document of [events, ofLeader]) {
      expect(await refusal(stack.url, document, { filter: { from: '2020-03-16', to: '2020-03-15' } })).toBe(
        '`from` is after `to`. Give the earlier day as `from`.',
      );
    }
  });

  test.each([
    'leader(by: { slug: "chronicler" }) { offices',
    'leader(by: { slug: "chronicler" }) { memberships',
    'alliance(by: { slug: "round-table" }) { members',
  ])('asked for as of a day: %s', async field => {
    const count = async (asOf: string) => {
      const data = await read<Record<string, Record<string, { totalCount: number; nodes: unknown[] }>>>(
        stack.url,
        `query ($asOf: Date) { ${field}(filter: { asOf: $asOf }) { totalCount nodes { id } } } }`,
        { asOf },
      );
      const page = Object.values(Object.values(data)[0] ?? {})[0];
      expect(page?.nodes).toHaveLength(page?.totalCount ?? -1);
      return page?.totalCount;
    };
    expect(await count('2020-03-14')).toBe(0);
    expect(await count('2020-03-15')).toBe(1);
    expect(await count('2020-03-16')).toBe(0);
  });

  test('of Niger’s leaders is asked for by day: one before the coup, two after', async () => {
    const leaders = async (asOf: string) => {
      const { country } = await read<{ country: { leaders: { nodes: { leader: { slug: string } }[] } } }>(
        stack.url,
        'query ($asOf: Date) { country(by: { slug: "niger" }) { leaders(filter: { asOf: $asOf }) { nodes { leader { slug } } } } }',
        { asOf },
      );
      return [...new Set(country.leaders.nodes.map(({ leader }) => leader.slug))];
    };
    expect(await leaders('2023-07-25')).toEqual(['mohamed-bazoum']);
    expect(await leaders('2023-07-26')).toEqual(['mohamed-bazoum', 'abdourahmane-tchiani']);
    expect(await leaders('2020-12-31')).toEqual(['mahamadou-issoufou']);
    expect(await leaders('1989-12-31')).toEqual(['ali-saibou']);
    expect(await leaders('1959-12-31')).toEqual([]);
  });
});

describe('the record', () => {
  const meeting = (name: string, start: string): Partial<Contents> => ({
    sources: [{ ...chronicle, slug: 'minutes' }],
    leaders: [{ slug: 'minister', name: 'Minister' }],
    organizations: [{ slug: 'council', name: 'Council', type: 'OTHER' }],
    alliances: [{ slug: 'league', name: 'League', types: ['OTHER'] }],
    events: [
      {
        slug: 'the-meeting',
        name,
        type: 'CONSULT',
        period: { start, end: start },
        participants: [{ actor: 'minister', role: 'HOST' }],
        evidence: [{ source: 'minutes' }],
      },
    ],
    relationships: [
      {
        subject: 'minister',
        type: 'HOLDS_OFFICE',
        object: 'council',
        title: name,
        rank: 'MINISTER',
        basis: 'DE_JURE',
        period: { start, endState: 'ONGOING' },
        evidence: [{ source: 'minutes' }],
      },
      {
        subject: 'minister',
        type: 'MEMBER_OF',
        object: 'league',
        status: 'FULL',
        period: { start, endState: 'ONGOING' },
        summary: name,
        evidence: [{ source: 'minutes' }],
      },
    ],
    claims: [
      {
        slug: 'we-met',
        text: name,
        speaker: 'minister',
        about: ['council'],
        event: 'the-meeting',
        evidence: [{ source: 'minutes' }],
      },
    ],
  });

  const everyWay = `query ($knownAt: DateTime) {
    events(filter: { knownAt: $knownAt, participants: [{ slug: "minister" }] }) { totalCount nodes { name } }
    claims(filter: { knownAt: $knownAt, speakers: [{ slug: "minister" }] }) { totalCount nodes { name: text } }
    leader(by: { slug: "minister" }) {
      offices(filter: { knownAt: $knownAt }) { totalCount nodes { name: title } }
      memberships(filter: { knownAt: $knownAt }) { totalCount nodes { name: summary } }
      relationships(filter: { knownAt: $knownAt, types: [HOLDS_OFFICE] }) { totalCount nodes { ... on OfficeHolding { name: title } } }
      events(filter: { knownAt: $knownAt }) { totalCount nodes { name } }
      claims(filter: { knownAt: $knownAt }) { totalCount nodes { name: text } }
    }
    organization(by: { slug: "council" }) { claimsAbout(filter: { knownAt: $knownAt }) { totalCount nodes { name: text } } }
    alliance(by: { slug: "league" }) { members(filter: { knownAt: $knownAt }) { totalCount nodes { name: summary } } }
  }`;

  /** What each way of asking for the story answers at an instant; nothing means now. */
  async function known(knownAt?: string): Promise<string[][]> {
    type Page = { totalCount: number; nodes: { name: string }[] };
    const data = await read<Record<string, Page | Record<string, Page>>>(stack.url, everyWay, { knownAt });
    const pages = Object.values(data).flatMap(value =>
      'nodes' in value ? [value as Page] : Object.values(value),
    );
    return pages.map(({ totalCount, nodes }) => {
      expect(nodes).toHaveLength(totalCount);
      return nodes.map(({ name }) => name);
    });
  }
  const nothing = Array.from({ length: 9 }, () => []);
  const every = (name: string) => nothing.map(() => [name]);

  let idOfFirst: string;
  let corrected: Date;
  beforeAll(async () => {
    await tell(stack.owner, meeting('First told', '2021-01-10'));
    idOfFirst = (await event()).id;
    await tell(stack.owner, meeting('Corrected', '2021-01-11'));
    corrected = new Date((await event()).knownFrom);
  });
  const event = async () =>
    (
      await read<{ event: { id: string; name: string; knownFrom: string; knownUntil: string | null } }>(
        stack.url,
        '{ event(by: { slug: "the-meeting" }) { id name knownFrom knownUntil } }',
      )
    ).event;
  const before = (instant: Date) => new Date(instant.getTime() - 1).toISOString();

  test('has nothing before its source was published', async () => {
    expect(await known('2021-05-31T23:59:59.999Z')).toEqual(nothing);
  });

  test('has what the source said from its publication on', async () => {
    expect(await known('2021-06-01T00:00:00Z')).toEqual(every('First told'));
  });

  test('keeps that until the correction, to the millisecond', async () => {
    expect(await known(before(corrected))).toEqual(every('First told'));
    expect(await known(corrected.toISOString())).toEqual(every('Corrected'));
  });

  test('has the correction alone now', async () => {
    expect(await known()).toEqual(every('Corrected'));
    expect(await event()).toMatchObject({ name: 'Corrected', knownUntil: null });
  });

  test('gives a superseded event by the id that it has since, and the correction by the id that the event had', async () => {
    const { events } = await read<{ events: { nodes: { id: string }[] } }>(
      stack.url,
      'query ($knownAt: DateTime) { events(filter: { knownAt: $knownAt, participants: [{ slug: "minister" }] }) { nodes { id } } }',
      { knownAt: '2021-06-01T00:00:00Z' },
    );
    const { nodes } = await read<{ nodes: object[] }>(
      stack.url,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { name period { start } knownFrom knownUntil evidence { source { slug } } } } }`,
      { ids: [idOfFirst, events.nodes[0]?.id] },
    );
    expect(nodes[0]).toMatchObject({ name: 'Corrected' });
    expect(nodes[1]).toEqual({
      name: 'First told',
      period: { start: '2021-01-10' },
      knownFrom: '2021-06-01T00:00:00.000Z',
      knownUntil: corrected.toISOString(),
      evidence: [{ source: { slug: 'minutes' } }],
    });
  });

  test('shows who took part in a superseded event', async () => {
    const { events } = await read<{ events: { nodes: { participants: { nodes: { role: string }[] } }[] } }>(
      stack.url,
      `query ($knownAt: DateTime) { events(filter: { knownAt: $knownAt, participants: [{ slug: "minister" }] }) {
        nodes { participants { nodes { role } } } } }`,
      { knownAt: '2021-06-01T00:00:00Z' },
    );
    expect(events.nodes).toEqual([{ participants: { nodes: [{ role: 'HOST' }] } }]);
  });

  test('finds a superseded version neither by search nor among the facts of its source', async () => {
    const { search, source } = await read<{
      search: { nodes: { slug: string }[] };
      source: { facts: { nodes: { name?: string; text?: string; title?: string }[] } };
    }>(
      stack.url,
      `{ search(text: "First told") { nodes { slug } }
         source(slug: "minutes") { facts { nodes {
           ... on Event { name } ... on Claim { text } ... on OfficeHolding { title } ... on Membership { summary } } } } }`,
    );
    expect(search.nodes.map(({ slug }) => slug)).not.toContainEqual(expect.stringContaining('the-meeting'));
    const told = source.facts.nodes.flatMap(fact => Object.values(fact));
    expect(told).toEqual(expect.arrayContaining(['Corrected']));
    expect(told).not.toContain('First told');
  });

  test('of a retracted event is null by its slug, and still there for who asks what was known', async () => {
    const { events: _events, claims: _claims, ...rest } = meeting('Corrected', '2021-01-11');
    await tell(stack.owner, rest);
    expect(await read(stack.url, '{ event(by: { slug: "the-meeting" }) { id } }')).toEqual({ event: null });
    expect(await read(stack.url, '{ claim(slug: "we-met") { id } }')).toEqual({ claim: null });
    const [events] = await known(corrected.toISOString());
    expect(events).toEqual(['Corrected']);
    await tell(stack.owner, meeting('Corrected', '2021-01-11'));
  });

  test('of Niger’s leaders had nothing of the coup on the day before it', async () => {
    const query = `query ($knownAt: DateTime) { country(by: { slug: "niger" }) {
      leaders(filter: { knownAt: $knownAt }) { nodes { leader { slug } } } } }`;
    const leaders = async (knownAt: string) => {
      const { country } = await read<{ country: { leaders: { nodes: { leader: { slug: string } }[] } } }>(
        stack.url,
        query,
        { knownAt },
      );
      return country.leaders.nodes.map(({ leader }) => leader.slug);
    };
    const before = await leaders('2023-07-25T00:00:00Z');
    // The datasets had coded up to 2015 and 2021.
    expect(before).toContain('mahamadou-issoufou');
    expect(before).not.toContain('abdourahmane-tchiani');
    const after = await leaders('2023-08-04T00:00:00Z');
    expect(after.filter(slug => slug === 'abdourahmane-tchiani')).toHaveLength(2);
  });

  test('has a new version as soon as any fact changes', async () => {
    const version = async () =>
      (await read<{ dataset: object }>(stack.url, '{ dataset { version updatedAt } }')).dataset;
    const first = await version();
    await tell(stack.owner, meeting('Corrected', '2021-01-11'));
    expect(await version()).toEqual(first);
    await tell(stack.owner, meeting('Corrected again', '2021-01-11'));
    expect(await version()).not.toEqual(first);
  });
});
