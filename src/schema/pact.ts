import { builder } from './builder.ts';
import { Fact } from './fact.ts';
import { Obligation } from './obligation.ts';
import { ofSubtype, Relationship } from './relationship.ts';

export const Pact = builder.drizzleNode('relationship', {
  ...ofSubtype('Pact'),
  description:
    'That two are bound to each other: ALLIED_WITH if they are to fight for each other, PACT_WITH if the pact asks for less. One for each time in which the same obligations were in force without a break; where a source gives only the year of a change, the pact before it ends and the next begins in that year.',
  interfaces: [Fact, Relationship],
  fields: t => ({
    obligations: t.field({
      type: [Obligation],
      description:
        'Everything that the two owe each other in that time; empty where the source does not say.',
      select: { columns: { obligations: true } },
      resolve: row => row.obligations,
    }),
  }),
});
