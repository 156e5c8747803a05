import { encodeGlobalID } from '@pothos/plugin-relay';
import type { evidenceStance, sourceType } from '../db/tables/index.ts';
import { builder } from './builder.ts';
import { Actor } from './entity.ts';
import { Period } from './period.ts';
import { rootConnection } from './rootConnection.ts';
import { describedEnum } from './vocabulary.ts';

const SourceType = describedEnum<(typeof sourceType.enumValues)[number]>(
  'SourceType',
  'What sort of source it is.',
  {
    NEWS_REPORT: "A report in a news medium, in the reporters' own voice.",
    OPINION: 'An essay, column or letter that argues for its author.',
    OFFICIAL_STATEMENT: 'What a government, organization or leader published in their own name.',
    BROADCAST: 'What was said on radio or television.',
    SOCIAL_MEDIA: 'A post on a social network.',
    DATASET: 'A dataset whose rows are evidence, each by its key.',
    REFERENCE: 'An authoritative record, such as a table of codes.',
  },
);

export const EvidenceStance = describedEnum<(typeof evidenceStance.enumValues)[number]>(
  'EvidenceStance',
  'Whether a source speaks for or against a fact.',
  {
    SUPPORTS: 'It says that the fact is so.',
    DISPUTES: 'It says that the fact is not so, or gives a different one.',
  },
);

export const Source = builder.drizzleNode('source', {
  name: 'Source',
  description: 'Where facts come from: a report, an essay, a broadcast, a dataset.',
  id: { column: source => source.slug },
  select: { columns: { id: true, slug: true } },
  fields: t => ({
    slug: t.exposeString('slug', { description: 'Stable, readable key, unique among sources.' }),
    type: t.expose('type', { type: SourceType, description: 'What sort of source it is.' }),
    title: t.exposeString('title', { description: 'Its title, or a plain description where it has none.' }),
    publisher: t.exposeString('publisher', {
      nullable: true,
      description: 'Who published it; null where not known.',
    }),
    authors: t.exposeStringList('authors', {
      description: 'Who wrote it, in the order that it gives; empty where not known.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it was first published; null where not known.',
    }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Where it can be read; null where not known.',
    }),
    licence: t.exposeString('licence', {
      nullable: true,
      description: 'The license it is used under: an SPDX identifier or its own words. Null where not known.',
    }),
    citation: t.exposeString('citation', {
      nullable: true,
      description: 'The work to cite when using it, as a bibliography entry. Null where none is known.',
    }),
    coverage: t.field({
      type: Period,
      nullable: true,
      description:
        'The time that a dataset covers: outside it, the absence of a fact says nothing. Null for anything but a dataset.',
      select: {
        columns: {
          coverage: true,
          coverageStartPrecision: true,
          coverageEndPrecision: true,
          coverageEndState: true,
          coverageText: true,
        },
      },
      resolve: row =>
        row.coverage === null || row.coverageEndState === null
          ? null
          : {
              period: row.coverage,
              startPrecision: row.coverageStartPrecision,
              endPrecision: row.coverageEndPrecision,
              endState: row.coverageEndState,
              periodText: row.coverageText,
              attested: row.coverage,
              attestedFrom: null,
              attestedUntil: null,
            },
    }),
  }),
});

export const Evidence = builder.drizzleObject('evidence', {
  name: 'Evidence',
  description:
    'Why a fact is held: one source, whether it speaks for or against the fact, and who says so inside it.',
  select: { columns: { id: true } },
  fields: t => ({
    id: t.id({
      description: 'Opaque and globally unique. Evidence is read with its fact: `node` does not give it.',
      select: { columns: { fingerprint: true } },
      resolve: ({ fingerprint }) => encodeGlobalID('Evidence', fingerprint),
    }),
    source: t.relation('source', { type: Source, description: 'Where it is written or said.' }),
    stance: t.expose('stance', {
      type: EvidenceStance,
      description: 'Whether it speaks for or against the fact.',
    }),
    attributedTo: t.relation('attributedTo', {
      type: Actor,
      nullable: true,
      description: 'Who says so inside the source; null when the source says it in its own voice.',
    }),
    quote: t.exposeString('quote', {
      nullable: true,
      description: 'Verbatim words of the source, at most 300 characters; null where none are kept.',
    }),
    locator: t.exposeString('locator', {
      nullable: true,
      description: 'Where within the source: page, paragraph, row or key. Null for the whole source.',
    }),
  }),
});

builder.queryFields(t => ({
  source: t.drizzleField({
    type: Source,
    nullable: true,
    description: 'The source with this slug; null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, as in `Source.slug`.' }) },
    resolve: (query, _root, { slug }, { db }) => db.query.source.findFirst(query({ where: { slug } })),
  }),
}));

rootConnection('sources', {
  type: Source,
  description: 'All sources, by title.',
  table: 'source',
  order: ['title', 'id'],
  where: () => ({}),
});
