import type { direction } from '../db/tables/index.ts';
import type {
  RelationshipType as RelationshipTypeValue,
  Stance as StanceValue,
} from '../db/tables/relationshipTypes.ts';
import { type AdjacencyFilter, adjacencyConnection } from './adjacency.ts';
import { relationshipPeriodColumns } from './attested.ts';
import { builder } from './builder.ts';
import { Entity, EntityKind, EntityRef, entitiesWhere } from './entity.ts';
import { Certainty, Fact, factDescriptions, factFields } from './fact.ts';
import { Obligation, obliging } from './obligation.ts';
import { Period } from './period.ts';
import { Evidence } from './source.ts';
import { inTime, timeFields } from './time.ts';
import { describedEnum } from './vocabulary.ts';

export const RelationshipType = describedEnum<RelationshipTypeValue>(
  'RelationshipType',
  'What ties the subject of a relationship to its object.',
  {
    HOLDS_OFFICE: 'The leader holds, held or claims an office of the country, organization or alliance.',
    MEMBER_OF: 'The actor belongs to the alliance or organization.',
    PARTICIPATED_IN: 'The actor took part in the event.',
    ALLIED_WITH: 'The two are bound to fight for each other, in defense or attack. Symmetric.',
    PACT_WITH:
      'A pact binds the two to less than that: to stay neutral, not to attack each other, to consult. Symmetric.',
    PARTNERS_WITH: 'The two work together, or move closer, without being bound to each other. Symmetric.',
    SUPPORTS: 'The subject backs the object.',
    AIDS: 'The subject gives the object money, goods or arms.',
    EMPLOYS: 'The subject has the object work or fight for it.',
    RECOGNIZES: 'The subject treats the object as the lawful authority or state.',
    OPPOSES: 'The subject stands against the object.',
    SANCTIONS: 'The subject withholds trade, money, aid or ties from the object to press it.',
    THREATENS: 'The subject announces harm to the object unless something happens.',
    DETAINS: 'The subject holds the leader against their will.',
    FIGHTS: 'The two are in armed conflict. Symmetric.',
    OVERTHREW: 'The subject removed the object from power.',
    RIVAL_OF: 'Each sees the other as a competitor and a threat. Symmetric.',
    BORDERS: 'The two countries share a land border. Symmetric.',
    PART_OF: 'The subject belongs to the object: a body to its state, an event to a larger one.',
    RESPONDS_TO: 'The event responds to another.',
    CONTROLS: 'The subject directs the object, whoever owns it by law.',
  },
);

export const Stance = describedEnum<StanceValue>(
  'Stance',
  'How the two ends of a relationship stand toward each other; it follows from the type.',
  {
    COOPERATIVE: 'They work together.',
    HOSTILE: 'At least one of them works against the other.',
    NEUTRAL: 'Neither.',
  },
);

export const Direction = describedEnum<(typeof direction.enumValues)[number]>(
  'Direction',
  'Which way a relationship is read.',
  {
    OUTGOING: 'From its subject.',
    INCOMING: 'From its object.',
    ANY: 'Either way. A symmetric relationship is ANY from both ends, and matches the other two as well.',
  },
);

/** The subtypes that have columns of their own; everything else is a Tie. */
const typesOfOwn = {
  HOLDS_OFFICE: 'OfficeHolding',
  MEMBER_OF: 'Membership',
  PARTICIPATED_IN: 'Participation',
  ALLIED_WITH: 'Pact',
  PACT_WITH: 'Pact',
} as const;

type Subtype = (typeof typesOfOwn)[keyof typeof typesOfOwn] | 'Tie';

/** The GraphQL type of a relationship. */
const subtypeOf = (type: RelationshipTypeValue): Subtype =>
  type in typesOfOwn ? typesOfOwn[type as keyof typeof typesOfOwn] : 'Tie';

const inOrder = { orderBy: { id: 'asc' } } as const;

