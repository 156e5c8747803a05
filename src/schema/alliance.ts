import type { allianceType } from '../db/tables/index.ts';
import { builder } from './builder.ts';
import { Actor, Entity, EntityRef, entityWhere, ofKind } from './entity.ts';
import { rootConnection } from './rootConnection.ts';
import { describedEnum } from './vocabulary.ts';

const AllianceType = describedEnum<(typeof allianceType.enumValues)[number]>(
  'AllianceType',
  'What an alliance binds its members to; the kinds of pact are those of ATOP.',
  {
    REGIONAL_BLOC: 'States of one region that act together.',
    DEFENSE_PACT: 'To fight alongside a member that is attacked.',
    NONAGGRESSION_PACT: 'Not to attack each other.',
    CONSULTATION_PACT: 'To consult in a crisis.',
    NEUTRALITY_PACT: "To stay out of each other's wars.",
    OFFENSE_PACT: 'To fight alongside a member that attacks.',
    SECURITY_PARTNERSHIP: 'To work together on security, short of a pact.',
    ECONOMIC_UNION: 'To share a market, a currency or economic policy.',
    COALITION: 'To pursue a common goal.',
    OTHER: 'Anything else.',
  },
);

export const Alliance = builder.drizzleNode('entity', {
  ...ofKind('ALLIANCE'),
  description:
    'A bloc, treaty or standing partnership of actors, from ECOWAS down to a pact of two. It can take part in events itself.',
  interfaces: [Entity, Actor],
  fields: t => ({
    types: t.field({
      type: [AllianceType],
      description: 'What it binds its members to; at least one.',
      select: { with: { alliance: { columns: { types: true } } } },
      resolve: row => row.alliance.types,
    }),
    foundedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it was founded, as precise as the source; null where no source says.',
      select: { with: { alliance: { columns: { foundedOn: true } } } },
      resolve: row => row.alliance.foundedOn,
    }),
    dissolvedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it ended, as precise as the source; null while it exists, or where no source says.',
      select: { with: { alliance: { columns: { dissolvedOn: true } } } },
      resolve: row => row.alliance.dissolvedOn,
    }),
  }),
});

builder.queryFields(t => ({
  alliance: t.drizzleField({
    type: Alliance,
    nullable: true,
    description: 'The alliance with this key; null if there is none.',
    args: { by: t.arg({ type: EntityRef, required: true, description: 'Which alliance.' }) },
    resolve: (query, _root, { by }, { db }) =>
      db.query.entity.findFirst(query({ where: { kind: 'ALLIANCE', ...entityWhere(by, 'ALLIANCE') } })),
  }),
}));

rootConnection('alliances', {
  type: Alliance,
  description: 'All alliances, by name.',
  table: 'entity',
  order: ['name', 'id'],
  where: () => ({ kind: 'ALLIANCE' as const }),
});
