import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCurated } from '../../../src/curated/load.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { datasetSources } from '../../../src/importers/datasets/index.ts';
import { databases, shareDatabase } from '../../databases.ts';
import { base, writeFacts } from '../../facts.ts';
import { archigosLine, coupLine, importLines } from '../../importLines.ts';
import { rowsOf } from '../db/rows.ts';

const curated = `${base}
coverage:
  - { country: niger, topic: COUPS, source: powell-thyne-coups, from: 1960, until: 2025-11 }
`;
const coups = [coupLine(436, '1974-04-15', true), coupLine(436, '1996-01-27', true)];
const states = [
  'NIR,436,Niger,1960,10,3,2016,12,31,2016',
  'FRN,220,France,1816,1,1,1942,11,11,2016',
  'FRN,220,France,1944,8,25,2016,12,31,2016',
];
const kountche = archigosLine(
  'NIR-1974',
  [436, 'Kountche', 1931],
  ['1974-04-17', '1987-11-10'],
  ['Irregular', 'Regular', 'Regular'],
);

describe.each(databases)('on $name, coverage', kind => {
  let owner: Owner;
  const directory = writeFacts({ 'curated.yaml': curated }, afterAll);
  shareDatabase(kind, {
    prepare: owner => loadCurated(owner, { cited: datasetSources, directory }),
    use: given => {
      owner = given;
    },
  });

  const covered = async (country: string) => {
    const rows = await rowsOf<{ line: string }>(
      owner,
      sql`select concat_ws(' ', topic, source.slug, coalesce("from"::text, '…'), coalesce(until::text, '…'), collection) as line
        from coverage join entity on entity.id = country_id join source on source.id = source_id
        where entity.slug = ${country}`,
    );
    return rows.map(({ line }) => line).sort();
  };
  const everything = () =>
    rowsOf(
      owner,
      sql`select country_id, topic, source_id, "from", until, collection from coverage order by 1, 2, 3, 4, 5, 6`,
    );
  const written = 'COUPS powell-thyne-coups 1960 2025-11 curated';

  test('is what the curated facts say, as long as nothing is imported', async () => {
    expect(await covered('niger')).toEqual([written]);
    expect(await covered('france')).toEqual([]);
  });

  test('grows by what an import tells all of, in every state', async () => {
    await importLines(owner, 'powell-thyne', coups);
    expect(await covered('niger')).toEqual(['COUPS powell-thyne-coups 1950 2025-11 datasets', written]);
    expect(await covered('france')).toEqual(['COUPS powell-thyne-coups 1950 2025-11 datasets']);
    expect(await covered('aruba')).toEqual([]);
  });

  test('of an import done twice is the same', async () => {
    await importLines(owner, 'powell-thyne', coups);
    const first = await everything();
    await importLines(owner, 'powell-thyne', coups);
    expect(await everything()).toEqual(first);
  });

  test('of an import that is limited is limited, until the whole is imported', async () => {
    await importLines(owner, 'powell-thyne', coups, { from: '1990-01-01', to: '1999-12-31' });
    await importLines(owner, 'powell-thyne', coups, { to: '1979-12-31' });
    expect(await covered('france')).toEqual([
      'COUPS powell-thyne-coups 1950 1979-12-31 datasets',
      'COUPS powell-thyne-coups 1990-01-01 1999-12-31 datasets',
    ]);
    await importLines(owner, 'powell-thyne', coups);
    expect(await covered('france')).toEqual(['COUPS powell-thyne-coups 1950 2025-11 datasets']);
  });

  test('of a dry run, of coded events and of a refused import is none', async () => {
    const before = await everything();
    await importLines(owner, 'powell-thyne', coups, { dryRun: true });
    await importLines(owner, 'icews', ['2014-03-01\tFrance\tConsult\tMali']);
    await expect(importLines(owner, 'powell-thyne', ['no,row'])).rejects.toThrow(
      'None of the 1 rows is valid',
    );
    expect(await everything()).toEqual(before);
  });

  test('follows the list of states, whichever is imported first', async () => {
    const inOrder = async (names: ('powell-thyne' | 'cow-states' | 'archigos')[]) => {
      const lines = { 'powell-thyne': coups, 'cow-states': states, archigos: [kountche] };
      for (const name of names) await importLines(owner, name, lines[name]);
      return everything();
    };
    const first = await inOrder(['powell-thyne', 'archigos', 'cow-states']);
    expect(await covered('niger')).toEqual([
      written,
      'COUPS powell-thyne-coups 1960-10-03 2025-11 datasets',
      'LEADERS archigos-4-1 1974-04-17 1987-11-10 datasets',
    ]);
    expect(await covered('france')).toEqual(['COUPS powell-thyne-coups 1950 2025-11 datasets']);
    expect(await covered('mali')).toEqual([]);
    await owner.execute(sql`delete from imported`);
    await owner.execute(sql`delete from statement`);
    expect(await inOrder(['cow-states', 'archigos', 'powell-thyne'])).toEqual(first);
  });

  test('of the lists themselves is none, and they bring no facts', async () => {
    expect(await importLines(owner, 'cow-states', states)).toMatchObject({ read: 3, refused: 0, added: 0 });
    expect(await covered('france')).toEqual([]);
  });

  test('that the curated facts no longer state is gone', async () => {
    await loadCurated(owner, { cited: datasetSources, directory: writeFacts({ 'curated.yaml': base }) });
    expect(await covered('niger')).toEqual([]);
  });
});
