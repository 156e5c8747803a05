import { type SQL, sql } from 'drizzle-orm';
import type { entityKind, obligation, relationshipType, stance } from './vocabulary.ts';

export type EntityKind = (typeof entityKind.enumValues)[number];
export type RelationshipType = (typeof relationshipType.enumValues)[number];
export type Stance = (typeof stance.enumValues)[number];
export type Obligation = (typeof obligation.enumValues)[number];

type Ends = { subjects: EntityKind[]; objects: EntityKind[] };

const actors: EntityKind[] = ['COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE'];
const bodies: EntityKind[] = ['COUNTRY', 'ORGANIZATION', 'ALLIANCE'];
const betweenActors: Ends[] = [{ subjects: actors, objects: actors }];
const betweenEvents: Ends[] = [{ subjects: ['EVENT'], objects: ['EVENT'] }];

/**
 * What each type of relationship means for the graph: its stance, whether it reads the same from both ends
 * (then it is stored once), and which kinds may be at its ends. The table's columns and constraints and
 * the loader's messages are made from this.
 */
export const relationshipTypes: Record<
  RelationshipType,
  { stance: Stance; symmetric: boolean; ends: Ends[] }
> = {
  HOLDS_OFFICE: { stance: 'NEUTRAL', symmetric: false, ends: [{ subjects: ['LEADER'], objects: bodies }] },
  MEMBER_OF: {
    stance: 'COOPERATIVE',
    symmetric: false,
    ends: [{ subjects: actors, objects: ['ALLIANCE', 'ORGANIZATION'] }],
  },
  PARTICIPATED_IN: { stance: 'NEUTRAL', symmetric: false, ends: [{ subjects: actors, objects: ['EVENT'] }] },
  ALLIED_WITH: { stance: 'COOPERATIVE', symmetric: true, ends: betweenActors },
  PACT_WITH: { stance: 'COOPERATIVE', symmetric: true, ends: betweenActors },
  PARTNERS_WITH: { stance: 'COOPERATIVE', symmetric: true, ends: betweenActors },
  SUPPORTS: { stance: 'COOPERATIVE', symmetric: false, ends: betweenActors },
  AIDS: { stance: 'COOPERATIVE', symmetric: false, ends: betweenActors },
  EMPLOYS: { stance: 'COOPERATIVE', symmetric: false, ends: betweenActors },
  RECOGNIZES: { stance: 'COOPERATIVE', symmetric: false, ends: betweenActors },
  OPPOSES: { stance: 'HOSTILE', symmetric: false, ends: betweenActors },
  SANCTIONS: { stance: 'HOSTILE', symmetric: false, ends: betweenActors },
  THREATENS: { stance: 'HOSTILE', symmetric: false, ends: betweenActors },
  DETAINS: { stance: 'HOSTILE', symmetric: false, ends: [{ subjects: actors, objects: ['LEADER'] }] },
  FIGHTS: { stance: 'HOSTILE', symmetric: true, ends: betweenActors },
  OVERTHREW: { stance: 'HOSTILE', symmetric: false, ends: betweenActors },
  RIVAL_OF: { stance: 'HOSTILE', symmetric: true, ends: betweenActors },
  BORDERS: { stance: 'NEUTRAL', symmetric: true, ends: [{ subjects: ['COUNTRY'], objects: ['COUNTRY'] }] },
  PART_OF: {
    stance: 'NEUTRAL',
    symmetric: false,
    ends: [...betweenEvents, { subjects: bodies, objects: bodies }],
  },
  RESPONDS_TO: { stance: 'NEUTRAL', symmetric: false, ends: betweenEvents },
  CONTROLS: { stance: 'NEUTRAL', symmetric: false, ends: betweenActors },
};

/** The types of a pact: those that have obligations. */
export const pactTypes = ['ALLIED_WITH', 'PACT_WITH'] as const satisfies RelationshipType[];

/** What binds two to fight for each other: ALLIED_WITH has one of these, or its source does not say; PACT_WITH has none. */
export const obligationsToFight: Obligation[] = ['DEFENSE', 'OFFENSE'];

/** Whether a relationship of `type` may run from a `subject` kind to an `object` kind. */
export function endsFit(type: RelationshipType, subject: EntityKind, object: EntityKind): boolean {
  return relationshipTypes[type].ends.some(
    ({ subjects, objects }) => subjects.includes(subject) && objects.includes(object),
  );
}

const entries = Object.entries(relationshipTypes) as [
  RelationshipType,
  (typeof relationshipTypes)[RelationshipType],
][];
const list = (values: string[]) => `(${values.map(value => `'${value}'`).join(', ')})`;

/** Column `type` → the stance, as SQL. */
export const stanceOfType: SQL = sql.raw(
  `case ${(['COOPERATIVE', 'HOSTILE'] as const)
    .map(stance => {
      const types = entries.filter(([, rule]) => rule.stance === stance).map(([type]) => type);
      return `when type in ${list(types)} then '${stance}'::stance`;
    })
    .join(' ')} else 'NEUTRAL'::stance end`,
);

/** Column `type` → whether it reads the same from both ends, as SQL. */
export const typeIsSymmetric: SQL = sql.raw(
  `type in ${list(entries.filter(([, rule]) => rule.symmetric).map(([type]) => type))}`,
);

/** Columns `type`, `subject_kind`, `object_kind` → whether such a relationship is allowed, as SQL. */
export const kindsFitType: SQL = sql.raw(
  `case type ${entries
    .map(([type, { ends }]) => {
      const alternatives = ends.map(
        ({ subjects, objects }) => `subject_kind in ${list(subjects)} and object_kind in ${list(objects)}`,
      );
      return `when '${type}' then ${alternatives.join(' or ')}`;
    })
    .join(' ')} end`,
);

/** Columns `type`, `obligations` → whether such a relationship can ask that of the two, as SQL. */
export const obligationsFitType: SQL = sql.raw(
  `cardinality(obligations) = 0 or type in ${list([...pactTypes])} and (type = 'ALLIED_WITH') = (obligations && '{${obligationsToFight}}'::obligation[])`,
);
