import { builder } from './builder.ts';
import { Actor, Entity, EntityRef, entityWhere, ofKind } from './entity.ts';
import { rootConnection } from './rootConnection.ts';
import { Source } from './source.ts';

const Birth = builder.drizzleObject('leaderBirth', {
  name: 'Birth',
  description: 'A date of birth as one source gives it. Another source may contradict it.',
  select: { columns: { date: true } },
  fields: t => ({
    date: t.expose('date', { type: 'PartialDate', description: 'The date, as precise as the source.' }),
    source: t.relation('source', { type: Source, description: 'Which source gives it.' }),
    locator: t.exposeString('locator', {
      description: 'Where within the source: page, paragraph, row or key.',
    }),
  }),
});

export const Leader = builder.drizzleNode('entity', {
  ...ofKind('LEADER'),
  description: 'A person of political weight: head of state or government, minister, envoy, commander.',
  interfaces: [Entity, Actor],
  fields: t => ({
    bornOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'When the person was born: of what `births` has, the date that most sources agree on, as precise as any of them. A year and a day of that year agree. Null where no source says.',
      select: { with: { leader: { columns: { bornOn: true, derivedBornOn: true } } } },
      resolve: ({ leader }) => leader.derivedBornOn ?? leader.bornOn,
    }),
    births: t.relation('births', {
      type: Birth,
      description:
        'Every date of birth that a source gives, with its source, earliest first: more than one where sources contradict each other, or one is more precise. Empty where no source is on record for it.',
      query: { orderBy: { date: 'asc', locator: 'asc' } },
    }),
    diedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'When the person died, as precise as the source; null for the living, and where no source says.',
      select: { with: { leader: { columns: { diedOn: true, derivedDiedOn: true } } } },
      resolve: ({ leader }) => leader.derivedDiedOn ?? leader.diedOn,
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
