import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/local/database.ts';
import { databases } from '../../databases.ts';
import { addEntities, insert, relationship, rowsOf } from './rows.ts';

describe.each(databases)('on $name, adjacency follows relationship by itself:', ({ open }) => {
  let database: Database;
  let ids: Record<string, number>;
  beforeAll(async () => {
    database = await open();
    ids = await addEntities(database.drizzle);
  });
  afterAll(() => database.close());

  const bothEnds = (id: number) =>
    rowsOf(
      database.drizzle,
      sql`select entity.slug as entity, direction, counterpart.slug as counterpart, counterpart_kind, type::text,
          stance::text, certainty::text, held_from::text, held_until::text, starts_on::text, known_until = 'infinity' as stands
        from adjacency join entity on entity.id = entity_id join entity counterpart on counterpart.id = counterpart_id
        where relationship_id = ${id} order by entity.slug`,
    );
  const common = {
    certainty: 'REPORTED',
    held_from: '2020-01-01',
    held_until: '2020-02-01',
    starts_on: '2020-01-01',
    stands: true,
  };

  test('a relationship is seen outgoing from its subject and incoming from its object', async () => {
    const id = await insert(
      database.drizzle,
      'relationship',
      relationship(ids, 'DETAINS', 'country-1', 'leader-1'),
    );
    const type = { type: 'DETAINS', stance: 'HOSTILE' };
    expect(await bothEnds(id)).toEqual([
      {
        entity: 'country-1',
        direction: 'OUTGOING',
        counterpart: 'leader-1',
        counterpart_kind: 'LEADER',
        ...type,
        ...common,
      },
      {
        entity: 'leader-1',
        direction: 'INCOMING',
        counterpart: 'country-1',
        counterpart_kind: 'COUNTRY',
        ...type,
        ...common,
      },
    ]);
  });

  test('a symmetric one is seen either way from both', async () => {
    const id = await insert(
      database.drizzle,
      'relationship',
      relationship(ids, 'BORDERS', 'country-1', 'country-2'),
    );
    const type = { type: 'BORDERS', stance: 'NEUTRAL', direction: 'ANY', counterpart_kind: 'COUNTRY' };
    expect(await bothEnds(id)).toEqual([
      { entity: 'country-1', counterpart: 'country-2', ...type, ...common },
      { entity: 'country-2', counterpart: 'country-1', ...type, ...common },
    ]);
  });

  test('one that is superseded is so at both ends, and one that is deleted is gone', async () => {
    const id = await insert(
      database.drizzle,
      'relationship',
      relationship(ids, 'AIDS', 'country-1', 'country-2'),
    );
    await database.drizzle.execute(
      sql`update relationship set known_until = '2021-01-01T00:00Z' where id = ${id}`,
    );
    const [first, second] = await bothEnds(id);
    expect([first, second]).toEqual([
      expect.objectContaining({ stands: false }),
      expect.objectContaining({ stands: false }),
    ]);
    await database.drizzle.execute(sql`delete from relationship where id = ${id}`);
    expect(await bothEnds(id)).toEqual([]);
  });

  test('what is deleted leaves no trace in how prominent entities are', async () => {
    const prominence = () =>
      rowsOf(
        database.drizzle,
        sql`select adjacency.entity_id, relationship_id, prominence, degree
          from adjacency left join degree on degree.entity_id = counterpart_id order by 1, 2`,
      );
    const before = await prominence();
    const added = ['AIDS', 'SUPPORTS', 'OPPOSES', 'SANCTIONS'] as const;
    const deleted = [];
    for (const type of added) {
      const row = relationship(ids, type, 'country-1', 'leader-2');
      deleted.push(await insert(database.drizzle, 'relationship', row));
    }
    expect(await prominence()).not.toEqual(before);
    await database.drizzle.execute(
      sql`delete from relationship where id in (select jsonb_array_elements_text(${JSON.stringify(deleted)}::jsonb)::int)`,
    );
    expect(await prominence()).toEqual(before);
    const degrees = sql`select * from degree order by entity_id`;
    const kept = await rowsOf(database.drizzle, degrees);
    await database.drizzle.execute(sql`select rebuild_adjacency()`);
    expect(await rowsOf(database.drizzle, degrees)).toEqual(kept);
  });

  test('many in one statement all have both ends', async () => {
    const [before] = await rowsOf<{ ends: number }>(
      database.drizzle,
      sql`select count(*)::int as ends from adjacency`,
    );
    await database.drizzle.execute(sql`
      insert into relationship (type, subject_id, subject_kind, object_id, object_kind, period, end_state, certainty,
        independent_sources, known_from, fingerprint, collection)
      select 'OPPOSES', s.id, s.kind, o.id, o.kind, '(,)', 'UNKNOWN', 'CODED', 1, now(), gen_random_uuid(), 'many'
      from entity s, entity o, generate_series(1, 100) where s.slug = 'country-1' and o.slug = 'alliance-1'`);
    const [after] = await rowsOf<{ ends: number }>(
      database.drizzle,
      sql`select count(*)::int as ends from adjacency`,
    );
    expect((after?.ends ?? 0) - (before?.ends ?? 0)).toBe(200);
  });
});
