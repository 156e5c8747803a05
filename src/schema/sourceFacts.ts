import { brandWithType } from '@pothos/core';
import { drizzleConnectionHelpers } from '@pothos/plugin-drizzle';
import type { NestedSelection, SelectedFieldNode } from '@pothos/selection-mapper';
import {
  type AnyRelationsFilter,
  type Relation,
  relationsFilterToSQL,
  relationToSQL,
  sql,
  type Table,
} from 'drizzle-orm';
import { relations } from '../db/relations.ts';
import { evidence } from '../db/tables/index.ts';
import { builder, type Context } from './builder.ts';
import { totalCount } from './connections.ts';
import { Fact } from './fact.ts';
import { Source } from './source.ts';

type Row = Record<string, unknown>;
type PageArgs = PothosSchemaTypes.DefaultConnectionArguments;

/** The relations of evidence that lead to a fact, and the type that its selection is read as. */
const factTypes = {
  relationship: 'Relationship',
  event: 'Event',
  claim: 'Claim',
  indicator: 'Indicator',
} as const;
const factRelations = Object.keys(factTypes) as (keyof typeof factTypes)[];

/** Evidence for facts on record, and of each fact only the first that the source gives. */
const onceForEachFact = {
  OR: [
    { relationship: { knownUntil: { isNull: true as const } } },
    { event: { event: { knownUntil: { isNull: true as const } } } },
    { claim: { knownUntil: { isNull: true as const } } },
    { indicator: { knownUntil: { isNull: true as const } } },
  ],
  RAW: (row: typeof evidence) => sql`not exists (
    select from ${evidence} as earlier
    where earlier.source_id = ${row.sourceId} and earlier.id < ${row.id}
      and (earlier.relationship_id = ${row.relationshipId} or earlier.event_id = ${row.eventId}
        or earlier.claim_id = ${row.claimId} or earlier.indicator_id = ${row.indicatorId}))`,
};

const helpers = drizzleConnectionHelpers(builder, 'evidence', {
  query: () => ({ where: onceForEachFact, orderBy: { id: 'asc' } }),
});

/** Counts the facts of a source, as an expression beside its columns. */
const factsCount = (source: Table) => {
  const { filter: ofSource } = relationToSQL(relations.source.relations.facts as Relation, source, evidence);
  const filter = onceForEachFact as unknown as AnyRelationsFilter;
  const passing = relationsFilterToSQL(evidence, filter, relations.evidence.relations, relations);
  return sql<number>`(select count(*)::integer from ${evidence} where ${ofSource} and ${passing})`;
};

/** The fact that a row of evidence speaks for. An event is told by its own kind, a relationship by its type. */
function factOf(row: Row): unknown {
  for (const relation of factRelations) {
    const fact = row[relation];
    if (!fact) continue;
    if (relation === 'claim' || relation === 'indicator') brandWithType(fact, factTypes[relation] as never);
    return fact;
  }
  return null;
}

builder.drizzleObjectField(Source, 'facts', t =>
  t.connection(
    {
      type: Fact,
      description:
        'Every fact on record for which the source is evidence, on either side, in the order of the record.',
      extensions: {
        cursor: ['row'],
        pothosDrizzleSelect: (
          args: PageArgs,
          context: Context,
          nested: NestedSelection<Row>,
          selected: SelectedFieldNode,
        ) => {
          const fields = selected();
          const facts = Object.fromEntries(
            factRelations.map(relation => [
              relation,
              nested(true, {
                getType: () => factTypes[relation],
                paths: [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]],
              }),
            ]),
          );
          const page = helpers.getQuery(args, context, () => ({ columns: {} }));
          const wantsPage = ['edges', 'nodes', 'pageInfo'].some(field => fields.has(field));
          return {
            columns: {},
            with: wantsPage ? { facts: { ...page, with: facts } } : {},
            extras: fields.has('totalCount') ? { factsCount } : {},
          };
        },
        pothosDrizzleLoaded: (source: Row) => source.facts !== undefined || source.factsCount !== undefined,
      },
      resolve: (source: Row, args, context) => {
        const page = helpers.resolve((source.facts ?? []) as never[], args, context, source);
        const edges = page.edges.map(row => ({ ...row, node: factOf(row as Row) as object }));
        return { ...page, edges, totalCount: source.factsCount };
      },
    },
    totalCount,
  ),
);
