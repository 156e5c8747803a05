import type { RelationsFilter } from 'drizzle-orm';
import type { relations } from '../db/relations.ts';
import type { verification } from '../db/tables/index.ts';
import { onRecord } from '../db/time.ts';
import { builder } from './builder.ts';
import { Actor, Entity, EntityRef, entitiesWhere } from './entity.ts';
import { Event } from './event.ts';
import { Fact, factFields } from './fact.ts';
import { relatedConnection } from './relatedConnection.ts';
import { rootConnection } from './rootConnection.ts';
import { describedEnum } from './vocabulary.ts';

const Verification = describedEnum<(typeof verification.enumValues)[number]>(
  'Verification',
  'Whether what was claimed has been checked.',
  {
    UNVERIFIED:
      'No source on record confirms or contradicts it: every claim is this until somebody checks it.',
    CORROBORATED: 'An independent source confirms it.',
    DISPUTED: 'An independent source contradicts it.',
    REFUTED: 'It has been shown to be wrong.',
  },
);

export const Claim = builder.drizzleNode('claim', {
  name: 'Claim',
  description:
    'Something that somebody said. The fact, with its certainty and evidence, is that it was said; whether it is true is `verification`.',
  id: { column: row => row.fingerprint },
  interfaces: [Fact],
  select: { columns: { id: true, fingerprint: true } },
  fields: t => ({
    slug: t.exposeString('slug', { description: 'Stable, readable key, unique among claims on record.' }),
    text: t.exposeString('text', { description: 'What was claimed, in one plain sentence.' }),
    quote: t.exposeString('quote', {
      nullable: true,
      description:
        'The exact words, where the source gives them; at most 300 characters. Null where it only paraphrases.',
    }),
    speaker: t.relation('speaker', { type: Actor, description: 'Who said it.' }),
    madeOn: t.expose('madeOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it was said or published, as precise as the source; null where no source says.',
    }),
    verification: t.expose('verification', {
      type: Verification,
      description: 'Whether it has been checked.',
    }),
    about: relatedConnection(t, {
      relation: 'about',
      type: Entity,
      description: 'The entities it is about.',
      order: ['id'],
    }),
    event: t.relation('event', {
      type: Event,
      nullable: true,
      description:
        'The event at which it was said, such as a speech or an interview. Null where none is on record.',
    }),
    ...factFields(t),
  }),
});

const ClaimFilter = builder.inputType('ClaimFilter', {
  description: 'Which claims. Fields left out do not filter.',
  fields: t => ({
    verification: t.field({ type: [Verification], description: 'Only in one of these states.' }),
    speakers: t.field({ type: [EntityRef], description: 'Only by one of these; at most 100.' }),
    about: t.field({ type: [EntityRef], description: 'Only about one of these; at most 100.' }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'Only what was on record at that instant; by default, what is on record now.',
    }),
  }),
});

function passes(
  filter: typeof ClaimFilter.$inferInput,
): RelationsFilter<(typeof relations)['claim'], typeof relations> {
  const { verification, speakers, about, knownAt } = filter;
  return {
    AND: [
      onRecord(knownAt),
      verification ? { verification: { in: verification } } : {},
      speakers ? { speaker: entitiesWhere(speakers) } : {},
      about ? { about: entitiesWhere(about) } : {},
    ],
  };
}

/** What all connections of claims share. */
const earliestFirst = {
  type: Claim,
  args: builder.args(t => ({
    filter: t.field({ type: ClaimFilter, description: 'Which of them; by default, all on record now.' }),
  })),
  order: ['madeFrom', 'id'],
  where: ({ filter }: { filter?: typeof ClaimFilter.$inferInput | null }) => passes(filter ?? {}),
} as const;

builder.drizzleInterfaceField(Entity, 'claimsAbout', t =>
  relatedConnection(t, {
    ...earliestFirst,
    relation: 'claimsAbout',
    description: 'Claims that are about it, earliest first.',
  }),
);

builder.drizzleInterfaceField(Actor, 'claims', t =>
  relatedConnection(t, {
    ...earliestFirst,
    relation: 'claims',
    description: 'Claims the actor made, earliest first.',
  }),
);

rootConnection('claims', { ...earliestFirst, table: 'claim', description: 'All claims, earliest first.' });

builder.queryField('claim', t =>
  t.drizzleField({
    type: Claim,
    nullable: true,
    description: 'The claim on record with this slug; null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, as in `Claim.slug`.' }) },
    resolve: (query, _root, { slug }, { db }) =>
      db.query.claim.findFirst(query({ where: { slug, ...onRecord() } })),
  }),
);
