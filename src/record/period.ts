import { firstDay, lastDay, type PartialDate } from '../reference/calendar.ts';
import type { Attestation } from './attestation.ts';
import type { Period } from './facts.ts';

/** What sources vouch for as the columns of a fact, beside those of its period. */
export const attestationColumns = ({ from, until, never }: Attestation) => ({
  attestedFrom: from,
  attestedUntil: until,
  isAttested: !never,
});

/** The period as the columns of a fact: the days it may have covered, and how precisely the source gave them. */
export function periodColumns({ start, end, endState, text }: Period) {
  return {
    period: `[${start ? firstDay(start) : ''},${end ? lastDay(end) : ''}]`,
    startPrecision: precisionOf(start),
    endPrecision: precisionOf(end),
    endState: endState ?? ('ENDED' as const),
    periodText: text,
  };
}

function precisionOf(date: PartialDate | undefined): 'YEAR' | 'MONTH' | 'DAY' | undefined {
  if (date === undefined) return undefined;
  return date.length === 4 ? 'YEAR' : date.length === 7 ? 'MONTH' : 'DAY';
}
