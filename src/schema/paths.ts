import { certainty as certainties } from '../db/tables/index.ts';
import { hydrate } from '../graph/hydrate.ts';
import { type FoundHop, findPaths } from '../graph/search.ts';
import { clause, type Named, type Told } from '../graph/sentence.ts';
import { type PeriodColumns, relationshipPeriodColumns, spokenOf, together } from './attested.ts';
import { within } from './bounds.ts';
import { builder } from './builder.ts';
import { Entity, EntityRef, entityWhere } from './entity.ts';
import { orNotFound } from './errors.ts';
import { Certainty } from './fact.ts';
import { Period } from './period.ts';
import { Direction, Relationship } from './relationship.ts';
import { TraversalFilter, walkOf } from './traversalFilter.ts';

type EntityRow = typeof Entity.$inferType & Named & { id: number };
type RelationshipRow = typeof Relationship.$inferType &
  Told &
  PeriodColumns & {
    subjectId: number;
    symmetric: boolean;
    certainty: (typeof certainties.enumValues)[number];
  };
type HopShape = { from: EntityRow; relationship: RelationshipRow; to: EntityRow; alternatives: number };
/** `day`: the day asked about, or today. */
type PathShape = { source: EntityRow; hops: HopShape[]; period: PeriodColumns | null; day: string };

/** What is read of every hop besides what the document asks for: its sentence, period and certainty need it. */
const told = {
  id: true,
  type: true,
  subjectId: true,
  symmetric: true,
  title: true,
  rank: true,
  basis: true,
  certainty: true,
  ...relationshipPeriodColumns,
} as const;

const Hop = builder.objectRef<HopShape>('Hop').implement({
  description: 'One step of a path, from an entity to the next.',
  fields: t => ({
    from: t.field({ type: Entity, description: 'Where the step begins.', resolve: hop => hop.from }),
    relationship: t.field({
      type: Relationship,
      description:
        "What ties the two: of the relationships that pass the filter the most certain; among equals one that held in the path's period, then the latest.",
      resolve: hop => hop.relationship,
    }),
    to: t.field({ type: Entity, description: 'Where the step leads.', resolve: hop => hop.to }),
    direction: t.field({
      type: Direction,
      description:
        'OUTGOING when the step goes from the subject of the relationship to its object, INCOMING when it goes the other way, ANY when it is symmetric.',
      resolve: ({ from, relationship }) => {
        if (relationship.symmetric) return 'ANY';
        return relationship.subjectId === from.id ? 'OUTGOING' : 'INCOMING';
      },
    }),
    alternatives: t.exposeInt('alternatives', {
      description: 'How many other relationships between the two also pass the filter.',
    }),
  }),
});

function sentence({ source, hops, day }: PathShape): string {
  if (hops.length === 0) return source.name;
  const clauses = hops.map(({ from, relationship, to }) => {
    const [subject, object] = relationship.subjectId === from.id ? [from, to] : [to, from];
    return clause(relationship, subject, object, spokenOf(relationship, day));
  });
  return clauses.join('; ');
}

const Path = builder.objectRef<PathShape>('Path').implement({
  description: 'A way from one entity to another that visits none twice.',
  fields: t => ({
    length: t.int({
      description: 'How many hops; 0 from an entity to itself.',
      resolve: path => path.hops.length,
    }),
    hops: t.field({ type: [Hop], description: 'The steps, in order.', resolve: path => path.hops }),
    sentence: t.string({
      description:
        "The path in one readable line, each hop from subject to object: 'Mali employs Wagner Group; Russia controls Wagner Group'. The present tense is for what sources vouch for on the day asked about, or today; the rest is told in the past, with the last day that they vouch for.",
      resolve: sentence,
    }),
    weakestCertainty: t.field({
      type: Certainty,
      description:
        'The weakest certainty along the way, in the order ESTABLISHED, REPORTED, ALLEGED, DISPUTED, CODED. ESTABLISHED if there are no hops.',
      resolve: ({ hops }) => {
        const ranks = hops.map(({ relationship }) => certainties.enumValues.indexOf(relationship.certainty));
        return certainties.enumValues[Math.max(0, ...ranks)] ?? 'CODED';
      },
    }),
    period: t.field({
      type: Period,
      nullable: true,
      description:
        'The longest time in which every hop held by whichever relationship between the two, as far as sources vouch; null if there is none.',
      resolve: path => path.period,
    }),
  }),
});

const PathResult = builder.objectRef<{ paths: PathShape[]; truncated: boolean }>('PathResult').implement({
  description: 'The paths that were found.',
  fields: t => ({
    paths: t.field({
      type: [Path],
      description:
        'The shortest first, then the next shortest; no two with the same entities in the same order.',
      resolve: result => result.paths,
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'True if a limit cut the search short, so a path may have been missed.',
    }),
  }),
});

builder.queryField('paths', t =>
  t.field({
    type: PathResult,
    description:
      'How two entities are tied: the shortest paths first, then the next shortest. Ties are walked both ways. An unknown end is NOT_FOUND.',
    args: {
      from: t.arg({ type: EntityRef, required: true, description: 'Where the paths begin.' }),
      to: t.arg({ type: EntityRef, required: true, description: 'Where they lead.' }),
      maxLength: t.arg.int({ defaultValue: 4, ...within([1, 8], 'At most this many hops') }),
      first: t.arg.int({ defaultValue: 3, ...within([1, 20], 'At most this many paths') }),
      filter: t.arg({ type: TraversalFilter, description: 'Which ties to walk along.' }),
    },
    resolve: async (_root, { from, to, maxLength, first, filter }, context, info) => {
      const { source, paths, truncated } = await orNotFound(
        findPaths(context.db, entityWhere(from), entityWhere(to), maxLength ?? 4, first ?? 3, walkOf(filter)),
      );
      const hops = paths.flatMap(path => path.hops);
      const [entities, relationships, bounds] = await hydrate(
        context.db,
        {
          table: 'entity',
          ids: [source, ...hops.map(hop => hop.to)],
          query: t.drizzleQueryFromInfo(Entity, {
            context,
            info,
            paths: [
              ['paths', 'hops', 'from'],
              ['paths', 'hops', 'to'],
            ],
            columns: { id: true, kind: true, name: true },
          }),
        },
        {
          table: 'relationship',
          ids: hops.map(hop => hop.relationship),
          query: t.drizzleQueryFromInfo(Relationship, {
            context,
            info,
            paths: [['paths', 'hops', 'relationship']],
            columns: told,
          }),
        },
        {
          table: 'relationship',
          ids: paths.flatMap(path => path.bounds),
          query: { columns: { id: true, ...relationshipPeriodColumns } },
        },
      );
      const entity = (id: number) => entities.get(id) as EntityRow;
      const filled = (hop: FoundHop): HopShape => ({
        from: entity(hop.from),
        to: entity(hop.to),
        relationship: relationships.get(hop.relationship) as RelationshipRow,
        alternatives: hop.alternatives,
      });
      const ofHops = (hops: FoundHop[]) =>
        hops.map(({ relationship }) => relationships.get(relationship) as RelationshipRow);
      const day = filter?.asOf ?? new Date().toISOString().slice(0, 10);
      return {
        truncated,
        paths: paths.map(({ hops, during, bounds: ids }) => ({
          source: entity(source),
          hops: hops.map(filled),
          period: together(during, ofHops(hops.filter(({ alternatives }) => alternatives === 0)), [
            ...ofHops(hops),
            ...ids.map(id => bounds.get(id) as unknown as PeriodColumns),
          ]),
          day,
        })),
      };
    },
  }),
);
