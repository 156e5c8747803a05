import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { loadCurated } from '../../../src/curated/load.ts';
import type { Database as Client } from '../../../src/db/client.ts';
import { datasetState } from '../../../src/db/dataset.ts';
import type { Owner } from '../../../src/db/owner.ts';
import { gdeltColumns } from '../../../src/importers/datasets/gdelt/gdelt.ts';
import { datasetSources } from '../../../src/importers/datasets/index.ts';
import { EventStore } from '../../../src/importers/events/storeEvents.ts';
import { deriveFacts } from '../../../src/importers/statements/storeStatements.ts';
import { publicationOf } from '../../../src/record/collection.ts';
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

  /** The pacts of two, with the days on which each held or may have held. */
  const pacts = (one: string, other: string) =>
    rowsOf<{ type: string; obligations: string; start: string; end: string | null; rows: string[] }>(
      owner,
      sql`select type::text, array_to_string(obligations, ' ') as obligations, held_from(attested * lifetime)::text as start,
          (held_until(attested * lifetime) - 1)::text as end, array(
          select locator from evidence where relationship_id = relationship.id order by locator) as rows
        from relationship join entity one on one.id = subject_id join entity other on other.id = object_id
        where known_until is null and least(one.slug, other.slug) = least(${one}::text, ${other})
          and greatest(one.slug, other.slug) = greatest(${one}::text, ${other}) order by starts_on, type`,
    );

  test('makes two allies only of what binds them to fight', async () => {
    await importLines(owner, 'atop', [
      '2,365,defense,1942,1945',
      '2,365,offense,1942,1945',
      '2,365,consul,1962,1964',
      '2,365,nonagg,1975,',
    ]);
    expect(await pacts('united-states', 'russia')).toMatchObject([
      { type: 'ALLIED_WITH', obligations: 'DEFENSE OFFENSE', start: '1942-01-01', end: '1945-12-31' },
      { type: 'PACT_WITH', obligations: 'CONSULTATION', start: '1962-01-01', end: '1964-12-31' },
      { type: 'PACT_WITH', obligations: 'NONAGGRESSION', start: '1975-01-01', end: '2018-12-31' },
    ]);
  });

  test("ends Yugoslavia's pacts with it, and gives Serbia its own on the same row", async () => {
    await importLines(owner, 'atop', ['345,365,nonagg,1975,1992', '345,365,nonagg,2000,']);
    expect(await pacts('yugoslavia', 'russia')).toMatchObject([
      { start: '1975-01-01', end: '1992-12-31', rows: ['345,365,nonagg,1975'] },
      { start: '2000-01-01', end: '2006-06-04', rows: ['345,365,nonagg,2000'] },
    ]);
    expect(await pacts('serbia', 'russia')).toMatchObject([
      { type: 'PACT_WITH', start: '2006-06-05', end: '2018-12-31', rows: ['345,365,nonagg,2000'] },
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

  test('ties the offices that a curated coup ended to its version, and does so anew when the coup gets another', async () => {
    const withCoup = (name: string) =>
      writeFacts({
        'curated.yaml': `${curated}
events:
  - slug: coup-of-1996
    name: ${name}
    type: COUP
    outcome: SUCCEEDED
    country: niger
    period: { start: 1996-01-27, end: 1996-01-27 }
    evidence: [{ source: powell-thyne-coups, locator: 436 1996-01-27 }]
`,
      });
    const ended = () =>
      rowsOf(
        owner,
        sql`select event.name, known_until is null as "onRecord" from relationship join entity event on event.id = ended_by_id
          where collection = 'datasets' order by relationship.id`,
      );
    await loadCurated(owner, { cited: datasetSources, directory: withCoup('The coup') });
    await importLines(owner, 'archigos', archigos);
    await importLines(owner, 'powell-thyne', [coupLine(niger, '1996-01-27', true)]);
    expect(await ended()).toEqual([{ name: 'The coup', onRecord: true }]);

    await loadCurated(owner, { cited: datasetSources, directory: withCoup('The coup of January') });
    await deriveFacts(owner);
    expect(await ended()).toEqual([
      { name: 'The coup', onRecord: false },
      { name: 'The coup of January', onRecord: true },
    ]);
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

  const actors = () =>
    rowsOf<{ slug: string; kind: string; events: number }>(
      owner,
      sql`select slug, kind::text, count(*)::int as events from relationship join entity on entity.id = subject_id
        where collection in ('icews', 'gdelt-2') group by slug, kind order by slug`,
    );

  test('finds who is on record by name or alias, and adds each of the others once', async () => {
    await importLines(owner, 'icews', [
      '1980-03-01\tSeyni Kountché\tConsult\tRiek Machar',
      '1980-03-02\tPresident Kountché\tConsult\tRiek Machar',
      '1980-03-03\tBoko Haram\tThreaten\tMali',
      // A family name alone is anybody's.
      '1980-03-03\tKountche\tConsult\tMali',
    ]);
    expect(await actors()).toEqual([
      { slug: 'boko-haram-icews', kind: 'ORGANIZATION', events: 1 },
      { slug: 'kountche-icews', kind: 'ORGANIZATION', events: 1 },
      { slug: 'mali', kind: 'COUNTRY', events: 2 },
      { slug: 'riek-machar-icews', kind: 'LEADER', events: 2 },
      { slug: 'seyni-kountche', kind: 'LEADER', events: 2 },
    ]);
  });

  test('has a leader on record act only in years of office, and while alive; else it is a person of that name', async () => {
    await owner.execute(sql`update leader set died_on = '1987-11-10'`);
    const days = ['1973-12-31', '1974-01-01', '1987-11-10', '1987-11-11', '1988-01-01'];
    await importLines(
      owner,
      'icews',
      days.map(day => `${day}\tSeyni Kountché\tConsult\tMali`),
    );
    const took = await rowsOf(
      owner,
      sql`select actor.slug, kind::text, array_agg(starts_on::text order by starts_on) as days
        from relationship join entity as actor on actor.id = subject_id
        where collection = 'icews' and actor.slug <> 'mali' group by 1, 2 order by 1`,
    );
    expect(took).toEqual([
      { slug: 'seyni-kountche', kind: 'LEADER', days: ['1974-01-01', '1987-11-10'] },
      {
        slug: 'seyni-kountche-icews',
        kind: 'LEADER',
        days: ['1973-12-31', '1987-11-11', '1988-01-01'],
      },
    ]);
  });

  test('knows by its family name who led the country that the stream names, in those years', async () => {
    const line = (number: string, day: string) => {
      const columns = new Map([
        ...[
          ['GLOBALEVENTID', number],
          ['SQLDATE', day],
          ['EventCode', '040'],
          ['DATEADDED', '20200305143000'],
        ],
        ...[
          ['Actor1Code', 'NERGOV'],
          ['Actor1Name', 'KOUNTCHE'],
          ['Actor1CountryCode', 'NER'],
        ],
        ...[
          ['Actor1Type1Code', 'GOV'],
          ['Actor2Code', 'MLI'],
          ['Actor2CountryCode', 'MLI'],
        ],
      ] as [string, string][]);
      return gdeltColumns.map(column => columns.get(column) ?? '').join('\t');
    };
    await owner.execute(sql`update entity set aliases = '{Kountche}' where slug = 'seyni-kountche'`);
    await importLines(owner, 'gdelt', [line('1', '19800301'), line('2', '20190301')]);
    expect(await actors()).toEqual([
      { slug: 'kountche-niger-gdelt-2', kind: 'ORGANIZATION', events: 1 },
      { slug: 'mali', kind: 'COUNTRY', events: 2 },
      { slug: 'seyni-kountche', kind: 'LEADER', events: 1 },
    ]);
  });

  test('is known from the day of the event where neither the row nor the source has a publication, whenever it is loaded', async () => {
    await importLines(owner, 'icews', stream);
    const known = await rowsOf(
      owner,
      sql`select distinct starts_on::text as day, (known_from at time zone 'UTC')::text as known from event
        where collection = 'icews'
        union select starts_on::text, (known_from at time zone 'UTC')::text from relationship where collection = 'icews'
        order by 1`,
    );
    expect(known).toEqual([
      { day: '2014-03-01', known: '2014-03-01 00:00:00' },
      { day: '2014-03-02', known: '2014-03-02 00:00:00' },
    ]);
  });

  test('is known from the publication of the source, or the last day that it covers, but never before it happened', async () => {
    const row = { key: 'a', cameo: '040', source: { name: 'Mali', country: 'mali', type: 'OTHER' as const } };
    const [source] = await rowsOf<{ id: number }>(owner, sql`select id from source where slug = 'icews'`);
    const store = await EventStore.open(owner, {
      id: source?.id as number,
      slug: 'icews',
      knownOn: publicationOf({
        slug: 'x',
        type: 'DATASET',
        title: 'X',
        coverage: { start: '1995', end: '2014-02' },
      }),
    });
    await store.write([
      { ...row, day: '2014-01-15' },
      { ...row, day: '2014-03-15' },
      { ...row, day: '2014-01-16', publishedAt: new Date('2014-01-17T10:30:00Z') },
    ]);
    const known = await rowsOf<{ known: string }>(
      owner,
      sql`select (known_from at time zone 'UTC')::text as known from event where collection = 'icews' order by starts_on`,
    );
    expect(known.map(one => one.known)).toEqual([
      '2014-02-28 00:00:00',
      '2014-01-17 10:30:00',
      '2014-03-15 00:00:00',
    ]);
  });

  test('ties each actor for as long as it existed, without a look at all that is on record', async () => {
    await owner.execute(sql`update country set founded_on = '2014-03-02'
      where entity_id = (select id from entity where slug = 'france')`);
    await importLines(owner, 'icews', stream);
    const lifetimes = () =>
      rowsOf(
        owner,
        sql`select starts_on::text as day, lifetime::text from relationship join entity on entity.id = subject_id
          where collection = 'icews' and slug = 'france' order by 1`,
      );
    const before = await lifetimes();
    expect(before).toEqual([
      { day: '2014-03-01', lifetime: '[2014-03-02,)' },
      { day: '2014-03-02', lifetime: '[2014-03-02,)' },
    ]);
    await owner.execute(sql`select follow_lifetimes()`);
    expect(await lifetimes()).toEqual(before);
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
