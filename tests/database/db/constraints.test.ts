import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/local/database.ts';
import { databases } from '../../databases.ts';
import { addEntities, type Columns, fact, insert, period, relationship, rowsOf } from './rows.ts';

/** SQLSTATEs, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const foreignKey = '23503';
const unique = '23505';
const notNull = '23502';
const restrict = '23001';

describe.each(databases)('on $name, the database refuses', ({ open }) => {
  let database: Database;
  let ids: Record<string, number>;
  let source: number;
  beforeAll(async () => {
    database = await open();
    ids = await addEntities(database.drizzle);
    source = await insert(database.drizzle, 'source', {
      slug: 'source',
      type: 'NEWS_REPORT',
      title: 'Source',
    });
  });
  afterAll(() => database.close());

  const add = (table: string, columns: Columns) => insert(database.drizzle, table, columns);
  const tie = () => relationship(ids, 'SUPPORTS', 'country-1', 'country-2');
  const claim = () => ({
    slug: 'a-claim',
    text: 'It is so.',
    speaker_id: ids['leader-1'] as number,
    speaker_kind: 'LEADER',
    verification: 'UNVERIFIED',
    ...fact(),
  });

  /** That a row is refused by the constraint of this name, or with this SQLSTATE. */
  const refuses = (row: Promise<unknown>, reason: string) =>
    expect(row).rejects.toMatchObject({
      cause: /^\d/.test(reason) ? { code: reason } : { code: '23514', constraint: reason },
    });

  describe('an entity', () => {
    test.each([
      '',
      'Niger',
      'niger coup',
      'niger_coup',
      '-niger',
      'niger-',
      'a--b',
      'niger@',
      'niger@x',
      'nigér',
      'niger\n',
    ])('whose slug is %j', slug =>
      refuses(add('entity', { kind: 'COUNTRY', slug, name: 'N' }), 'entity_slug_is_kebab_case'),
    );

    test('without a name', () =>
      refuses(add('entity', { kind: 'COUNTRY', slug: 'nameless', name: '' }), 'entity_name_is_not_empty'));

    test('whose slug another has, of whatever kind', () =>
      refuses(add('entity', { kind: 'EVENT', slug: 'leader-1', name: 'L' }), unique));

    test('with the details of another kind', async () => {
      const leader = await add('entity', { kind: 'LEADER', slug: 'no-country', name: 'No country' });
      await refuses(add('country', { entity_id: leader, reference_id: source }), foreignKey);
      await refuses(add('event', { entity_id: leader, type: 'ELECTION', ...period, ...fact() }), foreignKey);
    });

    test('a coup that does not say how it came out', async () => {
      const event = await add('entity', { kind: 'EVENT', slug: 'undecided', name: 'Undecided' });
      await refuses(
        add('event', { entity_id: event, type: 'COUP', ...period, ...fact() }),
        'event_coup_has_outcome',
      );
    });

    test('that changes its kind while it has details or facts', () =>
      refuses(
        database.drizzle.execute(sql`update entity set kind = 'LEADER' where slug = 'country-1'`),
        foreignKey,
      ));

    test('that is deleted while facts are about it', async () => {
      await add('relationship', tie());
      await refuses(database.drizzle.execute(sql`delete from entity where slug = 'country-1'`), foreignKey);
    });
  });

  describe('a country', () => {
    test.each<[Columns, string]>([
      [{ iso2: 'ne' }, 'country_codes_are_capitals'],
      [{ iso2: 'NE', iso3: 'N1R' }, 'country_codes_are_capitals'],
      [{ latitude: 91 }, 'country_position_is_on_earth'],
      [{ longitude: -181 }, 'country_position_is_on_earth'],
      [{ cow_code: 0 }, 'country_numbers_are_positive'],
      [{ gw_code: -1 }, 'country_numbers_are_positive'],
      [{ capitals: '{Niamey}' }, 'country_capitals_have_a_source'],
      [{ un_member: 'true' }, 'country_membership_has_a_source'],
    ])('with %j', async (columns, reason) => {
      await refuses(addCountry(columns), reason);
    });

    test('that does not say where its codes are from', () =>
      refuses(addCountry({ reference_id: null }), notNull));

    test.each(['cow_code', 'gw_code'])('with a %s that another has', async column => {
      await addCountry({ [column]: 436 });
      await refuses(addCountry({ [column]: 436 }), unique);
    });

    test('that is covered until before it is covered from', () =>
      refuses(
        add('coverage', {
          country_id: ids['country-1'] as number,
          topic: 'LEADERS',
          source_id: source,
          from: '2016',
          until: '2015-12-31',
          collection: 'test',
        }),
        'coverage_runs_forwards',
      ));

    async function addCountry(columns: Columns) {
      const slug = `country-${fact().fingerprint}`;
      const entity_id = await add('entity', { kind: 'COUNTRY', slug, name: 'Land' });
      return add('country', { entity_id, reference_id: source, ...columns });
    }
  });

  test.each(['leader', 'organization', 'alliance'])('a %s that ends before it begins', kind => {
    const [born, died] = kind === 'leader' ? ['born_on', 'died_on'] : ['founded_on', 'dissolved_on'];
    const update = sql.raw(`update ${kind} set ${born} = '2020-02', ${died} = '2020-01'`);
    return refuses(database.drizzle.execute(update), `${kind}_life_runs_forwards`);
  });

  test('an alliance of no type', () =>
    refuses(database.drizzle.execute(sql`update alliance set types = '{}'`), 'alliance_has_a_type'));

  describe('the date', () => {
    test.each([
      ...['2023-02-29', '2023-13', '2023-00', '2023-04-31', '2023-07-00', '0000', '0000-01-01', '1900-02-29'],
      ...[
        '',
        '23',
        '2023-7',
        '2023-07-1',
        '20230726',
        '10000-01-01',
        '2023-07-26 ',
        ' 2023',
        '2023\n',
        '-2023',
        '2023 BC',
      ],
      ...['now', 'today', 'epoch', 'infinity', '2023-07-26T00:00:00Z', '２０２３'],
    ])('%j', async date => {
      // A check's violation, or a date that no calendar has.
      await expect(database.drizzle.execute(sql`update leader set born_on = ${date}`)).rejects.toMatchObject({
        cause: { code: expect.stringMatching(/^(23514|22008)$/) },
      });
    });

    test.each(['0001', '9999-12-31', '2024-02-29', '2000-02-29', '2023-07'])('but not %s', async date => {
      const update = sql`update leader set born_on = ${date} where entity_id = ${ids['leader-1']} returning born_on`;
      expect(await rowsOf(database.drizzle, update)).toEqual([{ born_on: date }]);
    });
  });

  describe.each(['relationship', 'event', 'indicator'])('a period of a(n) %s', table => {
    const row = async (columns: Columns): Promise<number> => {
      if (table === 'relationship') return add(table, { ...tie(), ...columns });
      if (table === 'indicator') {
        const indicator = {
          country_id: ids['country-1'] as number,
          code: 'x',
          name: 'X',
          value: 1,
          unit: 'x',
        };
        return add(table, { ...indicator, ...fact(), ...columns });
      }
      const entity = await add('entity', { kind: 'EVENT', slug: `event-${fact().fingerprint}`, name: 'E' });
      return add(table, { entity_id: entity, type: 'ELECTION', ...fact(), ...columns });
    };
    const whole = `${table}_period_is_whole`;

    test.each<[string, Columns, string]>([
      ['that is reversed', { period: '[2020-02-01,2020-01-01]' }, '22000'],
      ['that is empty', { period: '[2020-01-01,2020-01-01)' }, whole],
      ['with a start of unknown precision', { start_precision: null }, whole],
      ['with an end of unknown precision', { end_precision: null }, whole],
      ['with the precision of a start it does not have', { period: '(,2020-01-31]' }, whole],
      [
        'with the precision of an end it does not have',
        { period: '[2020-01-01,)', end_state: 'ONGOING' },
        whole,
      ],
      ['that has ended and goes on', { end_state: 'ONGOING' }, whole],
      ['that has ended, nobody knows whether', { end_state: 'UNKNOWN' }, whole],
    ])('%s', (_which, columns, reason) => refuses(row({ ...period, ...columns }), reason));

    test('but not one without start or end', async () => {
      const open = { period: '(,)', start_precision: null, end_precision: null };
      for (const end_state of ['ENDED', 'ONGOING', 'UNKNOWN']) await row({ ...open, end_state });
    });

    test('superseded before it was known', () =>
      refuses(row({ ...period, known_until: '2020-01-31T23:59:59.999Z' }), `${table}_known_forwards`));

    test('that its collection has on record already', async () => {
      const { fingerprint } = fact();
      await row({ ...period, fingerprint });
      await refuses(row({ ...period, fingerprint }), unique);
    });
  });

  describe('a relationship', () => {
    test('of an entity with itself', () =>
      refuses(
        add('relationship', relationship(ids, 'SUPPORTS', 'country-1', 'country-1')),
        'relationship_has_two_ends',
      ));

    test('that says another kind of its ends than they have', async () => {
      await refuses(add('relationship', { ...tie(), subject_kind: 'LEADER' }), foreignKey);
      await refuses(add('relationship', { ...tie(), object_kind: 'ALLIANCE' }), foreignKey);
    });

    const office = { title: 'President', rank: 'HEAD_OF_STATE', basis: 'DE_JURE' };
    test.each<[string, string, string, string, Columns]>([
      ['an office without a title', 'HOLDS_OFFICE', 'leader-1', 'country-1', { ...office, title: null }],
      ['an office without a rank', 'HOLDS_OFFICE', 'leader-1', 'country-1', { ...office, rank: null }],
      ['an office without a basis', 'HOLDS_OFFICE', 'leader-1', 'country-1', { ...office, basis: null }],
      ['an office with a role', 'HOLDS_OFFICE', 'leader-1', 'country-1', { ...office, role: 'TARGET' }],
      ['a membership without a status', 'MEMBER_OF', 'country-1', 'alliance-1', {}],
      [
        'a membership with a title',
        'MEMBER_OF',
        'country-1',
        'alliance-1',
        { status: 'FULL', title: 'Chair' },
      ],
      ['a participation without a role', 'PARTICIPATED_IN', 'country-1', 'event-1', {}],
      [
        'a participation with a status',
        'PARTICIPATED_IN',
        'country-1',
        'event-1',
        { role: 'HOST', status: 'FULL' },
      ],
      ['a tie with a title', 'SUPPORTS', 'country-1', 'country-2', { title: 'Friend' }],
      ['a tie with a rank', 'SUPPORTS', 'country-1', 'country-2', { rank: 'OTHER' }],
      ['a tie with an entry', 'SUPPORTS', 'country-1', 'country-2', { entry: 'COUP' }],
      ['a tie with an exit', 'SUPPORTS', 'country-1', 'country-2', { exit: 'COUP' }],
      ['a tie that an event began', 'SUPPORTS', 'country-1', 'country-2', { begun_by_id: 1 }],
      ['a tie that an event ended', 'SUPPORTS', 'country-1', 'country-2', { ended_by_id: 1 }],
      ['a tie with a role', 'SUPPORTS', 'country-1', 'country-2', { role: 'TARGET' }],
    ])('whose columns do not fit its type: %s', (_what, type, subject, object, columns) =>
      refuses(
        add('relationship', { ...relationship(ids, type, subject, object), ...columns }),
        'relationship_columns_fit_type',
      ),
    );

    test.each(['begun_by_id', 'ended_by_id'])('an office with a country for %s', column =>
      refuses(
        add('relationship', {
          ...relationship(ids, 'HOLDS_OFFICE', 'leader-1', 'country-1'),
          ...office,
          [column]: ids['country-1'],
        }),
        foreignKey,
      ),
    );

    test.each([
      ['a tie that is no pact', 'SUPPORTS', '{CONSULTATION}'],
      ['an alliance of which nobody is to fight', 'ALLIED_WITH', '{NEUTRALITY,CONSULTATION}'],
      ['a lesser pact to fight', 'PACT_WITH', '{CONSULTATION,OFFENSE}'],
    ])('whose obligations do not fit its type: %s', (_what, type, obligations) =>
      refuses(
        add('relationship', { ...relationship(ids, type, 'country-1', 'country-2'), obligations }),
        'relationship_obligations_fit_type',
      ),
    );

    test('but not a pact with obligations that fit, or without any', async () => {
      for (const [type, obligations] of [
        ['ALLIED_WITH', '{DEFENSE,CONSULTATION}'],
        ['ALLIED_WITH', '{}'],
        ['PACT_WITH', '{NEUTRALITY,NONAGGRESSION,CONSULTATION}'],
        ['PACT_WITH', '{}'],
      ] as const) {
        await add('relationship', { ...relationship(ids, type, 'country-1', 'country-2'), obligations });
      }
    });

    test.each([
      "type = 'AIDS'",
      'subject_id = object_id',
      'object_id = subject_id',
      "period = '[2021-01-01,2021-01-31]'",
      'begun_by_id = subject_id',
      'ended_by_id = subject_id',
      'fingerprint = gen_random_uuid()',
      "certainty = 'DISPUTED'",
    ])('rewritten: set %s', async change => {
      const id = await add('relationship', tie());
      await refuses(
        database.drizzle.execute(sql`update relationship set ${sql.raw(change)} where id = ${id}`),
        restrict,
      );
    });

    test('whose end is removed', async () => {
      const country = await insert(database.drizzle, 'entity', {
        kind: 'COUNTRY',
        slug: 'gone',
        name: 'Gone',
      });
      const id = await add('relationship', { ...tie(), object_id: country });
      const remove = () => database.drizzle.execute(sql`delete from entity where id = ${country}`);
      await refuses(remove(), foreignKey);
      await database.drizzle.execute(sql`delete from relationship where id = ${id}`);
      await remove();
    });

    test('whose stance or symmetry somebody writes', async () => {
      for (const columns of [{ stance: 'HOSTILE' }, { symmetric: 'true' }] as Columns[]) {
        await refuses(add('relationship', { ...tie(), ...columns }), '428C9');
      }
    });
  });

  describe('evidence', () => {
    const supports = () => ({ source_id: source, stance: 'SUPPORTS', fingerprint: randomUUID() });

    test('for no fact', () => refuses(add('evidence', supports()), 'evidence_is_on_one_fact'));

    test('for two facts', async () => {
      const relationship_id = await add('relationship', tie());
      const row = { ...supports(), relationship_id, event_id: ids['event-1'] as number };
      await refuses(add('evidence', row), 'evidence_is_on_one_fact');
    });

    test('for an event that is none', () =>
      refuses(add('evidence', { ...supports(), event_id: ids['country-1'] as number }), foreignKey));

    test('with a quote of more than 300 characters, whatever they are', async () => {
      const event_id = ids['event-1'] as number;
      await add('evidence', { ...supports(), event_id, quote: 'é'.repeat(300) });
      await refuses(
        add('evidence', { ...supports(), event_id, quote: 'é'.repeat(301) }),
        'evidence_quote_is_short',
      );
    });

    test('attributed to an event, or to an entity of unsaid kind', async () => {
      const row = { ...supports(), event_id: ids['event-1'] as number };
      const attributed_to_id = ids['event-2'] as number;
      const reason = 'evidence_attributed_to_an_actor';
      await refuses(add('evidence', { ...row, attributed_to_id, attributed_to_kind: 'EVENT' }), reason);
      await refuses(add('evidence', { ...row, attributed_to_id }), reason);
      await refuses(add('evidence', { ...row, attributed_to_id, attributed_to_kind: 'LEADER' }), foreignKey);
    });
  });

  describe('a claim', () => {
    test('with a quote of more than 300 characters', () =>
      refuses(add('claim', { ...claim(), quote: 'x'.repeat(301) }), 'claim_quote_is_short'));

    test('made by an event', () =>
      refuses(
        add('claim', { ...claim(), speaker_id: ids['event-1'] as number, speaker_kind: 'EVENT' }),
        'claim_speaker_is_an_actor',
      ));

    test('whose slug is not kebab-case', () =>
      refuses(add('claim', { ...claim(), slug: 'A claim' }), 'claim_slug_is_kebab_case'));

    test('whose slug another on record has, but not one that is superseded', async () => {
      await add('claim', { ...claim(), slug: 'twice', known_until: '2020-03-01T00:00Z' });
      await add('claim', { ...claim(), slug: 'twice' });
      await refuses(add('claim', { ...claim(), slug: 'twice' }), unique);
    });

    test('made in what is no event', () =>
      refuses(add('claim', { ...claim(), event_id: ids['leader-2'] as number }), foreignKey));
  });

  test('a source whose slug is not kebab-case, or whose coverage has no end state', async () => {
    const row = { slug: 'other', type: 'DATASET', title: 'Other' };
    await refuses(add('source', { ...row, slug: 'Other' }), 'source_slug_is_kebab_case');
    await refuses(add('source', { ...row, coverage: '[2020-01-01,2020-12-31]' }), 'source_coverage_is_whole');
  });

  test('an event whose mode is not kebab-case', () =>
    refuses(database.drizzle.execute(sql`update event set mode = 'Phone call'`), 'event_mode_is_kebab_case'));

  test('an indicator of what is no country', () => {
    const row = { country_id: ids['leader-1'] as number, code: 'x', name: 'X', value: 1, unit: 'x' };
    return refuses(add('indicator', { ...row, ...period, ...fact() }), foreignKey);
  });

  test('every relationship between kinds that it cannot be between', async () => {
    // c country, l leader, o organization, a alliance, e event: who may be the subject, and who the object
    const actors = 'cloa';
    const allowed: Record<string, [subjects: string, objects: string][]> = {
      HOLDS_OFFICE: [['l', 'coa']],
      MEMBER_OF: [[actors, 'oa']],
      PARTICIPATED_IN: [[actors, 'e']],
      ALLIED_WITH: [[actors, actors]],
      PACT_WITH: [[actors, actors]],
      PARTNERS_WITH: [[actors, actors]],
      SUPPORTS: [[actors, actors]],
      AIDS: [[actors, actors]],
      EMPLOYS: [[actors, actors]],
      RECOGNIZES: [[actors, actors]],
      OPPOSES: [[actors, actors]],
      SANCTIONS: [[actors, actors]],
      THREATENS: [[actors, actors]],
      DETAINS: [[actors, 'l']],
      FIGHTS: [[actors, actors]],
      OVERTHREW: [[actors, actors]],
      RIVAL_OF: [[actors, actors]],
      BORDERS: [['c', 'c']],
      PART_OF: [
        ['coa', 'coa'],
        ['e', 'e'],
      ],
      RESPONDS_TO: [['e', 'e']],
      CONTROLS: [[actors, actors]],
    };
    // Every type between every two kinds, in one trip; what a constraint refuses is left out of `accepted`.
    await database.drizzle.execute(sql`
      create table accepted (type text, ends text)`);
    await database.drizzle.execute(sql`
      do $$ declare t relationship_type; s entity; o entity; begin
        for t in select unnest(enum_range(null::relationship_type)) loop
          for s in select * from entity where slug ~ '^[a-z]+-1$' loop
            for o in select * from entity where slug ~ '^[a-z]+-2$' loop
              begin
                insert into relationship (type, subject_id, subject_kind, object_id, object_kind, period, end_state,
                  title, rank, basis, status, role, certainty, independent_sources, known_from, fingerprint, collection)
                values (t, s.id, s.kind, o.id, o.kind, '(,)', 'UNKNOWN',
                  case t when 'HOLDS_OFFICE' then 'x' end,
                  case t when 'HOLDS_OFFICE' then 'OTHER'::office_rank end,
                  case t when 'HOLDS_OFFICE' then 'CLAIMED'::office_basis end,
                  case t when 'MEMBER_OF' then 'FULL'::membership_status end,
                  case t when 'PARTICIPATED_IN' then 'HOST'::participant_role end,
                  'REPORTED', 1, now(), gen_random_uuid(), 'kinds');
                insert into accepted values (t::text, lower(left(s.kind::text, 1) || left(o.kind::text, 1)));
              exception when check_violation then null;
              end;
            end loop;
          end loop;
        end loop;
      end $$`);
    const rows = await rowsOf<{ type: string; ends: string[] }>(
      database.drizzle,
      sql`select type, array_agg(ends order by ends) as ends from accepted group by type`,
    );
    expect(Object.fromEntries(rows.map(({ type, ends }) => [type, ends]))).toEqual(
      Object.fromEntries(
        Object.entries(allowed).map(([type, alternatives]) => [
          type,
          alternatives
            .flatMap(([subjects, objects]) => [...subjects].flatMap(s => [...objects].map(o => s + o)))
            .sort(),
        ]),
      ),
    );
  });
});
