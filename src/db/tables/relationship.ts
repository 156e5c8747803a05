import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  primaryKey,
  smallint,
  snakeCase,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, periodColumns, periodIsWhole } from './dates.ts';
import { factColumns, knownForwards, onRecord } from './facts.ts';
import { kindsFitType, stanceOfType, typeIsSymmetric } from './relationshipTypes.ts';
import {
  certainty,
  direction,
  entityKind,
  membershipStatus,
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
    summary: text(),
    title: text(),
    rank: officeRank(),
    basis: officeBasis(),
    entry: officeEntry(),
    exit: officeExit(),
    status: membershipStatus(),
    role: participantRole(),
    ...factColumns(),
  },
  t => [
    // That both ends are entities of these kinds, a trigger holds for each statement: foreign keys, which are checked for each
    // row, took a quarter of the time of a bulk load.
    check('relationship_kinds_fit_type', kindsFitType),
    check('relationship_has_two_ends', sql`subject_id <> object_id`),
    check(
      'relationship_columns_fit_type',
      sql`(type = 'HOLDS_OFFICE') = (title is not null)
        and (type = 'HOLDS_OFFICE') = (rank is not null)
        and (type = 'HOLDS_OFFICE') = (basis is not null)
        and (type = 'HOLDS_OFFICE' or (entry is null and exit is null))
        and (type = 'MEMBER_OF') = (status is not null)
        and (type = 'PARTICIPATED_IN') = (role is not null)`,
    ),
    check('relationship_period_is_whole', periodIsWhole),
    check('relationship_known_forwards', knownForwards),
    // facts of a collection on record; no fact twice
    uniqueIndex('relationship_collection_idx').on(t.collection, t.fingerprint).where(onRecord),
  ],
);

/**
 * A relationship as seen from one of its ends: two rows for each, kept by triggers on `relationship`, with
 * what connections and traversals filter and order by, so that they read one index and no other table.
 * `direction` is OUTGOING at the subject, INCOMING at the object, ANY at both ends of a symmetric type.
 * The period runs from `heldFrom` to the day before `heldUntil`, and what is on record has no end but infinity:
 * plain columns that an index carries and a scan compares cheaply. `prominence` is the counterpart's, as
 * `degree` defines it; 0 where the tie is CODED.
 */
export const adjacency = snakeCase.table(
  'adjacency',
  {
    relationshipId: integer().notNull(),
    entityId: integer().notNull(),
    counterpartId: integer().notNull(),
    counterpartKind: entityKind().notNull(),
    direction: direction().notNull(),
    type: relationshipType().notNull(),
    stance: stance().notNull(),
    certainty: certainty().notNull(),
    prominence: smallint().notNull(),
    heldFrom: date({ mode: 'string' }).notNull(),
    heldUntil: date({ mode: 'string' }).notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    knownFrom: instant().notNull(),
    knownUntil: instant().notNull(),
  },
  t => [
    // Entity.relationships, earliest first
    primaryKey({ columns: [t.entityId, t.startsOn, t.relationshipId] }),
    // leaders, offices, memberships, members, participants, events: one type, earliest first
    index('adjacency_type_starts_on_idx').on(t.entityId, t.type, t.startsOn, t.relationshipId),
    // traversal: adjacency_walk_idx, in the migration that brings it (drizzle has no INCLUDE)
    // traversal along what a machine coded, where it is asked for
    index('adjacency_coded_walk_idx').on(t.entityId, t.counterpartId).where(sql`certainty = 'CODED'`),
  ],
);

/**
 * How many relationships an entity has, superseded ones included, those that a machine coded not: there are many
 * times as many, and traversals leave them out. Its prominence is the power of two that
 * fits in it: traversals rank and estimate by it, and it changes seldom enough to be kept in every row of
 * adjacency that leads to the entity.
 */
export const degree = snakeCase.table('degree', {
  entityId: integer().primaryKey(),
  degree: integer().notNull(),
});
