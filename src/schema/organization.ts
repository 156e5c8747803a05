import type { organizationType } from '../db/tables/index.ts';
import { builder } from './builder.ts';
import { Country } from './country.ts';
import { Actor, Entity, EntityRef, entityWhere, ofKind } from './entity.ts';
import { rootConnection } from './rootConnection.ts';
import { describedEnum } from './vocabulary.ts';

const OrganizationType = describedEnum<(typeof organizationType.enumValues)[number]>(
  'OrganizationType',
  'What sort of body an organization is.',
  {
    GOVERNMENT_BODY: 'A ministry, agency, court or parliament of a state.',
    ARMED_FORCE: "A state's armed force, or a part of it.",
    JUNTA: 'A group, mostly of officers, that rules after a seizure of power.',
    PARTY: 'A political party.',
    ARMED_GROUP: 'An armed group that is not a state force.',
    PRIVATE_MILITARY_COMPANY: 'A company that sells military force.',
    MEDIA: 'A newspaper, broadcaster or agency.',
    COMPANY: 'Any other company.',
    CIVIL_SOCIETY: 'A union, church, association or group of experts.',
    OTHER: 'Anything else that acts as one.',
  },
);

export const Organization = builder.drizzleNode('entity', {
  ...ofKind('ORGANIZATION'),
  description: 'A body that acts as one: a government body, an armed force or group, a company, a party.',
  interfaces: [Entity, Actor],
  fields: t => ({
    type: t.field({
      type: OrganizationType,
      description: 'What sort of body it is.',
      select: { with: { organization: { columns: { type: true } } } },
      resolve: row => row.organization.type,
    }),
    country: t.field({
      type: Country,
      nullable: true,
      description:
        'The country it belongs to; null if it belongs to several or to none, or where no source says.',
      select: (_args, _context, nested) => ({
        with: { organization: { columns: {}, with: { country: nested(true) } } },
      }),
      resolve: row => row.organization.country,
    }),
    foundedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it was founded, as precise as the source; null where no source says.',
      select: { with: { organization: { columns: { foundedOn: true } } } },
      resolve: row => row.organization.foundedOn,
    }),
    dissolvedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it ended, as precise as the source; null while it exists, or where no source says.',
      select: { with: { organization: { columns: { dissolvedOn: true } } } },
      resolve: row => row.organization.dissolvedOn,
    }),
  }),
});

builder.queryFields(t => ({
  organization: t.drizzleField({
    type: Organization,
    nullable: true,
    description: 'The organization with this key; null if there is none.',
    args: { by: t.arg({ type: EntityRef, required: true, description: 'Which organization.' }) },
    resolve: (query, _root, { by }, { db }) =>
      db.query.entity.findFirst(
        query({ where: { kind: 'ORGANIZATION', ...entityWhere(by, 'ORGANIZATION') } }),
      ),
  }),
}));

rootConnection('organizations', {
  type: Organization,
  description: 'All organizations, by name.',
  table: 'entity',
  order: ['name', 'id'],
  where: () => ({ kind: 'ORGANIZATION' as const }),
});
