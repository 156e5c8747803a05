/** The sections of a file of facts, as format.schema.json describes them. */
import type {
  Alliance,
  Claim,
  Entity,
  Event,
  Indicator,
  Leader,
  Organization,
  Relationship,
  Source,
} from '../record/facts.ts';
import type { PartialDate } from '../reference/calendar.ts';

/** A state that is no more: the countries of today come from a package. */
export interface FormerState extends Entity {
  region?: string;
  subregion?: string;
  foundedOn?: PartialDate;
  dissolvedOn: PartialDate;
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
