import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCurated } from '../../../src/curated/load.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { archigos } from '../../../src/importers/datasets/archigos.ts';
import { datasetSources } from '../../../src/importers/datasets/index.ts';
import type { Row } from '../../../src/importers/file/row.ts';
import { importDataset } from '../../../src/importers/importDataset.ts';
import type { Database } from '../../../src/local/database.ts';
import { embedded } from '../../databases.ts';
import { writeFacts } from '../../facts.ts';
import { archigosLine, coupLine, importLines, reignLine } from '../../importLines.ts';
import { rowsOf } from '../db/rows.ts';

const curated = `
format: 1
sources:
  - { slug: world-countries, type: REFERENCE, title: Countries, publishedOn: 2024-01-01 }
leaders:
  - { slug: seyni-kountche, name: Seyni Kountché, aliases: [General Kountché] }
relationships:
  - subject: seyni-kountche
    type: HOLDS_OFFICE
    object: niger
    title: Effective leader
    rank: EFFECTIVE_LEADER
    basis: DE_FACTO
    period: { start: 1974-04-17, end: 1987-11-10 }
    evidence: [{ source: archigos-4-1, locator: NIR-1974 }]
`;

const [niger, mali, malawi, sweden, germany, west, iceland] = [436, 432, 553, 380, 255, 260, 395];
const regular: [string, string, string] = ['Regular', 'Regular', 'Regular'];
const byCoup: [string, string, string] = ['Regular', 'Irregular', 'Removed by Military'];

// Made up, with what makes it hard in the real files.
const files: Record<string, string[]> = {
  archigos: [
    archigosLine('NIR-1974', [niger, 'Kountche', 1931], ['1974-04-17', '1987-11-10'], regular),
    archigosLine('NIR-1993', [niger, 'Ousmane', 1950], ['1993-04-16', '1996-01-27'], byCoup),
    // The other dataset has another end.
    archigosLine('MLI-1960', [mali, 'Keita', 1915], ['1960-09-22', '1968-11-19'], byCoup),
    // The other dataset has the name in full, and two people of one name.
    archigosLine('MLI-1992', [mali, 'Konare', 1946], ['1992-06-08', '2002-06-08'], regular),
    archigosLine('MAW-2012', [malawi, 'Banda', 1950], ['2012-04-07', '2014-05-31'], regular),
    archigosLine('SWD-1888', [sweden, 'Bildt', 1820], ['1888-02-06', '1889-10-12'], regular),
    archigosLine('SWD-1991', [sweden, 'Bildt', 1949], ['1991-10-30', '1994-10-07'], regular),
    archigosLine('GFR-1982', [west, 'Kohl', 1930], ['1982-10-01', '1998-10-27'], regular),
    archigosLine('ICE-1959', [iceland, 'Thors', 1892], ['1959-11-20', '1963-11-12'], regular),
  ],
  reign: [
    reignLine('R-1', [niger, 'S. Kountche', 1932], '1974-04-17', '1987-11'),
    reignLine('R-2', [niger, 'Ousmane', 1951], '1993-04-16', '1996-01'),
    reignLine('R-3', [mali, 'Keita', 1915], '1960-09-22', '1967-11'),
    reignLine('R-4', [mali, 'Alpha Konare', 1946], '1992-06-08', '2002-06'),
    reignLine('R-5', [malawi, 'Banda', 1906], '1964-07-06', '1994-05'),
    reignLine('R-6', [malawi, 'Banda', 1950], '2012-04-07', '2014-05'),
    reignLine('R-7', [sweden, 'Bildt', 1949], '1991-10-30', '1994-10'),
    reignLine('R-8', [west, 'Kohl', 1930], '1982-10-01', '1990-09'),
    reignLine('R-9', [germany, 'Kohl', 1930], '1990-10-01', '1998-10'),
    // One leadid, for two people.
    reignLine('R-10', [iceland, 'Thors', 1892], '1959-11-20', '1961-09'),
    reignLine('R-10', [iceland, 'Benediktsson', 1908], '1961-09-08', '1961-12'),
    reignLine('R-10', [iceland, 'Thors', 1892], '1962-01-01', '1963-11'),
  ],
  'powell-thyne': [coupLine(niger, '1996-01-27', true), coupLine(mali, '1968-11-19', true)],
};

/** The same rows in the layout of Archigos' makers, with what only it has for some of them. */
async function* originalArchigos(more: Record<string, Row['fields']>): AsyncGenerator<Row[]> {
  const [layout] = archigos.otherLayouts ?? [];
  yield (files.archigos ?? []).map((line, index) => {
    const cells = line.split(',');
    const given = Object.fromEntries(archigos.columns.map((column, at) => [column, cells[at] ?? '']));
    const { gwcode: ccode = '', ...fields } = given;
    const all: Row['fields'] = { ...fields, ccode, ...more[given.obsid ?? ''] };
    const columns = layout?.columns ?? [];
    return {
      line: index + 2,
      fields: Object.fromEntries(columns.map(column => [column, all[column] ?? 'NA'])),
    };
  });
}

/** Everything that imports leave behind, without the ids of rows. */
async function contentsOf(owner: Owner): Promise<Record<string, unknown[]>> {
  return {
    entities: await rowsOf(
      owner,
      sql`select slug, entity.kind::text, name, aliases, born_on, died_on, collection, derived_names, derived_born_on,
          array(select concat_ws(' ', date, source.slug, locator, leader_birth.collection) from leader_birth
            join source on source.id = source_id where leader_id = entity.id order by 1) as births,
          (select degree from degree where entity_id = entity.id) as degree
        from entity left join leader on entity_id = id order by slug`,
    ),
    facts: await rowsOf(
      owner,
      sql`select fingerprint::text, known_from::text, known_until::text, lifetime::text, certainty::text, array(
            select concat_ws(' ', source.slug, stance, locator) from evidence join source on source.id = source_id
            where relationship_id = relationship.id order by evidence.id) as evidence
        from relationship
        union all select fingerprint::text, known_from::text, known_until::text, '', certainty::text, array(
            select concat_ws(' ', source.slug, stance, locator) from evidence join source on source.id = source_id
            where event_id = event.entity_id order by evidence.id)
        from event order by fingerprint`,
    ),
  };
}

