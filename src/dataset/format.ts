/** The sections of a file of facts, as format.schema.json describes them; each property's meaning is told there. */
import type {
  allianceType,
  endState,
  eventType,
  evidenceStance,
  membershipStatus,
  officeBasis,
  officeEntry,
  officeExit,
  officeRank,
  organizationType,
  participantRole,
  relationshipType,
  sourceType,
  verification,
} from '../db/tables/vocabulary.ts';

type Value<Vocabulary extends { enumValues: readonly string[] }> = Vocabulary['enumValues'][number];

/** `2023`, `2023-07` or `2023-07-26`. */
export type PartialDate = string;

export interface Period {
  start?: PartialDate;
  end?: PartialDate;
  endState?: Value<typeof endState>;
  text?: string;
}

export interface Evidence {
  source: string;
  stance?: Value<typeof evidenceStance>;
  attributedTo?: string;
  quote?: string;
  locator?: string;
}

export interface Source {
  slug: string;
  type: Value<typeof sourceType>;
  title: string;
  publisher?: string;
  authors?: string[];
  publishedOn?: PartialDate;
  url?: string;
  licence?: string;
  citation?: string;
  origin?: string;
  machineCoded?: boolean;
  coverage?: Period;
}

export interface Entity {
  slug: string;
  name: string;
  aliases?: string[];
  summary?: string;
}

export interface Country extends Entity {
  iso2?: string;
  iso3?: string;
  region?: string;
  subregion?: string;
  capital?: string;
  latitude?: number;
  longitude?: number;
  foundedOn?: PartialDate;
  dissolvedOn?: PartialDate;
}

/** A state that is no more: the countries that are there come from a package. */
export interface FormerState extends Entity {
  region?: string;
  subregion?: string;
  foundedOn?: PartialDate;
  dissolvedOn: PartialDate;
}

export interface Leader extends Entity {
  bornOn?: PartialDate;
  diedOn?: PartialDate;
}

export interface Organization extends Entity {
  type: Value<typeof organizationType>;
  country?: string;
  foundedOn?: PartialDate;
  dissolvedOn?: PartialDate;
}

export interface Alliance extends Entity {
  types: Value<typeof allianceType>[];
  foundedOn?: PartialDate;
  dissolvedOn?: PartialDate;
}

export interface Participant {
  actor: string;
  role: Value<typeof participantRole>;
  evidence?: Evidence[];
}

export interface Event extends Entity {
  type: Value<typeof eventType>;
  mode?: string;
  period: Period;
  deadline?: PartialDate;
  country?: string;
  place?: string;
  partOf?: string[];
  respondsTo?: string[];
  participants?: Participant[];
  evidence: Evidence[];
}

export interface Relationship {
  subject: string;
  type: Value<typeof relationshipType>;
  object: string;
  period: Period;
  summary?: string;
  title?: string;
  rank?: Value<typeof officeRank>;
  basis?: Value<typeof officeBasis>;
  entry?: Value<typeof officeEntry>;
  exit?: Value<typeof officeExit>;
  status?: Value<typeof membershipStatus>;
  evidence: Evidence[];
}

export interface Claim {
  slug: string;
  text: string;
  quote?: string;
  speaker: string;
  madeOn?: PartialDate;
  verification?: Value<typeof verification>;
  about?: string[];
  event?: string;
  evidence: Evidence[];
}

export interface Indicator {
  country: string;
  code: string;
  name: string;
  value: number;
  unit: string;
  period: Period;
  claim?: string;
  evidence: Evidence[];
}

/** One file of facts. */
export interface Facts {
  sources?: Source[];
  leaders?: Leader[];
  organizations?: Organization[];
  alliances?: Alliance[];
  countries?: { slug: string; aliases: string[] }[];
  formerStates?: FormerState[];
  events?: Event[];
  relationships?: Relationship[];
  claims?: Claim[];
  indicators?: Indicator[];
}
