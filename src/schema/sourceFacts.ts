import { brandWithType } from '@pothos/core';
import { drizzleConnectionHelpers } from '@pothos/plugin-drizzle';
import type { NestedSelection, SelectedFieldNode } from '@pothos/selection-mapper';
import { countOf } from '../db/count.ts';
import { onceForEachFact } from '../db/sourceFacts.ts';
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

const helpers = drizzleConnectionHelpers(builder, 'evidence', {
  query: () => ({ where: onceForEachFact, orderBy: { id: 'asc' } }),
});

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
            extras: fields.has('totalCount')
              ? { factsCount: countOf('source', 'facts', onceForEachFact) }
              : {},
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
