import type { endState, officeBasis } from '../db/tables/index.ts';
import type { RelationshipType } from '../db/tables/relationshipTypes.ts';

/** What a sentence about a relationship is made from. */
export type Told = {
  type: RelationshipType;
  endState: (typeof endState.enumValues)[number];
  title: string | null;
  basis: (typeof officeBasis.enumValues)[number] | null;
};

/** What the subject does to the object, while it lasts and once it is over. */
const verbs: Record<Exclude<RelationshipType, 'HOLDS_OFFICE'>, [now: string, then: string]> = {
  MEMBER_OF: ['is a member of', 'was a member of'],
  PARTICIPATED_IN: ['takes part in', 'took part in'],
  ALLIED_WITH: ['is allied with', 'was allied with'],
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

/**
 * One relationship as a clause: 'Russia controls Wagner Group', 'Abdourahmane Tchiani claims to be Leader of
 * Niger'.
 *
 * @param subject the subject's name
 * @param object the object's name
 */
export function clause({ type, endState, title, basis }: Told, subject: string, object: string): string {
  const over = endState === 'ENDED';
  if (type !== 'HOLDS_OFFICE') return `${subject} ${verbs[type][over ? 1 : 0]} ${object}`;
  const office = `${title} of ${object}`;
  if (basis === 'CLAIMED') return `${subject} ${over ? 'claimed' : 'claims'} to be ${office}`;
  const inFact = basis === 'DE_FACTO' ? ' in fact' : '';
  return `${subject} ${over ? 'was' : 'is'}${inFact} ${office}`;
}
