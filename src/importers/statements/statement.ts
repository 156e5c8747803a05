/**
 * What the rows of a dataset say, in terms of the graph, before it is compared with what other datasets say.
 */

import { type Obligation, relationshipTypes } from '../../db/tables/relationshipTypes.ts';
import type { organizationType } from '../../db/tables/vocabulary.ts';
import type { Period, Relationship } from '../../record/facts.ts';
import type { PartialDate } from '../../reference/calendar.ts';
import type { StateSystem } from '../../reference/states.ts';

interface Common {
  /** Unique within the dataset, and the same for the same thing in its next version. */
  key: string;
  /** The keys of the rows that say it; each is a piece of evidence. Never empty. */
  locators: string[];
}

/**
 * A period as a dataset gives it. If its coding stopped before the end, `openAt` is when, `endState` is
 * UNKNOWN and `text` says so in words.
 */
export type CodedPeriod = Period & { openAt?: PartialDate };

/** That somebody led a country: a spell in the effective leadership of a state. */
export interface LeaderSpell extends Common {
  kind: 'LEADER_SPELL';
  leader: {
    /** The dataset's own identifier of the person. */
    id: string;
    /** As the dataset writes it, often only the family name. */
    name: string;
    /** The name in full, if the dataset has it. */
    fullName?: string;
    bornOn?: PartialDate;
    diedOn?: PartialDate;
  };
  /** The slug of the country. */
  country: string;
  period: CodedPeriod;
  entry?: Relationship['entry'];
  exit?: Relationship['exit'];
  /** That the exit was a removal by the country's military: what others code as a successful coup. */
  removedByMilitary?: boolean;
}

/** A party to a tie: a country by its slug, or an organization that the dataset names. */
export type Party =
  | { country: string }
  | {
      organization: {
        /** Kebab-case; the same for the same organization in every dataset, as far as names can tell. */
        slug: string;
        name: string;
        aliases?: string[];
        type: (typeof organizationType.enumValues)[number];
        /** The slug of its country, if the dataset says. */
        country?: string;
        summary?: string;
      };
    };

/** The slug of a party's entity. */
export const slugOfParty = (party: Party): string =>
  'country' in party ? party.country : party.organization.slug;

/** That two parties are tied: by alliance, rivalry, armed conflict, or support in one. */
export interface TieStatement extends Common {
  kind: 'TIE';
  subject: Party;
  type: Relationship['type'];
  object: Party;
  period: CodedPeriod;
  /** Of a pact: what the two owe each other, if the dataset says. */
  obligations?: Obligation[];
  /** What the dataset says about it beyond its type, in a short sentence: `Strategic rivalry: spatial.` */
  summary?: string;
}

/** The slugs of a tie's subject and object; of a symmetric one in their order, because either may come first. */
export function endsOf({ type, subject, object }: TieStatement): [string, string] {
  const ends = [slugOfParty(subject), slugOfParty(object)] as [string, string];
  return relationshipTypes[type].symmetric ? (ends.sort() as [string, string]) : ends;
}

/** That a coup was attempted. */
export interface CoupStatement extends Common {
  kind: 'COUP';
  /** The slug of the country. */
  country: string;
  day: PartialDate;
  successful: boolean;
}

/** That a country was on a list of states: for that time, datasets that build on the list speak of it. */
export interface StateStatement extends Common {
  kind: 'STATE';
  /** The slug of the country. */
  country: string;
  list: StateSystem;
  period: CodedPeriod;
}

export type Statement = LeaderSpell | TieStatement | CoupStatement | StateStatement;

/** A statement and the slug of the source that makes it. */
export interface Stated<S> {
  source: string;
  statement: S;
}
