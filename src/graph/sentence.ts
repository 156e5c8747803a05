import type { officeBasis } from '../db/tables/index.ts';
import type { RelationshipType } from '../db/tables/relationshipTypes.ts';

/** What a sentence about a relationship is made from. */
export type Told = {
  type: RelationshipType;
  title: string | null;
  basis: (typeof officeBasis.enumValues)[number] | null;
};

/** What the subject does to the object, while it lasts and once it is over. */
const verbs: Record<Exclude<RelationshipType, 'HOLDS_OFFICE'>, [now: string, then: string]> = {
  MEMBER_OF: ['is a member of', 'was a member of'],
  PARTICIPATED_IN: ['takes part in', 'took part in'],
  ALLIED_WITH: ['is allied with', 'was allied with'],
  PACT_WITH: ['has a pact with', 'had a pact with'],
  PARTNERS_WITH: ['works with', 'worked with'],
  SUPPORTS: ['supports', 'supported'],
  AIDS: ['aids', 'aided'],
  EMPLOYS: ['employs', 'employed'],
  RECOGNIZES: ['recognizes', 'recognized'],
  OPPOSES: ['opposes', 'opposed'],
  SANCTIONS: ['imposes sanctions on', 'imposed sanctions on'],
  THREATENS: ['threatens', 'threatened'],
  DETAINS: ['detains', 'detained'],
  FIGHTS: ['fights', 'fought'],
  OVERTHREW: ['overthrew', 'overthrew'],
  RIVAL_OF: ['is a rival of', 'was a rival of'],
  BORDERS: ['borders', 'bordered'],
  PART_OF: ['belongs to', 'belonged to'],
  RESPONDS_TO: ['responds to', 'responded to'],
  CONTROLS: ['controls', 'controlled'],
};

/** How a relationship stands on the day that a sentence is about. */
export interface Standing {
  /** Whether sources vouch for that day. */
  held: boolean;
  /** If not, and no source gives its end: the last day they vouch for, YYYY, YYYY-MM or YYYY-MM-DD. */
  attestedUntil?: string | null;
}

/**
 * One relationship as a clause, in the present tense only if it held on the day: 'Russia controls Wagner Group', 'Joe Biden was
 * in fact Effective leader of United States until at least March 2021'.
 *
 * @param subject the subject's name
 * @param object the object's name
 */
export function clause(told: Told, subject: string, object: string, standing: Standing): string {
  const { held, attestedUntil } = standing;
  const until = !held && attestedUntil ? ` until at least ${inWords(attestedUntil)}` : '';
  return `${statement(told, subject, object, !held)}${until}`;
}

function statement({ type, title, basis }: Told, subject: string, object: string, over: boolean): string {
  if (type !== 'HOLDS_OFFICE') return `${subject} ${verbs[type][over ? 1 : 0]} ${object}`;
  const office = `${title} of ${object}`;
  if (basis === 'CLAIMED') return `${subject} ${over ? 'claimed' : 'claims'} to be ${office}`;
  const inFact = basis === 'DE_FACTO' ? ' in fact' : '';
  return `${subject} ${over ? 'was' : 'is'}${inFact} ${office}`;
}

/** '2018', 'March 2021' or 'August 4, 2023'. */
function inWords(date: string): string {
  const parts = {
    year: 'numeric',
    ...(date.length > 4 && { month: 'long' }),
    ...(date.length > 7 && { day: 'numeric' }),
  };
  const format = new Intl.DateTimeFormat('en-US', {
    ...(parts as Intl.DateTimeFormatOptions),
    timeZone: 'UTC',
  });
  return format.format(new Date(date));
}
