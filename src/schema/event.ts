import type { eventOutcome, eventType, quadClass } from '../db/tables/index.ts';
import { tieOnRecordWithEvent } from '../db/time.ts';
import { adjacencyConnection } from './adjacency.ts';
import { periodColumns } from './attested.ts';
import { builder } from './builder.ts';
import { Country } from './country.ts';
import { Entity, EntityRef, entityWhere, ofKind } from './entity.ts';
import { Certainty, Fact, factDescriptions } from './fact.ts';
import { Period } from './period.ts';
import { Evidence } from './source.ts';
import { describedEnum } from './vocabulary.ts';

export const EventType = describedEnum<(typeof eventType.enumValues)[number]>(
  'EventType',
  'What sort of thing happened: the sixteen classes of PLOVER, plus the last four.',
  {
    AGREE: 'An agreement to cooperate, made or announced.',
    CONSULT: 'A meeting, visit or call.',
    SUPPORT: 'Backing in words, or a diplomatic step toward somebody.',
    CONCEDE: 'Yielding to a demand.',
    COOPERATE: 'Working together in deed.',
    AID: 'Giving money, goods or military help.',
    RETREAT: 'Withdrawing force, releasing persons, ending a sanction.',
    REQUEST: 'Asking or appealing for something.',
    ACCUSE: 'Blaming somebody.',
    REJECT: 'Refusing something.',
    THREATEN: 'Announcing harm unless something happens; an ultimatum.',
    PROTEST: 'Civilian demonstration or strike.',
    SANCTION: 'Reducing or breaking off ties, trade or aid.',
    MOBILIZE: 'Readying or moving force without using it.',
    COERCE: 'Repression: arrest, detention, seizure, restriction.',
    ASSAULT: 'Deadly or injuring force.',
    COUP: 'An unlawful, open attempt from within the state to seize power.',
    ELECTION: 'A vote for an office or an assembly.',
    APPOINT: 'Putting somebody into office.',
    STATEMENT: 'A public statement that is none of the above.',
  },
);

const EventOutcome = describedEnum<(typeof eventOutcome.enumValues)[number]>(
  'EventOutcome',
  'How an attempt came out: a coup, above all.',
  {
    SUCCEEDED: 'It reached its aim. After a coup, power had changed hands.',
    FAILED: 'It did not.',
    UNDECIDED: 'No source says yet.',
  },
);

export const QuadClass = describedEnum<(typeof quadClass.enumValues)[number]>(
  'QuadClass',
  "PLOVER's four quarters: cooperation or conflict, in words or in deed.",
  {
    VERBAL_COOPERATION: 'Cooperation in words.',
    MATERIAL_COOPERATION: 'Cooperation in deed.',
    VERBAL_CONFLICT: 'Conflict in words.',
    MATERIAL_CONFLICT: 'Conflict in deed.',
  },
);

const withEventEarliestFirst = {
  columns: {},
  where: tieOnRecordWithEvent,
  orderBy: { startsOn: 'asc', relationshipId: 'asc' },
} as const;

