/** The facts, as they are written; curated/format.schema.json tells what each property means. */
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
import type { PartialDate } from '../reference/calendar.ts';

type Value<Vocabulary extends { enumValues: readonly string[] }> = Vocabulary['enumValues'][number];

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
