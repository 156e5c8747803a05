import { type DatasetState, datasetState } from '../db/dataset.ts';
import { builder } from './builder.ts';

/** The key of the one id that it has. */
export const THE_DATASET = 'statecraft';

const DatasetCounts = builder.objectRef<DatasetState>('DatasetCounts').implement({
  description: 'How much is on record now.',
  fields: t => ({
    countries: t.exposeInt('countries', { description: 'States, former ones included.' }),
    leaders: t.exposeInt('leaders', { description: 'People.' }),
    organizations: t.exposeInt('organizations', { description: 'Bodies that act as one.' }),
    alliances: t.exposeInt('alliances', { description: 'Blocs, treaties and partnerships.' }),
    events: t.exposeInt('events', { description: 'Events.' }),
    relationships: t.exposeInt('relationships', { description: 'Relationships, each counted once.' }),
    claims: t.exposeInt('claims', { description: 'Claims.' }),
    sources: t.exposeInt('sources', { description: 'Sources.' }),
  }),
});

const Dataset = builder.node(builder.objectRef<DatasetState>('Dataset'), {
  description: 'What is loaded here.',
  id: { resolve: () => THE_DATASET },
  fields: t => ({
    version: t.exposeString('version', { description: 'Changes whenever any fact does. Opaque.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When a fact last changed.' }),
    licence: t.string({
      description: 'The license of the collection as a whole; each source has its own as well.',
      resolve: () => 'ODbL-1.0',
    }),
    counts: t.field({
      type: DatasetCounts,
      description: 'How much is on record now.',
      resolve: state => state,
    }),
  }),
});

builder.queryField('dataset', t =>
  t.field({
    type: Dataset,
    description: 'What is loaded here, and its version.',
    resolve: (_root, _args, { db }) => datasetState(db),
  }),
);
