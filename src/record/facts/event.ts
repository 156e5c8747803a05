import { type Static, Type } from 'typebox';
import { eventOutcome, eventType, participantRole } from '../../db/tables/vocabulary.ts';
import { entityProperties } from './entity.ts';
import { evidenceList } from './evidence.ts';
import { period } from './period.ts';
import { described, object, partialDate, reference, rule, slug, text } from './values.ts';

export const participant = object('An actor that took part in the event.', {
  actor: reference('actor', 'Slug of a country, leader, organization or alliance.'),
  role: Type.Enum(participantRole.enumValues, { description: 'The part it played.' }),
  evidence: Type.Optional(
    described(
      evidenceList,
      "Evidence that it took part in this role. Leave it out when the event's own evidence says so.",
    ),
  ),
});
export type Participant = Static<typeof participant>;

const events = (description: string) =>
  Type.Optional(Type.Array(reference('EVENT', 'Slug of an event.'), { uniqueItems: true, description }));

export const event = object(
  'Something that happened.',
  {
    ...entityProperties,
    type: Type.Enum(eventType.enumValues, {
      description: "One of PLOVER's event classes, or COUP, ELECTION, APPOINT or STATEMENT.",
    }),
    mode: Type.Optional(
      described(slug, 'Finer than the type, such as ultimatum, house-arrest or phone-call.'),
    ),
    outcome: Type.Optional(
      Type.Enum(eventOutcome.enumValues, {
        description: 'How an attempt came out. A COUP must have it: UNDECIDED where no source says.',
      }),
    ),
    period: described(period, 'When it happened.'),
    deadline: Type.Optional(
      described(
        partialDate,
        "The day on or before which a threat, offer or order expires; period.text keeps the source's words.",
      ),
    ),
    country: Type.Optional(
      reference(
        'COUNTRY',
        'Slug of the country it happened in or is about: the one whose timeline it belongs to.',
      ),
    ),
    place: Type.Optional(described(text, 'Where it happened.')),
    partOf: events('The events that this one is part of.'),
    respondsTo: events('The events that this one answers.'),
    participants: Type.Optional(
      Type.Array(participant, {
        description: 'Who took part. Those whom the source does not name belong in the summary.',
      }),
    ),
    evidence: described(evidenceList, 'Evidence that it happened, at least one piece.'),
  },
  rule({ properties: { type: { const: 'COUP' } } }, { required: ['outcome'] }),
);
export type Event = Static<typeof event>;
