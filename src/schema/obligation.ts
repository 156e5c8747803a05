import { type Obligation as ObligationValue, pactTypes } from '../db/tables/relationshipTypes.ts';
import type { AdjacencyFilter } from './adjacency.ts';
import { describedEnum } from './vocabulary.ts';

export const Obligation = describedEnum<ObligationValue>(
  'Obligation',
  'What a pact asks of the two, in the terms of the Alliance Treaty Obligations and Provisions project (ATOP).',
  {
    DEFENSE: 'To fight for a partner that is attacked.',
    OFFENSE: 'To fight alongside a partner that attacks.',
    NEUTRALITY: "To stay out of a partner's wars.",
    NONAGGRESSION: 'Not to attack each other.',
    CONSULTATION: 'To consult with each other in a crisis.',
  },
);

/** Ties that ask at least one of these. Of adjacency, the type already leaves out what cannot. */
export const obliging = (obligations: readonly ObligationValue[]): AdjacencyFilter =>
  obligations.length === 0
    ? { type: { in: [] } }
    : { type: { in: [...pactTypes] }, relationship: { obligations: { arrayOverlaps: [...obligations] } } };
