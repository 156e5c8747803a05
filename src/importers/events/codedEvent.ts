/** What a machine coded from news, one row an event, as the streams of events are read before they are written in bulk. */
import type { organizationType } from '../../db/tables/vocabulary.ts';

/** An actor as a stream names it. */
export interface CodedActor {
  /** As the stream names it, tidied: what its entity is called when there is none of that name yet. */
  name: string;
  /** The slug of the country, when the actor is a country itself. */
  country?: string;
  /** What sort of body it is, when it is not a country; OTHER where the stream does not say. */
  type: (typeof organizationType.enumValues)[number];
  /** The slug of the country that the body belongs to, where the stream says so. */
  home?: string;
}

export interface CodedEvent {
  /** The key of the row within its stream: evidence, and what makes it the same event at the next import. */
  key: string;
  /** The day it happened, YYYY-MM-DD. */
  day: string;
  /** When the stream published it, where the row says so. */
  publishedAt?: Date;
  /** CAMEO's code: two to four digits. */
  cameo: string;
  /** Who did it; at least one of the two is there. */
  source?: CodedActor;
  /** To whom it was done. */
  target?: CodedActor;
  /** The slug of the country where it happened, where the row says so. */
  country?: string;
  /** Where within it, in words. */
  place?: string;
}
