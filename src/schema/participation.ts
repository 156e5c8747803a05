import type { participantRole } from '../db/tables/index.ts';
import { tieOnRecordWithEvent } from '../db/time.ts';
import { adjacencyConnection } from './adjacency.ts';
import { builder } from './builder.ts';
import { Actor } from './entity.ts';
import { Event } from './event.ts';
import { Fact } from './fact.ts';
import { ofSubtype, Relationship } from './relationship.ts';
import { describedEnum } from './vocabulary.ts';

export const ParticipantRole = describedEnum<(typeof participantRole.enumValues)[number]>(
  'ParticipantRole',
  'What part an actor plays in an event.',
  {
    INITIATOR: 'Did it, or began it.',
    TARGET: 'It was done to them, or aimed at them.',
    SPEAKER: 'Spoke.',
    MEDIATOR: 'Mediated between the others.',
    HOST: 'Hosted it.',
    BENEFICIARY: 'It was done for them, or gave them something.',
    WITNESS: 'Was there and saw it.',
    PARTICIPANT: 'Took part; no source says how, or everyone took the same part.',
  },
);

export const Participation = builder.drizzleNode('relationship', {
  ...ofSubtype('Participation'),
  description: 'That an actor, the subject, took part in an event, the object.',
  interfaces: [Fact, Relationship],
  fields: t => ({
    actor: t.relation('actor', { type: Actor, description: 'Who took part: the subject.' }),
    event: t.relation('event', { type: Event, description: 'What it took part in: the object.' }),
    role: t.field({
      type: ParticipantRole,
      description: 'What part it played.',
      select: { columns: { role: true } },
      resolve: row => row.role as NonNullable<typeof row.role>,
    }),
  }),
});

builder.drizzleObjectField(Event, 'participants', t =>
  adjacencyConnection(t, {
    relation: 'participants',
    description: 'Who took part and in which role, in the order of the record.',
    node: { side: 'relationship', type: Participation },
    args: {
      roles: t.arg({
        type: [ParticipantRole],
        description: 'Only in one of these roles; by default, in any.',
      }),
    },
    where: ({ roles }) => ({
      AND: [tieOnRecordWithEvent, roles ? { relationship: { role: { in: roles } } } : {}],
    }),
  }),
);
