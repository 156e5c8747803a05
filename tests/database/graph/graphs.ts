import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import type { Owner } from '../../../src/db/owner.ts';
import { certainty, entityKind, relationshipType, stance } from '../../../src/db/tables/index.ts';
import { endsFit } from '../../../src/db/tables/relationshipTypes.ts';
import { type Graph, type NumberedWalk, type Span, slugOf, type Tie } from './reference.ts';

const day = fc.integer({ min: 2, max: 9 }).map(date => `2020-01-0${date}`);
const instant = fc.integer({ min: 1, max: 9 }).map(date => new Date(`2020-02-0${date}T12:00:00Z`));
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

/** Two ends, of which the first entities are the likelier: so there are hubs, and ties side by side. */
const end = (entities: number) =>
  fc.oneof(fc.integer({ min: 1, max: entities }), fc.integer({ min: 1, max: Math.min(3, entities) }));

/** What a tie is made of before it is known which kinds its ends are. */
const draft = (entities: number) =>
  fc.record({
    subject: end(entities),
    object: end(entities),
    type: fc.nat({ max: 19 }),
    certainty: fc.constantFrom(...certainty.enumValues),
    days: fc.tuple(seldom(day), seldom(day)),
    attested: fc.option(fc.tuple(seldom(day), seldom(day)), { freq: 8 }),
    bounds: fc.tuple(seldom(day), seldom(day)),
    known: fc.tuple(instant, seldom(instant)),
  });

const inOrder = ([first, last]: Span): Span =>
  first && last && first > last ? [last, first] : [first, last];

/** For which days sources vouch: a start or end that one gives, or else the day drafted for it, if that fits. */
function attestedOf([first, last]: Span, [from, until]: Span): Span {
  if (first && last) return [first, last];
  if (first) return [first, until && until >= first ? until : null];
  if (last) return [from && from <= last ? from : null, last];
  return inOrder([from, until]);
}

/** The bounds drafted for an unknown start and end, where they lie outside what is attested. */
const boundsOf = ([first, last]: Span, attested: Span | null, [earliest, latest]: Span): Span => [
  !first && attested?.[0] && earliest && earliest < attested[0] ? earliest : null,
  !last && attested?.[1] && latest && latest > attested[1] ? latest : null,
];

/** Graphs of 2 to 12 entities of all kinds with up to 30 ties between them that the tables let in. */
export const graphs: fc.Arbitrary<Graph> = fc
  .array(fc.constantFrom(...entityKind.enumValues), { minLength: 2, maxLength: 12 })
  .chain(kinds =>
    fc.record({
      kinds: fc.constant(kinds),
      lives: fc.array(fc.tuple(seldom(day), seldom(day)), {
        minLength: kinds.length,
        maxLength: kinds.length,
      }),
      drafts: fc.array(draft(kinds.length), { maxLength: 30, size: 'max' }),
    }),
  )
  .map(({ kinds, lives, drafts }) => ({
    kinds,
    lives: lives.map((life, index): Span => (isMortal(kinds[index]) ? inOrder(life) : [null, null])),
    ties: drafts.flatMap(
      ({ subject, object, type, certainty, days, attested, bounds, known }, index): Tie[] => {
        const kindOf = (entity: number) => kinds[entity - 1] as Graph['kinds'][number];
        // Nothing leads from an event to an actor, so the other way round.
        const [from, to] = kindOf(subject) === 'EVENT' ? [object, subject] : [subject, object];
        const fitting = relationshipType.enumValues.filter(name => endsFit(name, kindOf(from), kindOf(to)));
        const period = inOrder(days);
        const vouched = attested && attestedOf(period, attested);
        const [knownFrom, knownUntil] = known;
        const tie: Tie = {
          id: index + 1,
          type: fitting[type % fitting.length] as Tie['type'],
          subject: from,
          object: to,
          certainty,
          period,
          attested: vouched,
          bounds: boundsOf(period, vouched, bounds),
          knownFrom: knownUntil && knownUntil < knownFrom ? knownUntil : knownFrom,
          knownUntil: knownUntil && knownUntil < knownFrom ? knownFrom : knownUntil,
        };
        return from === to ? [] : [tie];
      },
    ),
  }));

/** The filter that lets through whatever is on record. */
const everything: NumberedWalk = {
  types: relationshipType.enumValues,
  certainty: certainty.enumValues,
  avoid: [],
};

/** Filters, every other of them wide open, or few long ways would be left to walk. */
export const walks = (entities: number): fc.Arbitrary<NumberedWalk> =>
  fc.oneof(fc.constant(everything), narrow(entities));