export const Event = builder.drizzleNode('entity', {
  ...ofKind('EVENT'),
  description:
    'Something that happened. An event is an entity, because facts are about it, and a fact, because it rests on evidence.',
  interfaces: [Entity, Fact],
  fields: t => ({
    type: t.field({
      type: EventType,
      description: 'What sort of thing happened.',
      select: { with: { event: { columns: { type: true } } } },
      resolve: row => row.event.type,
    }),
    mode: t.string({
      nullable: true,
      description:
        'Finer than `type`, in lower case with hyphens: ultimatum, phone-call. Null where nothing finer is known.',
      select: { with: { event: { columns: { mode: true } } } },
      resolve: row => row.event.mode,
    }),
    outcome: t.field({
      type: EventOutcome,
      nullable: true,
      description: 'How an attempt came out; null for events that are not attempts. Every COUP has one.',
      select: { with: { event: { columns: { outcome: true } } } },
      resolve: row => row.event.outcome,
    }),
    quadClass: t.field({
      type: QuadClass,
      nullable: true,
      description: 'Its quad class; null for the types that are neither cooperation nor conflict.',
      select: { with: { event: { columns: { quadClass: true } } } },
      resolve: row => row.event.quadClass,
    }),
    period: t.field({
      type: Period,
      description: 'When it happened.',
      select: { with: { event: { columns: { ...periodColumns, endNoLaterThan: true } } } },
      resolve: row => row.event,
    }),
    deadline: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'When a threat, offer or order expires; `period.text` keeps the words of the source. Null where none is set.',
      select: { with: { event: { columns: { deadline: true } } } },
      resolve: row => row.event.deadline,
    }),
    country: t.field({
      type: Country,
      nullable: true,
      description: 'Where it happened; null where no source says, or where it was in several countries.',
      select: (_args, _context, nested) => ({
        with: { event: { columns: {}, with: { country: nested(true) } } },
      }),
      resolve: row => row.event.country,
    }),
    place: t.string({
      nullable: true,
      description: 'Where within the country, in words; null where no source says.',
      select: { with: { event: { columns: { place: true } } } },
      resolve: row => row.event.place,
    }),
    certainty: t.field({
      type: Certainty,
      description: factDescriptions.certainty,
      select: { with: { event: { columns: { certainty: true } } } },
      resolve: row => row.event.certainty,
    }),
    evidence: t.relation('evidence', {
      type: Evidence,
      description: factDescriptions.evidence,
      query: { orderBy: { id: 'asc' } },
    }),
    independentSources: t.int({
      description: factDescriptions.independentSources,
      select: { with: { event: { columns: { independentSources: true } } } },
      resolve: row => row.event.independentSources,
    }),
    knownFrom: t.field({
      type: 'DateTime',
      description: factDescriptions.knownFrom,
      select: { with: { event: { columns: { knownFrom: true } } } },
      resolve: row => row.event.knownFrom,
    }),
    knownUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: factDescriptions.knownUntil,
      select: { with: { event: { columns: { knownUntil: true } } } },
      resolve: row => row.event.knownUntil,
    }),
  }),
});

builder.drizzleObjectFields(Event, t => ({
  partOf: t.field({
    type: [Event],
    description: 'The larger events that this one is part of, earliest first; usually none or one.',
    select: (_args, _context, nested) => ({
      with: { partOf: { ...withEventEarliestFirst, with: { counterpart: nested(true) } } },
    }),
    resolve: row => row.partOf.map(({ counterpart }) => counterpart),
  }),
  respondsTo: t.field({
    type: [Event],
    description: 'The events that this one responds to, earliest first.',
    select: (_args, _context, nested) => ({
      with: { respondsTo: { ...withEventEarliestFirst, with: { counterpart: nested(true) } } },
    }),
    resolve: row => row.respondsTo.map(({ counterpart }) => counterpart),
  }),
  parts: adjacencyConnection(t, {
    relation: 'parts',
    description: 'The events that are part of this one, earliest first.',
    node: { side: 'counterpart', type: Event },
    args: {},
    where: () => tieOnRecordWithEvent,
  }),
  responses: adjacencyConnection(t, {
    relation: 'responses',
    description: 'The events that respond to this one, earliest first.',
    node: { side: 'counterpart', type: Event },
    args: {},
    where: () => tieOnRecordWithEvent,
  }),
}));

builder.queryField('event', t =>
  t.drizzleField({
    type: Event,
    nullable: true,
    description: 'The event with this key; null if there is none.',
    args: { by: t.arg({ type: EntityRef, required: true, description: 'Which event.' }) },
    resolve: (query, _root, { by }, { db }) =>
      db.query.entity.findFirst(query({ where: { kind: 'EVENT', ...entityWhere(by, 'EVENT') } })),
  }),
);
