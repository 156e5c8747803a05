import type { DrizzleObjectFieldBuilder } from '@pothos/plugin-drizzle';
import type { relations } from '../db/relations.ts';
import type { certainty } from '../db/tables/index.ts';
import { builder } from './builder.ts';
import { Evidence } from './source.ts';
import { describedEnum } from './vocabulary.ts';

type CertaintyValue = (typeof certainty.enumValues)[number];

export const Certainty = describedEnum<CertaintyValue>(
  'Certainty',
  'How well a fact is supported, derived from its evidence; strongest first.',
  {
    ESTABLISHED: 'Several independent sources say so in their own voice, or an authoritative record does.',
    REPORTED: 'At least one source says so in its own voice.',
    ALLEGED: 'It rests only on what a party says.',
    DISPUTED: 'Sources contradict each other; the evidence shows both sides.',
    CODED: 'A machine coded it from news, and nobody has reviewed it.',
  },
);

/** The description of each field, on every type of fact. */
export const factDescriptions = {
  certainty: 'How well the evidence supports it.',
  evidence: 'Every source that speaks for or against it, and who says so inside that source. Never empty.',
  independentSources:
    'How many distinct origins support it: five papers that print one agency report are one origin.',
  knownFrom:
    'When it entered the record: the first publication of its evidence, or when a correction was made.',
  knownUntil: 'When it was superseded or retracted; null while it stands.',
};

export const Fact = builder.interfaceRef<object>('Fact').implement({
  description:
    'Something held to be true for a time, on evidence. A fact never changes: a correction supersedes it and has an id of its own.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: t => ({
    certainty: t.field({ type: Certainty, description: factDescriptions.certainty }),
    evidence: t.field({ type: [Evidence], description: factDescriptions.evidence }),
    independentSources: t.int({ description: factDescriptions.independentSources }),
    knownFrom: t.field({ type: 'DateTime', description: factDescriptions.knownFrom }),
    knownUntil: t.field({ type: 'DateTime', nullable: true, description: factDescriptions.knownUntil }),
  }),
});

type Types = typeof builder.$inferSchemaTypes;
type Tables = typeof relations;
/**
 * The fields of a fact, for a type whose table has the columns of a fact and a relation `evidence`.
 *
 * @param t the field builder of a type on `relationship`, `claim` or `indicator`
 */
export function factFields(t: { table: string }) {
  // These columns come from one definition, so a builder for one of the tables serves them all.
  const fact = t as DrizzleObjectFieldBuilder<Types, Tables['claim'], never>;
  return {
    certainty: fact.expose('certainty', { type: Certainty, description: factDescriptions.certainty }),
    evidence: fact.relation('evidence', {
      type: Evidence,
      description: factDescriptions.evidence,
      query: { orderBy: { id: 'asc' } },
    }),
    independentSources: fact.exposeInt('independentSources', {
      description: factDescriptions.independentSources,
    }),
    knownFrom: fact.expose('knownFrom', { type: 'DateTime', description: factDescriptions.knownFrom }),
    knownUntil: fact.expose('knownUntil', {
      type: 'DateTime',
      nullable: true,
      description: factDescriptions.knownUntil,
    }),
  };
}