const narrow = (entities: number) =>
  fc.record({
    types: seldom(fc.oneof(some(relationshipType.enumValues), fc.constant([...relationshipType.enumValues]))),
    excludeTypes: seldom(fc.subarray([...relationshipType.enumValues], { maxLength: 5 })),
    stances: seldom(fc.subarray([...stance.enumValues])),
    certainty: seldom(fc.oneof(some(certainty.enumValues), fc.constant([...certainty.enumValues]))),
    asOf: seldom(day),
    unattested: fc.constantFrom(null, false, true),
    knownAt: seldom(instant),
    avoid: seldom(fc.array(fc.integer({ min: 1, max: entities }), { maxLength: 3 })).map(
      avoid => avoid ?? [],
    ),
    throughEvents: fc.constantFrom(null, false, true, true),
  });

/** Whether a kind of entity has a lifetime here: events have none, and a country needs a source. */
const isMortal = (kind: Graph['kinds'][number] | undefined) => kind !== 'EVENT' && kind !== 'COUNTRY';

/**
 * Stores a graph in a database without entities, as a record grows: entities and ties under their own numbers, the
 * ties by several statements, and only then what is known of them today.
 */
export async function store(owner: Pick<Owner, 'execute'>, { kinds, lives, ties }: Graph): Promise<void> {
  const entities = kinds.map((kind, index) => ({ id: index + 1, kind, slug: slugOf(index + 1) }));
  await owner.execute(sql`
    insert into entity (id, kind, slug, name) overriding system value
    select id, kind, slug, slug from jsonb_to_recordset(${JSON.stringify(entities)})
      as given (id integer, kind entity_kind, slug text)`);
  const lifetimes = lives.map(([born, died], index) => ({ id: index + 1, kind: kinds[index], born, died }));
  await owner.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(lifetimes)}) as life (id integer, kind entity_kind, born text, died text)
    ), leaders as (
      insert into leader (entity_id, born_on, died_on, collection)
      select id, born, died, 'test' from given where kind = 'LEADER'
    ), organizations as (
      insert into organization (entity_id, type, founded_on, dissolved_on)
      select id, 'OTHER', born, died from given where kind = 'ORGANIZATION'
    )
    insert into alliance (entity_id, types, founded_on, dissolved_on)
    select id, '{OTHER}', born, died from given where kind = 'ALLIANCE'`);
  const third = Math.ceil(ties.length / 3) || 1;
  for (let start = 0; start < ties.length; start += third)
    await owner.execute(insertion(ties.slice(start, start + third)));
  await owner.execute(sql`select follow_lifetimes()`);
  await owner.execute(sql`
    update relationship set start_no_earlier_than = (bounds ->> 0)::date, end_no_later_than = (bounds ->> 1)::date
    from jsonb_to_recordset(${JSON.stringify(ties)}) as given (id integer, bounds jsonb)
    where relationship.id = given.id`);
  await owner.execute(sql`
    update relationship set known_until = given."knownUntil"
    from jsonb_to_recordset(${JSON.stringify(ties)}) as given (id integer, "knownUntil" timestamptz)
    where relationship.id = given.id`);
}

const insertion = (ties: Tie[]) => sql`
  insert into relationship (id, type, subject_id, subject_kind, object_id, object_kind, title, rank, basis, status, role,
    period, start_precision, end_precision, end_state, attested_from, attested_until, is_attested, certainty, independent_sources, known_from, fingerprint, collection)
  overriding system value
  select given.id, type, subject, subjects.kind, object, objects.kind,
    case type when 'HOLDS_OFFICE' then 'Office' end,
    case type when 'HOLDS_OFFICE' then 'OTHER'::office_rank end,
    case type when 'HOLDS_OFFICE' then 'DE_JURE'::office_basis end,
    case type when 'MEMBER_OF' then 'FULL'::membership_status end,
    case type when 'PARTICIPATED_IN' then 'PARTICIPANT'::participant_role end,
    daterange((period ->> 0)::date, (period ->> 1)::date, '[]'),
    case when period ->> 0 is not null then 'DAY'::date_precision end,
    case when period ->> 1 is not null then 'DAY'::date_precision end,
    case when period ->> 1 is null then 'UNKNOWN' else 'ENDED' end::end_state,
    attested ->> 0, attested ->> 1, attested is not null,
    certainty, 1, "knownFrom", gen_random_uuid(), 'test'
  from jsonb_to_recordset(${JSON.stringify(ties)}) as given (id integer, type relationship_type, subject integer,
    object integer, certainty certainty, period jsonb, attested jsonb, "knownFrom" timestamptz)
  join entity as subjects on subjects.id = subject join entity as objects on objects.id = object`;
