import { builder } from './builder.ts';
import { Actor, Entity, EntityRef, entityWhere, ofKind } from './entity.ts';
import { rootConnection } from './rootConnection.ts';

export const Leader = builder.drizzleNode('entity', {
  ...ofKind('LEADER'),
  description: 'A person of political weight: head of state or government, minister, envoy, commander.',
  interfaces: [Entity, Actor],
  fields: t => ({
    bornOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When the person was born, as precise as the source; null where no source says.',
      select: { with: { leader: { columns: { bornOn: true } } } },
      resolve: row => row.leader.bornOn,
    }),
    diedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'When the person died, as precise as the source; null for the living, and where no source says.',
      select: { with: { leader: { columns: { diedOn: true } } } },
      resolve: row => row.leader.diedOn,
    }),
  }),
});

builder.queryFields(t => ({
  leader: t.drizzleField({
    type: Leader,
    nullable: true,
    description: 'The leader with this key; null if there is none.',
    args: { by: t.arg({ type: EntityRef, required: true, description: 'Which leader.' }) },
    resolve: (query, _root, { by }, { db }) =>
      db.query.entity.findFirst(query({ where: { kind: 'LEADER', ...entityWhere(by, 'LEADER') } })),
  }),
}));

rootConnection('leaders', {
  type: Leader,
  description: 'All leaders, by name.',
  table: 'entity',
  order: ['name', 'id'],
  where: () => ({ kind: 'LEADER' as const }),
});
