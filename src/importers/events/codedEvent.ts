/**
 * Events machine-coded from news, one per row: what the streams are read into before they are written in
 * bulk.
 */
import type { organizationType } from '../../db/tables/vocabulary.ts';

/** An actor as a stream names it. */
export interface CodedActor {
  /** The stream's name for it, tidied: the name of its entity if there is none of that name yet. */
  name: string;
  /** The slug of the country, if the actor is a country itself. */
  country?: string;
  /** Set if it is a person, as far as the stream or the name tells. */
  person?: boolean;
  /** What may be no more than the family name of one who leads its home. */
  surname?: string;
  /** What sort of body it is, if it is neither a country nor a person; OTHER if the stream does not say. */
  type: (typeof organizationType.enumValues)[number];
  /** The slug of the country that the body belongs to, if the stream says so. */
  home?: string;
}

export interface CodedEvent {
  /**
   * The key of the row within its stream: cited as evidence, and what makes it the same event in the next
   * import.
   */
  key: string;
  /** The day it happened, YYYY-MM-DD. */
  day: string;
  /** When the stream published it, if the row says so. */
  publishedAt?: Date;
  /** CAMEO's code: two to four digits. */
  cameo: string;
  /** Who did it. There is a source or a target, or both. */
  source?: CodedActor;
  /** To whom it was done. */
  target?: CodedActor;
  /** The slug of the country where it happened, if the row says so. */
  country?: string;
  /** Where in the country, in words. */
  place?: string;
}
