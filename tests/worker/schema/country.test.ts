import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archigosLine, importLines } from '../../importLines.ts';
import { sharedStack, startStack } from '../stack.ts';
import { ask, read, refusal } from './ask.ts';

const stack = sharedStack();

const card = `{ cowCode gwCode capitals independent unMember capitalsSource { slug } unMemberSource { slug }
  reference { slug type } }`;
const cardOf = async (slug: string) =>
  (
    await read<{ country: object }>(
      stack.url,
      `query ($slug: String!) { country(by: { slug: $slug }) ${card} }`,
      { slug },
    )
  ).country;

describe('the card of a country', () => {
  test('says what the work of reference says, and which one that is', async () => {
    expect(await cardOf('niger')).toEqual({
      cowCode: 436,
      gwCode: 436,
      capitals: ['Niamey'],
      independent: true,
      unMember: true,
      capitalsSource: { slug: 'world-countries' },
      unMemberSource: { slug: 'world-countries' },
      reference: { slug: 'world-countries', type: 'REFERENCE' },
    });
    expect(await cardOf('south-africa')).toMatchObject({
      capitals: ['Pretoria', 'Bloemfontein', 'Cape Town'],
    });
  });

  test('is null where that does not say, and false for what is none', async () => {
    expect(await cardOf('kosovo')).toMatchObject({ independent: null, unMember: false, cowCode: 347 });
    expect(await cardOf('aruba')).toMatchObject({ independent: false, cowCode: null, gwCode: null });
    expect(await cardOf('andorra')).toMatchObject({ cowCode: 232, gwCode: null });
    expect(await cardOf('antarctica')).toMatchObject({
      capitals: [],
      capitalsSource: { slug: 'world-countries' },
    });
  });

  test('of a former state rests on a list of states, which names no capital', async () => {
    expect(await cardOf('bavaria')).toEqual({
      cowCode: 245,
      gwCode: 245,
      capitals: [],
      independent: null,
      unMember: null,
      capitalsSource: null,
      unMemberSource: null,
      reference: { slug: 'gleditsch-ward-states-2017', type: 'REFERENCE' },
    });
    expect(await cardOf('yugoslavia')).toMatchObject({ cowCode: null, gwCode: 345 });
  });

  test('is put right where the reference is wrong, each time with the source', async () => {
    const factbook = { capitalsSource: { slug: 'world-factbook-2026-02' } };
    expect(await cardOf('bolivia')).toMatchObject({ capitals: ['La Paz', 'Sucre'], ...factbook });
    expect(await cardOf('nauru')).toMatchObject({
      capitals: [],
      ...factbook,
      reference: { slug: 'world-countries' },
    });
    // An observer.
    expect(await cardOf('vatican-city')).toMatchObject({
      unMember: false,
      unMemberSource: { slug: 'world-factbook-2026-02' },
      capitalsSource: { slug: 'world-countries' },
    });
    const { source } = await read<{ source: object }>(
      stack.url,
      '{ source(slug: "world-factbook-2026-02") { type publishedOn licence } }',
    );
    expect(source).toEqual({ type: 'REFERENCE', publishedOn: '2026-02-19', licence: 'CC0-1.0' });
  });
});

describe('a country is found by its number', () => {
  test.each([
    ['cowCode: 436', 'niger'],
    ['gwCode: 436', 'niger'],
    ['cowCode: 255', 'germany'],
    ['gwCode: 260', 'germany'],
    // Yugoslavia had it before.
    ['cowCode: 345', 'serbia'],
    ['gwCode: 345', 'yugoslavia'],
    ['gwCode: 340', 'serbia'],
    ['cowCode: 955', 'tonga'],
    ['gwCode: 972', 'tonga'],
    ['gwCode: 265', 'german-democratic-republic'],
  ])('%s, %s', async (number, slug) => {
    expect(await read(stack.url, `{ country(by: { ${number} }) { slug } }`)).toEqual({ country: { slug } });
  });

  test('and by no other', async () => {
    expect(await read(stack.url, '{ country(by: { cowCode: 1 }) { slug } }')).toEqual({ country: null });
    expect(await refusal(stack.url, '{ country(by: { gwCode: 0 }) { slug } }')).toBe(
      '`gwCode` must be from 1 to 9999.',
    );
    const both = await ask(stack.url, '{ country(by: { cowCode: 436, gwCode: 436 }) { slug } }');
    expect(both.errors).toHaveLength(1);
  });

  test('wherever a country is asked for', async () => {
    const { events } = await read<{ events: { totalCount: number } }>(
      stack.url,
      '{ events(filter: { types: [COUP], countries: [{ cowCode: 436 }] }) { totalCount } }',
    );
    expect(events.totalCount).toBeGreaterThan(3);
  });
});

