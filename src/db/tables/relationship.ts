import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, snakeCase, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { daterange, periodColumns, periodIsWhole } from './dates.ts';
import { factColumns, knownForwards, onRecord } from './facts.ts';
import { kindsFitType, obligationsFitType, stanceOfType, typeIsSymmetric } from './relationshipTypes.ts';
import {
  entityKind,
  membershipStatus,
  obligation,
  officeBasis,
  officeEntry,
  officeExit,
  officeRank,
  participantRole,
  relationshipType,
  stance,
} from './vocabulary.ts';

/** Every edge of the graph, participation in events included. A symmetric type is stored once. */
export const relationship = snakeCase.table(
  'relationship',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    type: relationshipType().notNull(),
    subjectId: integer().notNull(),
    subjectKind: entityKind().notNull(),
    objectId: integer().notNull(),
    objectKind: entityKind().notNull(),
    stance: stance().notNull().generatedAlwaysAs(stanceOfType),
    symmetric: boolean().notNull().generatedAlwaysAs(typeIsSymmetric),
    ...periodColumns(),
    // The time in which both ends existed, kept by follow_lifetimes(): the relationship held at no other.
    lifetime: daterange().notNull().default(sql`'(,)'`),
    // The first and the last day that an unknown start or end can have been, kept by follow_successions().
    startNoEarlierThan: date({ mode: 'string' }),
    endNoLaterThan: date({ mode: 'string' }),
    summary: text(),
    title: text(),
    rank: officeRank(),
    basis: officeBasis(),
    entry: officeEntry(),
    exit: officeExit(),
    // The versions of the events that began and ended an office.
    begunById: integer(),
    endedById: integer(),
    status: membershipStatus(),
    role: participantRole(),
    // Empty where the source does not say.
    obligations: obligation().array().notNull().default(sql`'{}'`),
    ...factColumns(),
  },
  t => [
    // A trigger checks once per statement that both ends are entities of these kinds, and that what began or ended an
    // office is an event: foreign keys, which are checked for each row, took a quarter of the time of a bulk load.
    check('relationship_kinds_fit_type', kindsFitType),
    check('relationship_has_two_ends', sql`subject_id <> object_id`),
    check(
      'relationship_columns_fit_type',
      sql`(type = 'HOLDS_OFFICE') = (title is not null)
        and (type = 'HOLDS_OFFICE') = (rank is not null)
        and (type = 'HOLDS_OFFICE') = (basis is not null)
        and (type = 'HOLDS_OFFICE' or (entry is null and exit is null and begun_by_id is null and ended_by_id is null))
        and (type = 'MEMBER_OF') = (status is not null)
        and (type = 'PARTICIPATED_IN') = (role is not null)`,
    ),
    check('relationship_obligations_fit_type', obligationsFitType),
    check('relationship_period_is_whole', periodIsWhole),
    check('relationship_known_forwards', knownForwards),
    // Event.officesBegun, Event.officesEnded
    index('relationship_begun_by_idx').on(t.begunById).where(sql`begun_by_id is not null`),
    index('relationship_ended_by_idx').on(t.endedById).where(sql`ended_by_id is not null`),
    // facts of a collection on record; no fact twice
    // node: facts that are not on record any more
    index('relationship_superseded_idx').on(t.fingerprint).where(sql`known_until is not null`),
    uniqueIndex('relationship_collection_idx').on(t.collection, t.fingerprint).where(onRecord),
  ],
);
