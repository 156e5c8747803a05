import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCurated } from '../../../src/curated/load.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { datasetSources } from '../../../src/importers/datasets/index.ts';
import { databases, shareDatabase } from '../../databases.ts';
import { base, writeFacts } from '../../facts.ts';
import { archigosLine, importLines } from '../../importLines.ts';
import { rowsOf } from '../db/rows.ts';

/** A spell of a year for each number: as many facts. */
const spells = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => {
    const year = 1880 + ((from + at) % 120);
    return archigosLine(
      `X-${from + at}`,
      [436, `Leader ${from + at}`, year - 40],
      [`${year}-01-01`, `${year}-12-31`],
      ['Regular', 'Regular', 'Regular'],
    );
  });

describe.each(databases)('on $name, a file with fewer rows than are on record', kind => {
  let owner: Owner;
  const directory = writeFacts({ 'facts.yaml': base }, afterAll);
  shareDatabase(kind, {
    prepare: owner => loadCurated(owner, { cited: datasetSources, directory }),
    use: given => {
      owner = given;
    },
  });

  const take = (rows: string[], options: object = {}) => importLines(owner, 'archigos', rows, options);
  const onRecord = async () => {
    const [row] = await rowsOf<{ facts: number; statements: number }>(
      owner,
      sql`select (select count(*)::int from relationship where type = 'HOLDS_OFFICE' and known_until is null) as facts,
        (select count(*)::int from statement) as statements`,
    );
    return row;
  };

  test('is refused before anything is written, with the numbers and the option that allows it', async () => {
    await take(spells(100));
    const complaint =
      /^This file would take 88 of the dataset's 100 facts off the record: .*run this again with --replace\.$/;
    await expect(take(spells(12))).rejects.toThrow(complaint);
    await expect(take(spells(12), { dryRun: true })).rejects.toThrow(complaint);
    expect(await onRecord()).toEqual({ facts: 100, statements: 100 });
  });

  test('replaces them when it is told to', async () => {
    await take(spells(100));
    expect(await take(spells(12), { replace: true, dryRun: true })).toMatchObject({ superseded: 88 });
    expect(await take(spells(12), { replace: true })).toMatchObject({ superseded: 88, unchanged: 12 });
    expect(await onRecord()).toEqual({ facts: 12, statements: 12 });
  });

  test('is taken while it takes back ten facts, or a tenth of them', async () => {
    await take(spells(40));
    expect(await take(spells(30))).toMatchObject({ superseded: 10 });
    await expect(take(spells(19))).rejects.toThrow('11 of the dataset');
    await take(spells(200), { replace: true });
    expect(await take(spells(180))).toMatchObject({ superseded: 20 });
    await expect(take(spells(161))).rejects.toThrow('19 of the dataset');
  });

  test('is refused as well when it brings as many others: they are not the same facts', async () => {
    await take(spells(50));
    await expect(take(spells(50, 1000))).rejects.toThrow('50 of the dataset');
  });

  test('may correct every fact that it keeps', async () => {
    await take(spells(50));
    const corrected = spells(50).map(line => line.replace('-12-31', '-11-30'));
    expect(await take(corrected)).toMatchObject({ added: 50, superseded: 50 });
  });

  test('is not measured against curated facts, which cite the dataset but stay whatever a file says', async () => {
    await take(spells(95));
    const cited = Array.from(
      { length: 20 },
      (_, at) => `
  - subject: guard
    type: THREATENS
    object: ada
    period: { start: ${1900 + at}-01-01, end: ${1900 + at}-12-31 }
    evidence: [{ source: archigos-4-1, locator: curated-${at} }]`,
    );
    const withCurated = writeFacts({ 'facts.yaml': `${base}relationships:${cited.join('')}\n` });
    await loadCurated(owner, { cited: datasetSources, directory: withCurated });
    await expect(take(spells(84))).rejects.toThrow("11 of the dataset's 95 facts");
  });
});
