import { sql } from 'drizzle-orm';
import { date, index, integer, primaryKey, smallint, snakeCase } from 'drizzle-orm/pg-core';
import { instant } from './dates.ts';
import { certainty, direction, entityKind, relationshipType, stance } from './vocabulary.ts';

/**
 * A relationship as seen from one of its ends: two rows for each relationship, kept by triggers on it, with
 * everything that connections and traversals filter and order by, so that they read one index and no other
 * table. `direction` is OUTGOING at the subject, INCOMING at the object, ANY at both ends of a symmetric
 * type. The period runs from `heldFrom` to the day before `heldUntil`, and what is on record ends at
 * infinity: plain columns that an index can carry and a scan can compare cheaply. `prominence` is the
 * counterpart's, as defined by `degree`; 0 if the tie is CODED.
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
    // traversal along machine-coded ties, when asked for
    index('adjacency_coded_walk_idx').on(t.entityId, t.counterpartId).where(sql`certainty = 'CODED'`),
  ],
);
