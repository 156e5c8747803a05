import type { membershipStatus } from '../db/tables/index.ts';
import { adjacencyConnection } from './adjacency.ts';
import { Alliance } from './alliance.ts';
import { builder } from './builder.ts';
import { Actor, Entity } from './entity.ts';
import { Fact } from './fact.ts';
import { ofSubtype, Relationship } from './relationship.ts';
import { inTime, timeFields } from './time.ts';
import { describedEnum } from './vocabulary.ts';

const MembershipStatus = describedEnum<(typeof membershipStatus.enumValues)[number]>(
  'MembershipStatus',
  'How fully an actor belongs.',
  {
    FULL: 'With all rights and duties.',
    SUSPENDED: 'A member whose rights are withheld for now.',
    OBSERVER: 'May attend, without a vote.',
    ASSOCIATE: 'A partial member.',
    WITHDRAWN: 'Has given notice, or has left.',
  },
);

export const Membership = builder.drizzleNode('relationship', {
  ...ofSubtype('Membership'),
  description: 'That an actor, the subject, belongs to an alliance or organization, the object.',
  interfaces: [Fact, Relationship],
  fields: t => ({
    member: t.relation('member', { type: Actor, description: 'Who belongs: the subject.' }),
    of: t.relation('of', {
      type: Entity,
      description: 'The alliance or organization that it belongs to: the object.',
    }),
    status: t.field({
      type: MembershipStatus,
      description: 'How fully it belongs.',
      select: { columns: { status: true } },
      resolve: row => row.status as NonNullable<typeof row.status>,
    }),
  }),
});

const MembershipFilter = builder.inputType('MembershipFilter', {
  description: 'Which memberships. Fields left out do not filter.',
  fields: timeFields,
});

const args = builder.args(t => ({
  filter: t.field({ type: MembershipFilter, description: 'Which of them; by default, all on record now.' }),
}));

builder.drizzleInterfaceField(Actor, 'memberships', t =>
  adjacencyConnection(t, {
    relation: 'memberships',
    description: 'Alliances and blocs the actor belongs to, earliest first.',
    node: { side: 'relationship', type: Membership },
    args,
    where: ({ filter }) => inTime(filter ?? {}),
  }),
);

builder.drizzleObjectField(Alliance, 'members', t =>
  adjacencyConnection(t, {
    relation: 'members',
    description: 'Its members, earliest first, including the suspended and withdrawn: see `status`.',
    node: { side: 'relationship', type: Membership },
    args,
    where: ({ filter }) => inTime(filter ?? {}),
  }),
);
