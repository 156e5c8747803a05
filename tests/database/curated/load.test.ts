import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { WrongFacts } from '../../../src/curated/curated.ts';
import { loadCurated } from '../../../src/curated/load.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { datasetSources } from '../../../src/importers/datasets/index.ts';
import { openDatabase } from '../../../src/local/database.ts';
import { createServerDatabase, databases, shareDatabase } from '../../databases.ts';
import { base, writeFacts } from '../../facts.ts';

const story = `${base}
relationships:
  - subject: guard
    type: DETAINS
    object: ada
    period: { start: 2023-07-26, endState: ONGOING }
    evidence: [{ source: paper, locator: paragraph 1 }]
claims:
  - slug: it-is-over
    text: It is over.
    speaker: bob
    about: [niger]
    event: coup
    evidence: [{ source: paper }]
indicators:
  - country: niger
    code: population
    name: Population
    value: 25000000
    unit: people
    claim: it-is-over
    period: { start: 2023, end: 2023 }
    evidence: [{ source: paper }]
`;

describe.each(databases)('on $name', kind => {
  let owner: Owner;
  const directory = writeFacts({ 'facts.yaml': story }, afterAll);
  shareDatabase(kind, {
    prepare: owner => loadCurated(owner, { cited: datasetSources, directory }),
    use: given => {
      owner = given;
    },
  });

  const load = (facts: string, into = owner) =>
    loadCurated(into, { cited: datasetSources, directory: writeFacts({ 'facts.yaml': facts }) });
  const rowsOf = async (query: string) => (await owner.execute(sql.raw(query))).rows;

  const everything = () =>
    rowsOf(`select 'entity' as what, id, slug::text as state from entity
      union all select 'event', entity_id, fingerprint || coalesce(known_until::text, '') from event
      union all select 'relationship', id, fingerprint || coalesce(known_until::text, '') from relationship
      union all select 'claim', id, fingerprint || coalesce(known_until::text, '') from claim
      union all select 'indicator', id, fingerprint || coalesce(known_until::text, '') from indicator
      union all select 'evidence', id, source_id::text from evidence
      union all select 'source', id, slug from source
      union all select 'dataset', 0, slug || checksum || updated_at from collection
      order by what, id`);
  const detentions = () =>
    rowsOf(`select lower(period)::text as start, certainty, known_from::text, known_until::text,
        (select count(*)::int from evidence where relationship_id = relationship.id) as evidence
      from relationship where type = 'DETAINS' order by id`);

  test('the curated facts load, and loading them again changes nothing', async () => {
    const first = await loadCurated(owner, { cited: datasetSources });
    expect(first.added).toBeGreaterThan(400);
    const before = await everything();
    expect(await loadCurated(owner, { cited: datasetSources })).toMatchObject({
      added: 0,
      superseded: 0,
    });
    expect(await everything()).toEqual(before);
  });

  test('facts that are there already cost one query and no transaction', async () => {
    await load(story);
    const refusing = Object.create(owner, {
      transaction: { value: () => expect.fail('There is nothing to write.') },
    });
    expect(await load(story, refusing)).toMatchObject({ added: 0, superseded: 0 });
  });

  test('facts that did not change stay as they are when others do', async () => {
    await load(story);
    const before = await rowsOf(
      `select id, fingerprint from relationship where type = 'BORDERS' order by id`,
    );
    await load(story.replace('25000000', '26000000'));
    expect(
      await rowsOf(`select id, fingerprint from relationship where type = 'BORDERS' order by id`),
    ).toEqual(before);
    expect(await detentions()).toEqual([expect.objectContaining({ known_until: null })]);
  });

  test('spelling out what is understood, in another order, changes nothing', async () => {
    await load(story);
    const swapped = story
      .replace('source: paper, locator: paragraph 1', 'stance: SUPPORTS, locator: paragraph 1, source: paper')
      .replace('start: 2023, end: 2023', 'end: 2023, start: 2023, endState: ENDED')
      .replace('text: It is over.', 'text: It is over.\n    verification: UNVERIFIED');
    expect(swapped).toContain('UNVERIFIED');
    expect(await load(swapped)).toMatchObject({ added: 0, superseded: 0 });
  });

  test('a new fact is known from the publication of its source', async () => {
    await load(story);
    expect(
      await rowsOf(
        `select known_from = '2023-08-04T00:00Z' as published from relationship where type = 'DETAINS'`,
      ),
    ).toEqual([{ published: true }]);
  });

  test('a fact taken out of the files is superseded, and keeps its evidence', async () => {
    await load(story);
    const without = story.replace(/relationships:[\s\S]*claims:/, 'claims:');
    expect(await load(without)).toMatchObject({ added: 0, superseded: 1 });
    expect(await detentions()).toEqual([
      expect.objectContaining({ known_until: expect.stringMatching(/^20/), evidence: 1 }),
    ]);
    expect(await load(story)).toMatchObject({ added: 1, superseded: 0 });
    expect(await detentions()).toEqual([
      expect.objectContaining({ known_until: expect.stringMatching(/^20/) }),
      expect.objectContaining({ known_until: null }),
    ]);
  });

  test('a correction supersedes what was on record, and is known from that moment', async () => {
    await load(story);
    expect(
      await load(
        story.replace(
          'DETAINS\n    object: ada\n    period: { start: 2023-07-26',
          'DETAINS\n    object: ada\n    period: { start: 2023-07-27',
        ),
      ),
    ).toMatchObject({ added: 1, superseded: 1 });
    const [before, after] = await detentions();
    expect(before).toMatchObject({ start: '2023-07-26', evidence: 1 });
    expect(after).toMatchObject({ start: '2023-07-27', evidence: 1, known_until: null });
    expect(after?.known_from).toBe(before?.known_until);
  });

  test('more evidence is a correction, for it changes the certainty', async () => {
    const agency = '  - { slug: agency, type: NEWS_REPORT, title: An agency, publishedOn: 2023-08-05 }';
    await load(story);
    await load(
      story
        .replace('leaders:', `${agency}\nleaders:`)
        .replace('[{ source: paper, locator: paragraph 1 }]', '[{ source: paper }, { source: agency }]'),
    );
    expect((await detentions()).map(({ certainty }) => certainty)).toEqual(['REPORTED', 'ESTABLISHED']);
  });

  test('a corrected event leaves its old version behind, and what points at it follows', async () => {
    await load(story);
    await load(story.replace('start: 2023-07-26, endState: UNKNOWN', 'start: 2023-07-27, endState: UNKNOWN'));

    const versions =
      await rowsOf(`select slug, id, lower(period)::text as start, known_until is null as stands
      from event join entity on id = entity_id order by id`);
    const [old, current] = versions;
    expect(old).toMatchObject({ slug: `coup@${old?.id}`, start: '2023-07-26', stands: false });
    expect(current).toMatchObject({ slug: 'coup', start: '2023-07-27', stands: true });

    expect(
      await rowsOf(
        `select object_id, known_until is null as stands from relationship where type = 'PARTICIPATED_IN' order by id`,
      ),
    ).toEqual([
      { object_id: old?.id, stands: false },
      { object_id: current?.id, stands: true },
    ]);
    expect(await rowsOf('select event_id, known_until is null as stands from claim order by id')).toEqual([
      { event_id: old?.id, stands: false },
      { event_id: current?.id, stands: true },
    ]);
    expect(
      await rowsOf(
        'select claim.known_until is null as claim, indicator.known_until is null as indicator from indicator join claim on claim.id = claim_id order by indicator.id',
      ),
    ).toEqual([
      { claim: false, indicator: false },
      { claim: true, indicator: true },
    ]);
  });

  test('what is no fact is changed in place', async () => {
    await load(story);
    const renamed = story.replace(
      'name: Ada }',
      'name: Ada Lovelace, aliases: [Countess], bornOn: 1815-12-10 }',
    );
    expect(await load(renamed)).toMatchObject({ added: 0, superseded: 0 });
    expect(
      await rowsOf(
        `select name, aliases, born_on from entity join leader on id = entity_id where slug = 'ada'`,
      ),
    ).toEqual([{ name: 'Ada Lovelace', aliases: ['Countess'], born_on: '1815-12-10' }]);
  });

  test('an entity taken out of the files stays', async () => {
    await load(story.replace('  - { slug: bob,', '  - { slug: cleo, name: Cleo }\n  - { slug: bob,'));
    await load(story);
    expect(await rowsOf(`select name from entity where slug = 'cleo'`)).toEqual([{ name: 'Cleo' }]);
  });

  test('wrong facts are refused whole: the database stays as it was', async () => {
    await load(story);
    const before = await everything();
    await expect(
      load(story.replace('object: ada', 'object: nobody').replace('25000000', '26000000')),
    ).rejects.toThrow(WrongFacts);
    expect(await everything()).toEqual(before);
  });

  test('a slug that is another kind of entity in the database is refused, and nothing is written', async () => {
    await load(story);
    const before = await everything();
    const alliance = story
      .replace('25000000', '26000000')
      .replace('  - { slug: bob, name: Bob }\n', '')
      .replace('organizations:', 'alliances:\n  - { slug: bob, name: Bob, types: [OTHER] }\norganizations:');
    await expect(load(alliance)).rejects.toThrow(
      'The database has "bob" as LEADER, so it cannot be ALLIANCE: choose another slug.',
    );
    expect(await everything()).toEqual(before);
  });

  test('a border is seen from both of its sides', async () => {
    await load(story);
    const oneSided = await rowsOf(`select relationship_id from adjacency where type = 'BORDERS'
      group by relationship_id having count(distinct entity_id) <> 2 or bool_or(direction <> 'ANY')`);
    expect(oneSided).toEqual([]);
    expect(
      await rowsOf(`select there.slug from adjacency
        join entity here on here.id = entity_id join entity there on there.id = counterpart_id
        where type = 'BORDERS' and here.slug = 'senegal' order by 1`),
    ).toEqual(['gambia', 'guinea', 'guinea-bissau', 'mali', 'mauritania'].map(slug => ({ slug })));
  });
});

test.runIf(inject('server') !== null)(
  'of two loads at once one adds the facts, and the other finds them',
  async () => {
    const { url, drop } = await createServerDatabase('migrated');
    const loaders = await Promise.all([1, 2].map(() => openDatabase({ url, dataDir: '' })));
    try {
      const directory = writeFacts({ 'facts.yaml': story });
      const loads = await Promise.all(
        loaders.map(({ drizzle }) => loadCurated(drizzle, { cited: datasetSources, directory })),
      );
      const added = loads.map(load => load.added).sort((a, b) => a - b);
      expect(added[0]).toBe(0);
      expect(added[1]).toBeGreaterThan(0);
    } finally {
      await Promise.all(loaders.map(loader => loader.close()));
      await drop();
    }
  },
);
