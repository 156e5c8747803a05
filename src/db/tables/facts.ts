import { sql } from 'drizzle-orm';
import { smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './dates.ts';
import { certainty } from './vocabulary.ts';

/**
 * What every fact has. A fact is never changed: a correction ends its `knownUntil` and adds another row.
 * `fingerprint` is the md5 of its content, evidence included, so that the same fact loaded twice is one fact;
 * `collection` names who loaded it, so that only its own collection can supersede it.
 */
export const factColumns = () => ({
  certainty: certainty().notNull(),
  independentSources: smallint().notNull(),
  knownFrom: instant().notNull(),
  knownUntil: instant(),
  fingerprint: uuid().notNull(),
  collection: text().notNull(),
});

/** The record runs forward: nothing is superseded before it was known. */
export const knownForwards = sql`known_until >= known_from`;

/** Facts on record now. */
export const onRecord = sql`known_until is null`;
