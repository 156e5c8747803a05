import type { officeBasis, officeRank } from '../db/tables/index.ts';
import type { EntityKind, RelationshipType } from '../db/tables/relationshipTypes.ts';

/** What a sentence about a relationship is made from. */
export type Told = {
  type: RelationshipType;
  title: string | null;
  rank: (typeof officeRank.enumValues)[number] | null;
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

/** How a relationship stands on the day that a sentence is about. Dates are YYYY, YYYY-MM or YYYY-MM-DD. */
export type Standing =
  | 'HELD'
  /** It was over, or had not begun. */
  | 'NOT_HELD'
  /** It began on that date, which may be after the day. */
  | { from: string }
  /** It held on that date; nobody says since when. */
  | { by: string }
  /** It ended on that date, which may be before the day. */
  | { until: string }
  /** It held on that date; nobody says for how long. */
  | { atLeastUntil: string };

/** An end of a relationship, as a sentence names it. */
export interface Named {
  kind: EntityKind;
  name: string;
}

/**
 * One relationship as a clause, in the present tense only if it held on the day: 'Russia controls Wagner Group', 'Joe Biden was
 * the effective leader of the United States until at least March 2021'.
 */
export function clause(told: Told, subject: Named, object: Named, standing: Standing): string {
  const said = statement(told, inText(subject), inText(object), standing !== 'HELD');
  if (typeof standing === 'string') return said;
  const [[how, date]] = Object.entries(standing) as [[keyof typeof prepositions, string]];
  return `${said} ${prepositions[how]} ${inWords(date)}`;
}

const prepositions = { from: 'from', by: 'by', until: 'until', atLeastUntil: 'until at least' };

function statement(
  { type, title, rank, basis }: Told,
  subject: string,
  object: string,
  over: boolean,
): string {
  if (type !== 'HOLDS_OFFICE') return `${subject} ${verbs[type][over ? 1 : 0]} ${object}`;
  const office = `${rank === 'EFFECTIVE_LEADER' ? 'the effective leader' : title} of ${object}`;
  if (basis === 'CLAIMED') return `${subject} ${over ? 'claimed' : 'claims'} to be ${office}`;
  const inFact = basis === 'DE_FACTO' && rank !== 'EFFECTIVE_LEADER' ? ' de facto' : '';
  return `${subject} ${over ? 'was' : 'is'}${inFact} ${office}`;
}

/** Names of countries that English gives an article: those with a common noun in them, and plurals. */
const withArticle =
  /\b(United|Republic|Kingdom|Union|Empire|Federation|Emirates|Islands|Isles?|Lands|Territor(y|ies)|States?)\b|^(Bahamas|Comoros|DR Congo|Gambia|Maldives|Netherlands|Philippines|Seychelles|Two Sicilies)$/;

const inText = ({ kind, name }: Named) =>
  kind === 'COUNTRY' && withArticle.test(name) ? `the ${name}` : name;

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
