import { describe, expect, test } from 'vitest';
import { sharedStack } from '../stack.ts';
import { read } from './ask.ts';

const stack = sharedStack();

/** Reads something on a day for which no source vouches, as it is given by default and on request. */
async function onRequest<Data>(document: string, pick: (data: Data) => unknown): Promise<unknown[]> {
  return Promise.all(
    [false, true].map(async unattested => pick(await read<Data>(stack.url, document, { unattested }))),
  );
}

describe('on a day for which no source vouches, what nothing contradicts is there on request only:', () => {
  // REIGN has Biden in office when its coding stopped in March 2021.
  test('leaders, who are then said to be unattested', async () => {
    const document = `query ($unattested: Boolean) { country(by: { slug: "united-states" }) {
      leaders(filter: { asOf: "2026-01-01", unattested: $unattested }) {
        totalCount nodes { leader { slug } period { on(day: "2026-01-01") } } } } }`;
    type Data = { country: { leaders: { nodes: object[] } } };
    expect(await onRequest<Data>(document, ({ country }) => country.leaders)).toEqual([
      { totalCount: 0, nodes: [] },
      { totalCount: 1, nodes: [{ leader: { slug: 'joe-biden' }, period: { on: 'UNATTESTED' } }] },
    ]);
  });

  test('offices', async () => {
    const document = `query ($unattested: Boolean) { leader(by: { slug: "joe-biden" }) {
      offices(filter: { asOf: "2026-01-01", unattested: $unattested }) { totalCount } } }`;
    type Data = { leader: { offices: { totalCount: number } } };
    expect(await onRequest<Data>(document, ({ leader }) => leader.offices.totalCount)).toEqual([0, 1]);
  });

  // No source says since when he has been Secretary of State.
  test('offices long before the first source that has them', async () => {
    const document = `query ($unattested: Boolean) { leader(by: { slug: "antony-blinken" }) {
      offices(filter: { asOf: "1700-01-01", unattested: $unattested }) { nodes { period { on(day: "1700-01-01") } } } } }`;
    type Data = { leader: { offices: { nodes: object[] } } };
    expect(await onRequest<Data>(document, ({ leader }) => leader.offices.nodes)).toEqual([
      [],
      [{ period: { on: 'UNATTESTED' } }],
    ]);
  });

  test('relationships', async () => {
    const document = `query ($unattested: Boolean) { country(by: { slug: "mali" }) {
      relationships(filter: { types: [EMPLOYS], asOf: "2024-01-01", unattested: $unattested }) {
        nodes { object { slug } } } } }`;
    type Data = { country: { relationships: { nodes: object[] } } };
    expect(await onRequest<Data>(document, ({ country }) => country.relationships.nodes)).toEqual([
      [],
      [{ object: { slug: 'wagner-group' } }],
    ]);
  });

  test('paths, which are told in the past', async () => {
    const document = `query ($unattested: Boolean) { paths(from: { slug: "mali" }, to: { slug: "wagner-group" }, maxLength: 1,
      filter: { asOf: "2024-01-01", unattested: $unattested }) { paths { sentence } } }`;
    type Data = { paths: { paths: { sentence: string }[] } };
    expect(await onRequest<Data>(document, ({ paths }) => paths.paths)).toEqual([
      [],
      [{ sentence: 'Mali employed Wagner Group until at least August 4, 2023' }],
    ]);
  });

  test('neighborhoods, with the ties in them', async () => {
    const document = `query ($unattested: Boolean) { neighborhood(of: [{ slug: "wagner-group" }],
      filter: { types: [EMPLOYS], asOf: "2024-01-01", unattested: $unattested }) {
        nodes { entity { slug } } relationships { type } } }`;
    type Data = { neighborhood: { nodes: { entity: { slug: string } }[]; relationships: object[] } };
    expect(
      await onRequest<Data>(document, ({ neighborhood: { nodes, relationships } }) => [
        nodes.map(({ entity }) => entity.slug).includes('mali'),
        relationships.length > 0,
      ]),
    ).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  test('shared neighbors', async () => {
    const document = `query ($unattested: Boolean) { sharedNeighbors(of: [{ slug: "mali" }, { slug: "burkina-faso" }],
      filter: { types: [EMPLOYS], asOf: "2024-01-01", unattested: $unattested }) { entity { slug } } }`;
    type Data = { sharedNeighbors: object[] };
    expect(await onRequest<Data>(document, ({ sharedNeighbors }) => sharedNeighbors)).toEqual([
      [],
      [{ entity: { slug: 'wagner-group' } }],
    ]);
  });

  const detention = `query ($unattested: Boolean) { leader(by: { slug: "mohamed-bazoum" }) {
    events(filter: { from: "2024-01-01", unattested: $unattested }) { nodes { slug } } }
    events(first: 100, filter: { from: "2024-01-01", unattested: $unattested }) { nodes { slug } } }`;
  type Slugs = { nodes: { slug: string }[] };
  type Events = { leader: { events: Slugs }; events: Slugs };
  const slugsOf = ({ nodes }: Slugs) => nodes.map(({ slug }) => slug);

  test('events, of one actor and of all', async () => {
    const [byDefault, requested] = await onRequest<Events>(detention, ({ leader, events }) => [
      slugsOf(leader.events),
      slugsOf(events),
    ]);
    expect(byDefault).toEqual([[], []]);
    for (const slugs of requested as string[][]) expect(slugs).toContain('bazoum-detention-2023');
  });

  test('but not what had a deadline, once that has passed', async () => {
    const [, requested] = await onRequest<Events>(detention, ({ events }) => slugsOf(events));
    expect(requested).not.toContain('ecowas-ultimatum-2023');
  });
});

test('an ultimatum stands as long as a source says so, may stand until its deadline, and is over after it', async () => {
  const { event } = await read(
    stack.url,
    `{ event(by: { slug: "ecowas-ultimatum-2023" }) { period { end attestedUntil endNoLaterThan
      reported: on(day: "2023-08-04") later: on(day: "2023-08-05") last: on(day: "2023-08-07") after: on(day: "2023-08-08")
      century: on(day: "2100-01-01") } participants { nodes { period { on(day: "2023-08-08") } } } } }`,
  ).then(data => data as { event: { period: object; participants: { nodes: object[] } } });
  expect(event.period).toEqual({
    end: null,
    attestedUntil: '2023-08-04',
    endNoLaterThan: '2023-08-07',
    reported: 'HELD',
    later: 'MAY_HAVE_HELD',
    last: 'MAY_HAVE_HELD',
    after: 'NOT_HELD',
    century: 'NOT_HELD',
  });
  for (const participation of event.participants.nodes) {
    expect(participation).toEqual({ period: { on: 'NOT_HELD' } });
  }
});

test.each([
  ['2023-08-05', true],
  ['2023-08-08', false],
])('of what goes on from %s on, the ultimatum is one: %s', async (from, isOne) => {
  const { events } = await read<{ events: { nodes: { slug: string }[] } }>(
    stack.url,
    'query ($from: Date) { events(first: 100, filter: { from: $from, types: [THREATEN] }) { nodes { slug } } }',
    { from },
  );
  expect(events.nodes.some(({ slug }) => slug === 'ecowas-ultimatum-2023')).toBe(isOne);
});
