import { brandWithType } from '@pothos/core';
import { onceForEachFact } from '../db/sourceFacts.ts';
import { builder } from './builder.ts';
import type { Row } from './connections.ts';
import { Fact } from './fact.ts';
import { asNodes, relatedConnection } from './relatedConnection.ts';
import { Source } from './source.ts';

/** The relations of evidence that lead to a fact, and the type that its selection is read as. */
const factTypes = {
  relationship: 'Relationship',
  event: 'Event',
  claim: 'Claim',
  indicator: 'Indicator',
} as const;
const factRelations = Object.keys(factTypes) as (keyof typeof factTypes)[];

/** The fact that a row of evidence is about. An event finds its type by `kind`, a relationship by `type`. */
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
  relatedConnection(t, {
    relation: 'facts',
    type: Fact,
    description:
      'Every fact on record for which the source is evidence, for or against, in the order of the record.',
    order: ['id'],
    where: () => onceForEachFact,
    rows: {
      select: nest =>
        Object.fromEntries(
          factRelations.map(relation => [relation, nest(true, asNodes(factTypes[relation]))]),
        ),
      node: factOf,
    },
  }),
);