export const Relationship = builder.drizzleInterface('relationship', {
  variant: 'Relationship',
  description:
    'An edge of the graph: subject, type, object, for a period. The symmetric types (ALLIED_WITH, PACT_WITH, PARTNERS_WITH, RIVAL_OF, FIGHTS, BORDERS) are stored once and read both ways.',
  interfaces: [builder.nodeInterfaceRef(), Fact],
  select: { columns: { id: true, fingerprint: true, type: true } },
  resolveType: relationship => subtypeOf(relationship.type),
  fields: t => ({
    type: t.expose('type', { type: RelationshipType, description: 'What ties the subject to the object.' }),
    subject: t.relation('subject', {
      type: Entity,
      description: 'Where it begins: who acts, holds, belongs.',
    }),
    object: t.relation('object', {
      type: Entity,
      description: 'Where it leads: what is acted on, held, belonged to.',
    }),
    stance: t.expose('stance', {
      type: Stance,
      description: 'How the two stand toward each other; it follows from the type.',
    }),
    symmetric: t.exposeBoolean('symmetric', {
      description:
        'Whether it reads the same from either end; if so, which of the two is the subject means nothing.',
    }),
    period: t.field({
      type: Period,
      description: 'When it held.',
      select: { columns: relationshipPeriodColumns },
      resolve: row => row,
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'What the sources say about it beyond its type; null where nothing needs saying.',
    }),
    ...factFields(t),
    evidence: t.field({
      type: [Evidence],
      description: `${factDescriptions.evidence} A participation without evidence of its own has the evidence of its event.`,
      select: (_args, _context, nested) => ({
        with: { evidence: nested(inOrder), evidenceOfObject: nested(inOrder) },
      }),
      resolve: ({ type, evidence, evidenceOfObject }) =>
        evidence.length === 0 && type === 'PARTICIPATED_IN' ? evidenceOfObject : evidence,
    }),
  }),
});

/**
 * The options that every subtype of relationship is made with, so that an id of one is never read as another.
 */
export const ofSubtype = <S extends Subtype>(subtype: S) => ({
  variant: subtype,
  id: { column: (relationship: { fingerprint: unknown }) => relationship.fingerprint as never },
  select: { columns: { id: true, fingerprint: true, type: true } } as const,
  isTypeOf: (value: unknown) => subtypeOf((value as { type: RelationshipTypeValue }).type) === subtype,
});

export const Tie = builder.drizzleNode('relationship', {
  ...ofSubtype('Tie'),
  description: 'A relationship that is neither office, membership, participation nor pact.',
  interfaces: [Fact, Relationship],
});

export const RelationshipFilter = builder.inputType('RelationshipFilter', {
  description: 'Which relationships of one entity. Fields left out do not filter.',
  fields: t => ({
    types: t.field({ type: [RelationshipType], description: 'Only of one of these types.' }),
    direction: t.field({
      type: Direction,
      defaultValue: 'ANY',
      description:
        'Only where the entity is the subject (OUTGOING) or the object (INCOMING); symmetric ones pass either way.',
    }),
    stances: t.field({ type: [Stance], description: 'Only with one of these stances.' }),
    obligations: t.field({
      type: [Obligation],
      description:
        'Only pacts that ask at least one of these of the two; one whose source does not say what it asks does not pass.',
    }),
    certainty: t.field({ type: [Certainty], description: 'Only as certain as one of these.' }),
    ...timeFields(t),
    counterparts: t.field({
      type: [EntityRef],
      description: 'Only with one of these at the other end; at most 100.',
    }),
    counterpartKinds: t.field({
      type: [EntityKind],
      description: 'Only with an entity of one of these kinds at the other end.',
    }),
  }),
});

function passes(filter: typeof RelationshipFilter.$inferInput): AdjacencyFilter {
  const { types, direction, stances, obligations, certainty, counterparts, counterpartKinds } = filter;
  return {
    AND: [
      inTime(filter),
      types ? { type: { in: types } } : {},
      direction && direction !== 'ANY' ? { direction: { in: [direction, 'ANY'] } } : {},
      stances ? { stance: { in: stances } } : {},
      obligations ? obliging(obligations) : {},
      certainty ? { certainty: { in: certainty } } : {},
      counterpartKinds ? { counterpartKind: { in: counterpartKinds } } : {},
      counterparts ? { counterpart: entitiesWhere(counterparts) } : {},
    ],
  };
}

builder.drizzleInterfaceField(Entity, 'relationships', t =>
  adjacencyConnection(t, {
    relation: 'relationships',
    description:
      'Everything that ties it to others, from either end, earliest first; participation in events and borders included.',
    node: { side: 'relationship', type: Relationship },
    edge: {
      of: 'Relationship',
      name: 'counterpart',
      type: Entity,
      side: 'counterpart',
      description: 'The entity at the other end, whichever end that is.',
    },
    args: {
      filter: t.arg({
        type: RelationshipFilter,
        description: 'Which of them; by default, all on record now.',
      }),
    },
    where: ({ filter }) => passes(filter ?? {}),
  }),
);
