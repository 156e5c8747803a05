import { type SQL, sql } from 'drizzle-orm';
import type { eventType, quadClass } from './vocabulary.ts';

type EventType = (typeof eventType.enumValues)[number];
type QuadClass = (typeof quadClass.enumValues)[number];

/**
 * PLOVER's quad classes (PLOVER manual 0.8, 2021, section "Quad categories"). Of the four types that PLOVER
 * does not have, a coup is material conflict; the others are neither cooperation nor conflict.
 */
const quadClasses: Record<QuadClass, EventType[]> = {
  VERBAL_COOPERATION: ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'],
  MATERIAL_COOPERATION: ['COOPERATE', 'AID', 'RETREAT'],
  VERBAL_CONFLICT: ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  MATERIAL_CONFLICT: ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'COUP'],
};

/** The SQL expression that gives the quad class of the event type in `column`, null if it has none. */
export function quadClassOf(column: string): SQL {
  const branches = Object.entries(quadClasses).map(
    ([quadClass, types]) =>
      `when ${column} in (${types.map(type => `'${type}'`).join(', ')}) then '${quadClass}'::quad_class`,
  );
  return sql.raw(`case ${branches.join(' ')} end`);
}
