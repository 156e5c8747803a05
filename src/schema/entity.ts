import type { EntityKey } from '../db/entityKey.ts';
import type { EntityKind as Kind } from '../db/tables/relationshipTypes.ts';
import { builder } from './builder.ts';
import { decodeId } from './ids.ts';
import { describedEnum } from './vocabulary.ts';

export const EntityKind = describedEnum<Kind>('EntityKind', 'What sort of thing an entity is.', {
  COUNTRY: 'A state, present or former.',
  LEADER: 'A person of political weight.',
  ORGANIZATION: 'A body that acts: a government body, an armed force or group, a company, a party.',
  ALLIANCE: 'A bloc, treaty or standing partnership of actors.',
  EVENT: 'Something that happened.',
});

/** The GraphQL type of each kind. */
export const typeOfKind = {
  COUNTRY: 'Country',
  LEADER: 'Leader',
  ORGANIZATION: 'Organization',
  ALLIANCE: 'Alliance',
  EVENT: 'Event',
} as const satisfies Record<Kind, string>;

export const Entity = builder.drizzleInterface('entity', {
  variant: 'Entity',
  description: 'Anything that facts are about: a node of the graph.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { columns: { id: true, slug: true, kind: true } },
  resolveType: entity => typeOfKind[entity.kind],
  fields: t => ({
    slug: t.exposeString('slug', {
      description:
        'Stable, readable key, unique across all kinds: niger, mohamed-bazoum, wagner-group. A superseded version of an event, seen with `knownAt`, has its number appended: niger-coup-2023@278.',
    }),
    kind: t.expose('kind', { type: EntityKind, description: 'Which of the five kinds it is.' }),
    name: t.exposeString('name', { description: 'The common English name.' }),
    aliases: t.exposeStringList('aliases', {
      description:
        'Other names and spellings, in any language; `search` finds them all. Empty where none are known.',
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description:
        'What the sources say it is, in one or two plain sentences; null where nothing needs saying.',
    }),
  }),
});

export const Actor = builder.drizzleInterface('entity', {
  variant: 'Actor',
  description:
    'An entity that can act: take part in events, make claims and form relationships of its own accord.',
  interfaces: [builder.nodeInterfaceRef(), Entity],
  select: { columns: { id: true, slug: true, kind: true } },
  resolveType: entity => typeOfKind[entity.kind],
});

/** The options that every type of entity is made with, so that an id of one kind is never read as another. */
export const ofKind = <K extends Kind>(kind: K) => ({
  variant: typeOfKind[kind],
  id: { column: (entity: { slug: unknown }) => entity.slug as never },
  select: { columns: { id: true, slug: true, kind: true } } as const,
  isTypeOf: (value: unknown) => (value as { kind?: Kind }).kind === kind,
});

export const EntityRef = builder.inputType('EntityRef', {
  isOneOf: true,
  description: 'Identifies one entity by exactly one of its keys.',
  fields: t => ({
    id: t.id({ description: 'Its global id.' }),
    slug: t.string({ description: 'Its slug, as in `Entity.slug`.' }),
  }),
});

type Ref = { id?: string | null; slug?: string | null };

/**
 * The filter that finds the entity a reference names.
 *
 * @param kind the only kind it may be; by default, any
 * @throws BAD_USER_INPUT when the id is malformed, or of another kind
 */
export function entityWhere(ref: Ref, kind?: Kind): EntityKey {
  if (ref.id == null) return { slug: ref.slug ?? '' };
  const types = kind ? [typeOfKind[kind]] : Object.values(typeOfKind);
  const keys = Object.fromEntries(types.map(type => [type, 'slug' as const]));
  return { slug: decodeId(ref.id, keys).key };
}

/**
 * The filter that finds every entity that one of these references names, of any kind.
 *
 * @throws BAD_USER_INPUT when an id is not that of an entity
 */
export function entitiesWhere(refs: Ref[]) {
  return { slug: { in: refs.map(ref => entityWhere(ref).slug) } };
}

builder.queryField('entity', t =>
  t.drizzleField({
    type: Entity,
    nullable: true,
    description: 'The entity of any kind with this key; null if there is none.',
    args: { by: t.arg({ type: EntityRef, required: true, description: 'Which entity.' }) },
    resolve: (query, _root, { by }, { db }) => db.query.entity.findFirst(query({ where: entityWhere(by) })),
  }),
);
