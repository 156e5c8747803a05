import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCurated } from '../../../src/curated/load.ts';
import type { Database as Client } from '../../../src/db/client.ts';
import { datasetState } from '../../../src/db/dataset.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { datasetSources } from '../../../src/importers/datasets/index.ts';
import { deriveFacts } from '../../../src/importers/statements/storeStatements.ts';
import { type DatabaseKind, databases, shareDatabase } from '../../databases.ts';
import { writeFacts } from '../../facts.ts';
import { archigosLine, coupLine, importLines, reignLine, sizes } from '../../importLines.ts';
import { rowsOf } from '../db/rows.ts';

const curated = `
format: 1
sources:
  - { slug: world-countries, type: REFERENCE, title: Countries }
leaders:
  - { slug: seyni-kountche, name: Seyni Kountché, aliases: [Kountche, President Kountché] }
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

const [niger, mali] = [436, 432];
// In the files the code goes on after a comma, which these lines are split at.
const byCoup: [string, string, string] = ['Regular', 'Irregular', 'Removed by Military'];
const regular: [string, string, string] = ['Irregular', 'Regular', 'Regular'];

const kountche = archigosLine('NIR-1974', [niger, 'Kountche', 1931], ['1974-04-17', '1987-11-10'], regular);
const ousmane = archigosLine('NIR-1993', [niger, 'Ousmane', 1950], ['1993-04-16', '1996-01-27'], byCoup);
const keita = archigosLine('MLI-1960', [mali, 'Keita', 1915], ['1960-09-22', '1968-11-19'], byCoup);
const archigos = [kountche, ousmane, keita];

const stream = [
  '2014-03-01\tFrance\tConsult\tMali',
  '2014-03-02\tFrance\tProvide military aid\tMali',
  '2014-03-02\tPolice (Niger)\tArrest, detain, or charge with legal action\tCitizen (Niger)',
];

describe.each(databases)('on $name, an import', kind => {
  let owner: Owner;
  const directory = writeFacts({ 'curated.yaml': curated }, afterAll);
  shareDatabase(kind, {
    prepare: owner => loadCurated(owner, { cited: datasetSources, directory }),
    use: given => {
      owner = given;
    },
  });

  const offices = (country: string) =>
    rowsOf<{ leader: string; certainty: string; evidence: string[] }>(
      owner,
      sql`select person.slug as leader, certainty::text, independent_sources as sources, array(
          select locator || case stance when 'DISPUTES' then ' disputes' else '' end from evidence
          where relationship_id = relationship.id order by evidence.id) as evidence
        from relationship join entity person on person.id = subject_id join entity country on country.id = object_id
        where type = 'HOLDS_OFFICE' and known_until is null and country.slug = ${country} order by starts_on, certainty`,
    );
  const version = async () => (await datasetState(owner as unknown as Client)).version;

  test('puts each row on record with its key as evidence, and tells how many facts are new', async () => {
    expect(await importLines(owner, 'archigos', archigos)).toEqual({
      read: 3,
      refused: 0,
      outside: 0,
      added: 2,
      unchanged: 1,
      superseded: 0,
    });
    expect(await offices('mali')).toEqual([
      { leader: 'keita-mali', certainty: 'REPORTED', sources: 1, evidence: ['MLI-1960'] },
    ]);
  });

  test('adds nothing to what a curated fact says already on the word of the same row', async () => {
    await importLines(owner, 'archigos', archigos);
    expect((await offices('niger')).map(({ leader }) => leader)).toEqual(['seyni-kountche', 'ousmane-niger']);
  });

  test.each([
    ['archigos', archigos],
    ['powell-thyne', [coupLine(niger, '1996-01-27', true)]],
    ['icews', stream],
  ])('of %s, done twice, changes nothing the second time', async (name, lines) => {
    const first = await importLines(owner, name, lines);
    const before = [await sizes(owner), await version()];
    const second = await importLines(owner, name, lines);
    expect([await sizes(owner), await version()]).toEqual(before);
    expect(second).toEqual({ ...first, added: 0, unchanged: first.added + first.unchanged });
  });

  test.each([
    ['archigos', archigos],
    ['icews', stream],
  ])('of %s, run dry, counts what it would add and writes nothing', async (name, lines) => {
    const before = [await sizes(owner), await version()];
    const dry = await importLines(owner, name, lines, { dryRun: true });
    expect([await sizes(owner), await version()]).toEqual(before);
    expect(dry).toEqual(await importLines(owner, name, lines));
  });

  test('of a second dataset that says the same makes one fact of the two, established by both', async () => {
    await importLines(owner, 'archigos', archigos);
    const reign = [reignLine('A2.9-1', [niger, 'Ousmane', 1950], '1993-04-16', '1996-01')];
    expect(await importLines(owner, 'reign', reign)).toMatchObject({ added: 1, superseded: 0 });
    expect((await offices('niger')).at(-1)).toEqual({
      leader: 'ousmane-niger',
      certainty: 'ESTABLISHED',
      sources: 2,
      evidence: ['NIR-1993', expect.stringContaining('A2.9-1')],
    });
  });

  test('of a second dataset that contradicts the first lets both stand, disputed', async () => {
    await importLines(owner, 'archigos', archigos);
    await importLines(owner, 'reign', [
      reignLine('A2.9-1', [niger, 'Ousmane', 1950], '1993-04-16', '1997-05'),
    ]);
    const [, ...ofOusmane] = await offices('niger');
    expect(ofOusmane).toEqual([
      { leader: 'ousmane-niger', certainty: 'DISPUTED', sources: 1, evidence: expect.any(Array) },
      { leader: 'ousmane-niger', certainty: 'DISPUTED', sources: 1, evidence: expect.any(Array) },
    ]);
    expect(
      ofOusmane.map(({ evidence }) => evidence.filter(piece => piece.endsWith(' disputes')).length),
    ).toEqual([1, 1]);
  });

  test('of the next version supersedes what it corrects and retracts what it leaves out', async () => {
    await importLines(owner, 'archigos', archigos);
    const corrected = ousmane.replace('1996-01-27', '1996-01-28');
    expect(await importLines(owner, 'archigos', [kountche, corrected])).toMatchObject({
      added: 1,
      superseded: 2,
      unchanged: 1,
    });
    expect(await offices('mali')).toEqual([]);
    const kept = await rowsOf(owner, sql`select from relationship where known_until is not null`);
    expect(kept).toHaveLength(2);
  });

  test('of a period takes what lies in it, and leaves the rest of what is on record alone', async () => {
    await importLines(owner, 'archigos', archigos);
    const { outside, superseded } = await importLines(owner, 'archigos', [kountche], {
      from: '1980-01-01',
      to: '1981-12-31',
    });
    expect({ outside, superseded }).toEqual({ outside: 0, superseded: 0 });
    expect(await offices('mali')).toHaveLength(1);
    expect(await importLines(owner, 'icews', stream, { from: '2014-03-02', to: '2014-03-02' })).toMatchObject(
      { read: 3, outside: 1, added: 2 },
    );
  });

  test('goes on after a row that cannot be taken, and says which and why', async () => {
    const refused: [number, string][] = [];
    const summary = await importLines(owner, 'archigos', ['NIR-1', ...archigos], {
      onRefused: ({ line }, reason) => refused.push([line, reason]),
    });
    expect(summary).toMatchObject({ read: 4, refused: 1, added: 2 });
    expect(refused).toEqual([[2, expect.stringMatching(/^The row has no .*\.$/)]]);
  });

  test('of coups shows who disputes the day, and who confirms it', async () => {
    const early = ousmane.replace('1996-01-27', '1996-01-25');
    await importLines(owner, 'archigos', [early, keita]);
    await importLines(owner, 'powell-thyne', [
      coupLine(niger, '1996-01-27', true),
      coupLine(mali, '1968-11-19', true),
    ]);
    const events = await rowsOf(
      owner,
      sql`select slug, certainty::text from event join entity on id = entity_id where known_until is null order by slug`,
    );
    expect(events).toEqual([
      { slug: 'coup-mali-1968-11-19-powell-thyne-coups', certainty: 'ESTABLISHED' },
      { slug: 'coup-niger-1996-01-27-powell-thyne-coups', certainty: 'DISPUTED' },
    ]);
  });

  test('does not need to be done again when the curated facts come to cite its rows', async () => {
    await importLines(owner, 'archigos', archigos);
    const more =
      curated +
      curated
        .slice(curated.indexOf('  - subject'))
        .replace('niger', 'mali')
        .replace(
          /period.*\n.*/,
          'period: { start: 1960, endState: UNKNOWN }\n    evidence: [{ source: archigos-4-1, locator: MLI-1960 }]',
        );
    await loadCurated(owner, { cited: datasetSources, directory: writeFacts({ 'curated.yaml': more }) });
    await deriveFacts(owner);
    expect((await offices('mali')).map(({ leader }) => leader)).toEqual(['seyni-kountche']);
  });

  test('takes a row that stands twice once, and refuses one that contradicts an earlier one', async () => {
    const summary = await importLines(owner, 'archigos', [...archigos, keita, keita.replace('1968', '1969')]);
    expect(summary).toMatchObject({ read: 5, refused: 1, added: 2 });
    expect(await offices('mali')).toHaveLength(1);
  });

  test('of nothing at all takes nothing off the record', async () => {
    await importLines(owner, 'archigos', archigos);
    await expect(importLines(owner, 'archigos', [])).rejects.toThrow('so nothing was changed');
    await importLines(owner, 'archigos', ['NIR-1', ousmane]);
    expect(await offices('mali')).toHaveLength(1);
  });

  test('makes a leader known by every name that a dataset has', async () => {
    await importLines(owner, 'reign', [reignLine('A2.9-1', [mali, 'Konare', 1946], '1992-06-08', '2002-06')]);
    await importLines(owner, 'archigos', [
      archigosLine('MLI-1992', [mali, 'Alpha Konare', 1946], ['1992-06-08', '2002-06-08'], regular),
    ]);
    const [leader] = await rowsOf(
      owner,
      sql`select name, aliases from entity join leader on entity_id = id where slug = 'alpha-konare-mali'`,
    );
    expect(leader).toEqual({ name: 'Alpha Konare', aliases: ['Konare'] });
  });

  test('that the database fails is one sentence, without what was to be written', async () => {
    await owner.execute(sql`alter table statement add constraint too_full check (key <> 'MLI-1960')`);
    const failure = await importLines(owner, 'archigos', archigos).catch(error => error);
    expect(failure.name).toBe('UserMistake');
    expect(failure.message).toMatch(
      /^The database failed \(.*constraint "too_full"\): .* run this again\. .*\.$/,
    );
    expect(await sizes(owner)).toMatchObject({ statements: 0 });
  });

  test('without the curated facts says how to load them', async () => {
    await owner.execute(sql`delete from evidence`);
    await owner.execute(sql`delete from source where slug = 'icews'`);
    await expect(importLines(owner, 'icews', stream)).rejects.toThrow(
      'run npm run dataset:load, then this again',
    );
  });
});

describe.each(databases)('on $name, a stream of events', kind => {
  let owner: Owner;
  const directory = writeFacts({ 'curated.yaml': curated }, afterAll);
  shareDatabase(kind, {
    prepare: owner => loadCurated(owner, { cited: datasetSources, directory }),
    use: given => {
      owner = given;
    },
  });

  test('becomes events that a machine coded, with who did what to whom', async () => {
    await importLines(owner, 'icews', stream);
    const events = await rowsOf(
      owner,
      sql`select entity.name, type::text, mode, certainty::text, array(
          select role || ' ' || actor.slug || ' ' || actor.kind from relationship join entity actor on actor.id = subject_id
          where object_id = entity_id order by role) as took_part
        from event join entity on entity.id = entity_id where collection = 'icews' order by starts_on, name`,
    );
    expect(events).toEqual([
      {
        name: 'France → Mali: Consult',
        type: 'CONSULT',
        mode: 'consult',
        certainty: 'CODED',
        took_part: ['INITIATOR france COUNTRY', 'TARGET mali COUNTRY'],
      },
      {
        name: 'France → Mali: Provide military aid',
        type: 'AID',
        mode: 'provide-military-aid',
        certainty: 'CODED',
        took_part: ['INITIATOR france COUNTRY', 'TARGET mali COUNTRY'],
      },
      {
        name: 'Police (Niger) → Citizen (Niger): Arrest, detain, or charge with legal action',
        type: 'COERCE',
        mode: 'arrest-detain-or-charge-with-legal-action',
        certainty: 'CODED',
        took_part: ['INITIATOR police-niger-icews ORGANIZATION', 'TARGET citizen-niger-icews ORGANIZATION'],
      },
    ]);
  });

  test('has each event once, also where a file or the next one repeats it', async () => {
    expect(await importLines(owner, 'icews', [...stream, ...stream])).toMatchObject({
      added: 3,
      unchanged: 3,
    });
    const [first = ''] = stream;
    expect(await importLines(owner, 'icews', [first, first.replace('Mali', 'Chad')])).toMatchObject({
      added: 1,
      unchanged: 1,
    });
  });

  test('finds who is on record by name or alias, and adds each of the others once', async () => {
    await importLines(owner, 'icews', [
      '2014-03-01\tSeyni Kountché\tConsult\tRiek Machar',
      '2014-03-02\tPresident Kountché\tConsult\tRiek Machar',
      // A family name alone is anybody's.
      '2014-03-03\tKountche\tConsult\tMali',
    ]);
    const took = await rowsOf<{ slug: string; events: number }>(
      owner,
      sql`select slug, count(*)::int as events from relationship join entity on entity.id = subject_id
        where collection = 'icews' group by slug order by slug`,
    );
    expect(took).toEqual([
      { slug: 'kountche-icews', events: 1 },
      { slug: 'mali', events: 1 },
      { slug: 'riek-machar-icews', events: 2 },
      { slug: 'seyni-kountche', events: 2 },
    ]);
  });
});

// Which rows make a batch is the same everywhere, so one kind of database will do.
describe('on a Postgres server if there is one, a stream of events', () => {
  let owner: Owner;
  const directory = writeFacts({ 'curated.yaml': curated }, afterAll);
  shareDatabase(databases.at(-1) as DatabaseKind, {
    prepare: owner => loadCurated(owner, { cited: datasetSources, directory }),
    use: given => {
      owner = given;
    },
  });

  /** Makes the database fail on some events. */
  async function refuseEvents(when: string): Promise<void> {
    await owner.execute(
      sql.raw(`create function refuse() returns trigger language plpgsql as $$
        begin if ${when} then raise exception 'the disk is full'; end if; return new; end $$`),
    );
    await owner.execute(
      sql`create trigger refused after insert on event for each row execute function refuse()`,
    );
  }

  test('whose batch fails while the next is read does not look as if nothing had happened', async () => {
    const many = Array.from({ length: 20_200 }, (_, index) => {
      const day = new Date(Date.UTC(2013, 0, 1 + Math.floor(index / 200))).toISOString().slice(0, 10);
      return `${index < 20_000 ? day : '2014-01-01'}\tBody ${index % 200}\tConsult\tMali`;
    });
    await refuseEvents(`new.starts_on < '2014-01-01'`);
    await expect(importLines(owner, 'icews', many)).rejects.toThrow('the disk is full');
  });

  test('whose batch fails leaves that batch out whole, and the next import brings it', async () => {
    const many = Array.from({ length: 20_200 }, (_, index) => {
      const day = new Date(Date.UTC(2014, 0, 1 + Math.floor(index / 200))).toISOString().slice(0, 10);
      return `${day}\tBody ${index % 200}\tConsult\tMali`;
    });
    await refuseEvents(`new.starts_on > '2014-04-10'`);
    await expect(importLines(owner, 'icews', many)).rejects.toThrow();
    const { events = 0, relationships = 0, evidence = 0 } = await sizes(owner);
    expect(events % 20_000).toBe(0);
    expect(events).toBeLessThan(20_200);
    expect(relationships - 2 * events).toBe(
      (await rowsOf(owner, sql`select from relationship where collection <> 'icews'`)).length,
    );
    expect(evidence).toBeGreaterThanOrEqual(events);

    await owner.execute(sql`drop trigger refused on event`);
    expect(await importLines(owner, 'icews', many)).toMatchObject({
      added: 20_200 - events,
      unchanged: events,
    });
  });
});
