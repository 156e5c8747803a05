import { type Static, Type } from 'typebox';
import { obligationsToFight, pactTypes, type RelationshipType } from '../../db/tables/relationshipTypes.ts';
import {
  membershipStatus,
  obligation,
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

/** The obligations that are less than to fight. */
const toLess = obligation.enumValues.filter(one => !obligationsToFight.includes(one));

export const relationship = object(
  'A tie between two entities. Participation and the ties between events are written with the events.',
  {
    subject: reference('entity', 'Slug of the entity from which the relationship runs.'),
    type: Type.Unsafe<RelationshipType>({
      enum: relationshipType.enumValues.filter(type => !derived.includes(type)),
      description:
        'What the subject is or does to the object. ALLIED_WITH, PACT_WITH, PARTNERS_WITH, FIGHTS and RIVAL_OF read the same both ways: write them once. Borders come from the package world-countries.',
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
    obligations: Type.Optional(
      Type.Array(Type.Enum(obligation.enumValues), {
        minItems: 1,
        uniqueItems: true,
        description:
          'ALLIED_WITH and PACT_WITH: what the two owe each other, in the terms of ATOP. Leave it out when the source does not say.',
      }),
    ),
    evidence: described(evidenceList, 'Evidence that it held, at least one piece.'),
  },
  {
    allOf: [
      onlyOf(['HOLDS_OFFICE'], {
        required: ['title', 'rank', 'basis'],
        optional: ['entry', 'exit', 'begunBy', 'endedBy'],
      }),
      onlyOf(['MEMBER_OF'], { required: ['status'], optional: [] }),
      onlyOf(pactTypes, { required: [], optional: ['obligations'] }),
      obligationsOf('ALLIED_WITH', {
        not: { type: 'array', items: { enum: toLess } },
        description: `ALLIED_WITH has ${obligationsToFight.join(' or ')} among them.`,
      }),
      obligationsOf('PACT_WITH', {
        not: { type: 'array', contains: { enum: obligationsToFight } },
        description: `PACT_WITH has neither ${obligationsToFight.join(' nor ')}.`,
      }),
    ],
  },
);
export type Relationship = Static<typeof relationship>;

/** The rule that relationships of these types, and no others, have these properties. */
function onlyOf(
  types: readonly RelationshipType[],
  { required, optional }: { required: string[]; optional: string[] },
) {
  const description = `Only a relationship of type ${types.join(' or ')} has this.`;
  return rule(
    { properties: { type: { enum: types } } },
    { required },
    {
      properties: Object.fromEntries(
        [...required, ...optional].map(property => [property, { not: {}, description }]),
      ),
    },
  );
}

/** The rule for the obligations of relationships of the type. */
function obligationsOf(type: RelationshipType, obligations: object) {
  return rule({ properties: { type: { const: type } } }, { properties: { obligations } });
}