describe('countries are filtered', () => {
  const slugs = async (filter: string) => {
    const { countries } = await read<{ countries: { totalCount: number; nodes: { slug: string }[] } }>(
      stack.url,
      `{ countries(first: 100, filter: { ${filter} }) { totalCount nodes { slug } } }`,
    );
    return { total: countries.totalCount, slugs: countries.nodes.map(({ slug }) => slug) };
  };
  const yes = (some: string[]) => expect.arrayContaining(some);
  const no = (some: string[]) => expect.not.arrayContaining(some);

  test('by independence and membership of the United Nations, leaving out those of which nobody says', async () => {
    const polynesia = 'subregions: ["Polynesia"]';
    expect((await slugs(`${polynesia}, independent: true`)).slugs).toEqual(['samoa', 'tonga', 'tuvalu']);
    const dependent = await slugs(`${polynesia}, independent: false`);
    expect(dependent.slugs).toEqual(yes(['niue', 'tokelau']));
    expect(dependent.slugs).toEqual(no(['samoa']));
    const europe = 'subregions: ["Southeast Europe"]';
    expect((await slugs(`${europe}, independent: true`)).slugs).toEqual(no(['kosovo']));
    expect((await slugs(`${europe}, independent: false`)).slugs).toEqual(no(['kosovo']));
    expect((await slugs(`${europe}, unMember: false`)).slugs).toEqual(['kosovo']);
    expect((await slugs('unMember: true')).total).toBe(193);
  });

  test('by the day on which they existed', async () => {
    const all = (await slugs('')).total;
    const on = async (day: string) => (await slugs(`asOf: "${day}"`)).total;
    const former = all - (await on('2023-08-04'));
    expect(former).toBeGreaterThan(20);
    // Yugoslavia ended on 2006-06-04.
    expect([await on('2006-06-04'), await on('2006-06-05')]).toEqual([all - former + 1, all - former]);
    // The German Democratic Republic began on 1949-10-05.
    expect((await on('1949-10-05')) - (await on('1949-10-04'))).toBe(1);
    expect((await slugs('asOf: "2023-08-04", independent: true, regions: ["Africa"]')).slugs).toEqual(
      yes(['niger', 'south-sudan']),
    );
  });
});

const coverage = 'coverage { topic source { slug } from until }';

describe('coverage tells an empty list from an unknown one', () => {
  interface Answer {
    country: { leaders: { totalCount: number }; coverage: object[] };
  }
  const about = (slug: string, more = '') =>
    read<Answer>(
      stack.url,
      `{ country(by: { slug: "${slug}" }) { leaders(filter: { asOf: "2023-08-04" }) { totalCount } coverage${more} { topic source { slug } from until } } }`,
    );

  test('by topic, then by source', async () => {
    const { country } = await about('niger');
    expect(country.coverage).toEqual([
      { topic: 'LEADERS', source: { slug: 'archigos-4-1' }, from: '1990-01-01', until: '2015-12-31' },
      { topic: 'LEADERS', source: { slug: 'reign-2021-03' }, from: '1990-01-01', until: '2021-03' },
      { topic: 'COUPS', source: { slug: 'powell-thyne-coups' }, from: '1960-10-03', until: '2025-11' },
    ]);
  });

  test('only on the topics asked for', async () => {
    expect((await about('niger', '(topics: [COUPS])')).country.coverage).toHaveLength(1);
    // Only pacts between two of sixteen countries are curated: nobody tells all of Niger's.
    expect((await about('niger', '(topics: [PACTS, CONFLICTS])')).country.coverage).toEqual([]);
  });

  test('no leader of Germany is on record, because nobody says; no coup in Ghana in 2023, because there was none', async () => {
    const { country } = await about('germany');
    expect(country).toEqual({ leaders: { totalCount: 0 }, coverage: [] });
    const ghana = await read<{ events: { totalCount: number }; country: { coverage: object[] } }>(
      stack.url,
      `{ events(filter: { types: [COUP], countries: [{ slug: "ghana" }], from: "2023-01-01", to: "2023-12-31" }) { totalCount }
        country(by: { slug: "ghana" }) { coverage(topics: [COUPS]) { until } } }`,
    );
    expect(ghana).toEqual({ events: { totalCount: 0 }, country: { coverage: [{ until: '2025-11' }] } });
  });
});

describe('after an import', () => {
  let own: Awaited<ReturnType<typeof startStack>>;
  beforeAll(async () => {
    own = await startStack();
    const regular: [string, string, string] = ['Regular', 'Regular', 'Regular'];
    await importLines(own.owner, 'archigos', [
      archigosLine('NIR-T1', [436, 'Diori', 1916], ['1960-08-03', '1974-04-15'], regular),
      archigosLine(
        'NIR-T2',
        [436, 'Kountche', 1931],
        ['1974-04-15', '2015-12-31'],
        ['Regular', 'Still in Office', ''],
      ),
    ]);
    await importLines(own.owner, 'atop', ['435,436,defense,1979,2000']);
    await importLines(own.owner, 'cow-states', [
      'NIR,436,Niger,1960,10,3,2016,12,31,2016',
      'FRN,220,France,1816,1,1,1942,11,11,2016',
      'FRN,220,France,1944,8,25,2016,12,31,2016',
    ]);
  });
  afterAll(() => own.close());

  test('what it covers and what was covered before are one time, read in one statement', async () => {
    let data: unknown;
    const statements = await own.countStatements(async () => {
      data = await read(own.url, `{ country(by: { slug: "niger" }) { ${coverage} } }`);
    });
    expect(statements).toBe(1);
    expect(data).toEqual({
      country: {
        coverage: [
          { topic: 'LEADERS', source: { slug: 'archigos-4-1' }, from: '1960-08-03', until: '2015-12-31' },
          { topic: 'LEADERS', source: { slug: 'reign-2021-03' }, from: '1990-01-01', until: '2021-03' },
          { topic: 'PACTS', source: { slug: 'atop-5' }, from: '1960-10-03', until: '2018' },
          { topic: 'COUPS', source: { slug: 'powell-thyne-coups' }, from: '1960-10-03', until: '2025-11' },
        ],
      },
    });
  });

  test('times with a gap between them stay apart', async () => {
    expect(
      await read(own.url, '{ country(by: { slug: "france" }) { coverage(topics: [PACTS]) { from until } } }'),
    ).toEqual({
      country: {
        coverage: [
          { from: null, until: '1942-11-11' },
          { from: '1944-08-25', until: '2018' },
        ],
      },
    });
  });
});