describe('two databases made of the same files in different orders', () => {
  const directory = writeFacts({ 'curated.yaml': curated }, afterAll);
  const opened: Database[] = [];
  let contents: Record<string, unknown[]>[];

  async function madeOf(...names: string[]) {
    const database = await embedded.open();
    opened.push(database);
    await loadCurated(database.drizzle, { cited: datasetSources, directory });
    for (const name of names) await importLines(database.drizzle, name, files[name] ?? []);
    return contentsOf(database.drizzle);
  }
  beforeAll(async () => {
    contents = [
      await madeOf('archigos', 'reign', 'powell-thyne'),
      await madeOf('powell-thyne', 'reign', 'archigos'),
      await madeOf('reign', 'powell-thyne', 'archigos', 'reign'),
    ];
  });
  afterAll(() => Promise.all(opened.map(database => database.close())));

  test('have the same leaders, under the same slugs and names, with the same births', () => {
    const [first, ...others] = contents.map(({ entities }) => entities);
    for (const other of others) expect(other).toEqual(first);
    const leaders = (first as { slug: string; kind: string; aliases: string[] }[]).filter(
      ({ kind }) => kind === 'LEADER',
    );
    expect(leaders.map(({ slug }) => slug)).toEqual([
      'alpha-konare-mali',
      'banda-malawi',
      'banda-malawi-1950',
      'benediktsson-iceland',
      'bildt-sweden',
      'bildt-sweden-1949',
      'keita-mali',
      'kohl-germany',
      'ousmane-niger',
      'seyni-kountche',
      'thors-iceland',
    ]);
    expect(leaders.at(-2)?.aliases).toEqual(['General Kountché', 'Kountche', 'S. Kountche']);
  });

  test('have the same facts on the same evidence, known since the same time, and nothing superseded', () => {
    const [first, ...others] = contents.map(({ facts }) => facts);
    for (const other of others) expect(other).toEqual(first);
    expect((first as { known_until: string | null }[]).filter(fact => fact.known_until !== null)).toEqual([]);
  });

  test('keep every fact when the file of the makers follows the shorter table, which has no names in full', async () => {
    const [, database] = opened as [Database, Database];
    const [layout] = archigos.otherLayouts ?? [];
    const importOriginal = (more: Record<string, Row['fields']>) =>
      importDataset(database.drizzle, { ...archigos, ...layout } as typeof archigos, originalArchigos(more), {
        dryRun: false,
        replace: false,
        onRefused: (_, reason) => expect.fail(reason),
        onProgress: () => {},
      });
    const facts = async () =>
      ((await contentsOf(database.drizzle)).facts as { lifetime: string }[]).map(
        ({ lifetime, ...fact }) => fact,
      );
    const before = await facts();
    const curatedOne = {
      'NIR-1974': {
        dbpediauri: 'http://dbpedia.org/resource/Seyni_Kountch%C3%A9',
        borndate: '1931-07-01',
        deathdate: '1987-11-10',
        yrdied: '1987',
      },
    };
    const nothingNew = { read: 9, added: 0, superseded: 0 };
    expect(await importOriginal(curatedOne)).toMatchObject(nothingNew);
    const [office] = await rowsOf(
      database.drizzle,
      sql`select lifetime::text from relationship join entity on subject_id = entity.id where slug = 'seyni-kountche'`,
    );
    expect(office).toEqual({ lifetime: '[1931-07-01,1987-11-11)' });
    const kohl = { dbpediauri: 'http://dbpedia.org/resource/Helmut_Kohl', borndate: '1930-04-03' };
    expect(await importOriginal({ ...curatedOne, 'GFR-1982': kohl })).toMatchObject(nothingNew);
    expect(await facts()).toEqual(before);
    const leaders = await rowsOf(
      database.drizzle,
      sql`select name, aliases, coalesce(derived_born_on, born_on) as born, derived_died_on as died
        from entity join leader on entity_id = id where slug in ('kohl-germany', 'seyni-kountche') order by slug`,
    );
    expect(leaders).toEqual([
      { name: 'Helmut Kohl', aliases: ['Kohl'], born: '1930-04-03', died: null },
      {
        name: 'Seyni Kountché',
        aliases: ['General Kountché', 'Kountche', 'S. Kountche'],
        born: '1931-07-01',
        died: '1987-11-10',
      },
    ]);
  });

  test('still supersede what a file corrects, and keep who was on record', async () => {
    const [database] = opened as [Database];
    const corrected = (files.reign ?? []).map(line => line.replace('Alpha Konare', 'Alpha Oumar Konare'));
    const changed = [
      ...corrected.slice(1),
      reignLine('R-1', [niger, 'S. Kountche', 1932], '1974-04-17', '1988-11'),
    ];
    expect(await importLines(database.drizzle, 'reign', changed)).toMatchObject({ added: 2, superseded: 1 });
    const slugs = await rowsOf<{ slug: string }>(
      database.drizzle,
      sql`select slug from entity where slug like '%konare%' order by slug`,
    );
    expect(slugs.map(({ slug }) => slug)).toEqual(['alpha-konare-mali', 'alpha-oumar-konare-mali']);
  });
});
