import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Owner } from '../../../src/db/owner.ts';
import { databases, shareDatabase } from '../../databases.ts';
import { rowsOf } from './rows.ts';

/** An office of a country, `[first, last]` as partial dates, null where no source says; `attested` where one vouches nevertheless. */
interface Office {
  holder: string;
  period: [string | null, string | null];
  attested?: [string | null, string | null];
  basis?: string;
  rank?: string;
  title?: string;
}

async function addOffices(owner: Owner, offices: Office[]): Promise<void> {
  const names = [...new Set(offices.map(({ holder }) => holder))];
  await owner.execute(sql`
    insert into entity (kind, slug, name) select 'LEADER', name, name
    from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as name`);
  await owner.execute(sql`
    insert into entity (kind, slug, name) values ('COUNTRY', 'ruritania', 'Ruritania')`);
  await owner.execute(sql`
    insert into relationship (type, subject_id, subject_kind, object_id, object_kind, title, rank, basis, period,
      start_precision, end_precision, end_state, attested_from, attested_until, certainty, independent_sources, known_from,
      fingerprint, collection)
    select 'HOLDS_OFFICE', person.id, 'LEADER', country.id, 'COUNTRY', coalesce(title, 'President'),
      coalesce(rank, 'HEAD_OF_STATE')::office_rank, coalesce(basis, 'DE_JURE')::office_basis,
      daterange(first_day(period ->> 0), last_day(period ->> 1), '[]'),
      case length(period ->> 0) when 4 then 'YEAR' when 10 then 'DAY' end::date_precision,
      case length(period ->> 1) when 4 then 'YEAR' when 10 then 'DAY' end::date_precision,
      case when period ->> 1 is null then 'UNKNOWN' else 'ENDED' end::end_state, attested ->> 0, attested ->> 1, 'REPORTED', 1,
      '2020-01-01', gen_random_uuid(), 'test'
    from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) as given (holder text, period jsonb, attested jsonb, basis text,
      rank text, title text)
    join entity as person on person.slug = holder join entity as country on country.slug = 'ruritania'`);
  await owner.execute(sql`select follow_successions()`);
}

const boundsOf = async (owner: Owner, holder: string) =>
  (
    await rowsOf<{ earliest: string | null; latest: string | null; until: string }>(
      owner,
      sql`select start_no_earlier_than::text as earliest, end_no_later_than::text as latest, held_until::text as until
        from relationship join entity on entity.id = subject_id
        join adjacency on relationship_id = relationship.id and adjacency.entity_id = subject_id
        where slug = ${holder}`,
    )
  )[0];

describe.each(databases)('on $name, an office that no source ends', kind => {
  let owner: Owner;
  shareDatabase(kind, {
    use: transaction => {
      owner = transaction;
    },
  });
  const open: Office = { holder: 'anna', period: ['2019-01-01', null], attested: [null, '2021-03-31'] };

  test('ends no later than on the first day of the next holder, and may have been held until then', async () => {
    await addOffices(owner, [open, { holder: 'boris', period: ['2025-01-20', '2029-01-20'] }]);
    expect(await boundsOf(owner, 'anna')).toEqual({
      earliest: null,
      latest: '2025-01-20',
      until: '2025-01-21',
    });
  });

  test('ends no later than the next holder can have begun, where that is known to the year', async () => {
    await addOffices(owner, [open, { holder: 'boris', period: ['2025', '2029'] }]);
    expect(await boundsOf(owner, 'anna')).toMatchObject({ latest: '2025-12-31' });
  });

  test('is bounded by nobody who held another office, or one that the country has several of', async () => {
    await addOffices(owner, [
      { ...open, rank: 'MINISTER', title: 'Minister of War' },
      { holder: 'boris', period: ['2025-01-20', null], rank: 'MINISTER', title: 'Minister of Peace' },
      { holder: 'clara', period: ['2025-01-20', null] },
    ]);
    expect(await boundsOf(owner, 'anna')).toMatchObject({ latest: null, until: '2021-04-01' });
  });

  test('is bounded by nobody whom only another law or claim put there', async () => {
    await addOffices(owner, [open, { holder: 'boris', period: ['2025-01-20', null], basis: 'CLAIMED' }]);
    expect(await boundsOf(owner, 'anna')).toMatchObject({ latest: null });
  });

  test('has no bound where another held or claimed it at the same time', async () => {
    await addOffices(owner, [
      open,
      { holder: 'boris', period: ['2020-06-01', null], attested: [null, '2021-03-31'], basis: 'CLAIMED' },
      { holder: 'clara', period: ['2025-01-20', null], attested: [null, '2025-02-01'] },
    ]);
    expect(await boundsOf(owner, 'anna')).toMatchObject({ latest: null });
  });

  test('has one where the next took over on its last attested day', async () => {
    await addOffices(owner, [open, { holder: 'boris', period: ['2021-03-31', '2029-01-20'] }]);
    expect(await boundsOf(owner, 'anna')).toMatchObject({ latest: '2021-03-31', until: '2021-04-01' });
  });

  test('begins no earlier than the last day of the holder before', async () => {
    await addOffices(owner, [
      { holder: 'anna', period: ['2010-01-01', '2017-05-05'] },
      { holder: 'boris', period: [null, '2021-01-01'], attested: ['2019-01-01', null] },
    ]);
    expect(await boundsOf(owner, 'boris')).toMatchObject({ earliest: '2017-05-05' });
  });

  test('loses its bound with the fact that gave it', async () => {
    await addOffices(owner, [open, { holder: 'boris', period: ['2025-01-20', '2029-01-20'] }]);
    await owner.execute(sql`update relationship set known_until = known_from
      where subject_id = (select id from entity where slug = 'boris')`);
    await owner.execute(sql`select follow_successions()`);
    expect(await boundsOf(owner, 'anna')).toEqual({ earliest: null, latest: null, until: '2021-04-01' });
  });
});
