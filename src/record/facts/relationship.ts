import { type Static, Type } from 'typebox';
import type { RelationshipType } from '../../db/tables/relationshipTypes.ts';
import {
  membershipStatus,
  officeBasis,
  officeEntry,
  officeExit,
  officeRank,
  relationshipType,
} from '../../db/tables/vocabulary.ts';
import { evidenceList } from './evidence.ts';
import { period } from './period.ts';
import { described, object, reference, rule, text } from './values.ts';

// These follow from the events, and from the countries: nobody writes them.
const derived: RelationshipType[] = ['PARTICIPATED_IN', 'RESPONDS_TO', 'BORDERS'];

export const relationship = object(
  'A tie between two entities. Participation and the ties between events are written with the events.',
  {
    subject: reference('entity', 'Slug of the entity from which the relationship runs.'),
    type: Type.Unsafe<RelationshipType>({
      enum: relationshipType.enumValues.filter(type => !derived.includes(type)),
      description:
        'What the subject is or does to the object. ALLIED_WITH, PARTNERS_WITH, FIGHTS and RIVAL_OF read the same both ways: write them once. Borders come from the package world-countries.',
    }),
    object: reference('entity', 'Slug of the entity to which it runs.'),
    period: described(period, 'When it held.'),
    summary: Type.Optional(
      described(text, 'One sentence, in your own words, where the type does not say enough.'),
    ),
    title: Type.Optional(described(text, 'HOLDS_OFFICE: the title of the office.')),
    rank: Type.Optional(
      Type.Enum(officeRank.enumValues, { description: 'HOLDS_OFFICE: the rank of the office.' }),
    ),
    basis: Type.Optional(
      Type.Enum(officeBasis.enumValues, {
        description: 'HOLDS_OFFICE: held in law, held in fact, or claimed. Rival holders stand side by side.',
      }),
    ),
    entry: Type.Optional(
      Type.Enum(officeEntry.enumValues, {
        description: 'HOLDS_OFFICE: how the office was gained, where the source says so.',
      }),
    ),
    exit: Type.Optional(
      Type.Enum(officeExit.enumValues, {
        description: 'HOLDS_OFFICE: how the office was lost, where the source says so.',
      }),
    ),
    begunBy: Type.Optional(
      reference('EVENT', 'HOLDS_OFFICE: slug of the event that began it, where a source ties the two.'),
    ),
    endedBy: Type.Optional(
      reference('EVENT', 'HOLDS_OFFICE: slug of the event that ended it, where a source ties the two.'),
    ),
    status: Type.Optional(
      Type.Enum(membershipStatus.enumValues, {
        description: 'MEMBER_OF: what kind of member the subject is.',
      }),
    ),
    evidence: described(evidenceList, 'Evidence that it held, at least one piece.'),
  },
  {
    allOf: [
      onlyOf('HOLDS_OFFICE', {
        required: ['title', 'rank', 'basis'],
        optional: ['entry', 'exit', 'begunBy', 'endedBy'],
      }),
      onlyOf('MEMBER_OF', { required: ['status'], optional: [] }),
    ],
  },
);
export type Relationship = Static<typeof relationship>;

/** The rule that relationships of the type, and no others, have these properties. */
function onlyOf(type: RelationshipType, { required, optional }: { required: string[]; optional: string[] }) {
  const description = `Only a relationship of type ${type} has this.`;
  return rule(
    { properties: { type: { const: type } } },
    { required },
    {
      properties: Object.fromEntries(
        [...required, ...optional].map(property => [property, { not: {}, description }]),
      ),
    },
  );
}
