/** Events in the order in which they happened: all of them, and those of one actor. */
import type { RelationsFilter } from 'drizzle-orm';
import type { relations } from '../db/relations.ts';
import { heldDuring, onRecord, tieOnRecord, tookPart } from '../db/time.ts';
import { adjacencyConnection } from './adjacency.ts';
import { builder } from './builder.ts';
import { CountryRef, countryWhere } from './country.ts';
import { Actor, EntityRef, entityWhere } from './entity.ts';
import { badUserInput } from './errors.ts';
import { Event, EventType, QuadClass } from './event.ts';
import { Certainty } from './fact.ts';
import { ParticipantRole } from './participation.ts';
import { rootConnection } from './rootConnection.ts';
import { unattestedField } from './time.ts';

const EventFilter = builder.inputType('EventFilter', {
  description: 'Which events. Fields left out do not filter.',
  fields: t => ({
    types: t.field({ type: [EventType], description: 'Only of one of these types.' }),
    modes: t.stringList({ description: 'Only of one of these modes, as in `Event.mode`.' }),
    quadClasses: t.field({ type: [QuadClass], description: 'Only in one of these quad classes.' }),
    from: t.field({
      type: 'Date',
      description:
        'Only what was or may have been under way on that day or later, as far as sources vouch for it.',
    }),
    to: t.field({
      type: 'Date',
      description:
        'Only what was or may have been under way on that day or earlier, as far as sources vouch for it.',
    }),
    countries: t.field({ type: [CountryRef], description: 'Only in one of these countries; at most 100.' }),
    participants: t.field({
      type: [EntityRef],
      description: 'Only where all of these took part, in any role; at most 100.',
    }),
    certainty: t.field({ type: [Certainty], description: 'Only as certain as one of these.' }),
    unattested: unattestedField(t),
    knownAt: t.field({
      type: 'DateTime',
      description: 'Only what was on record at that instant; by default, what is on record now.',
    }),
  }),
});

type Filter = typeof EventFilter.$inferInput;
type EventColumnsFilter = RelationsFilter<(typeof relations)['event'], typeof relations>;

/** The filter over the events themselves. */
function happened(filter: Filter): EventColumnsFilter {
  const { types, modes, quadClasses, from, to, countries, certainty, unattested, knownAt } = filter;
  if (from && to && from > to) {
    throw badUserInput('`from` is after `to`. Give the earlier day as `from`.');
  }
  return {
    AND: [
      onRecord(knownAt),
      types ? { type: { in: types } } : {},
      modes ? { mode: { in: modes } } : {},
      quadClasses ? { quadClass: { in: quadClasses } } : {},
      heldDuring(from, to, unattested).event ?? {},
      // An OR of nothing would filter nothing, but no event is in one of no countries.
      countries ? { country: { OR: [{ id: { in: [] } }, ...countries.map(countryWhere)] } } : {},
      certainty ? { certainty: { in: certainty } } : {},
    ],
  };
}

/** The filters over who took part, one for each who must have. */
const allTookPart = ({ participants, from, to, unattested, knownAt }: Filter) =>
  (participants ?? []).map(ref => tookPart(entityWhere(ref), { first: from, last: to, unattested, knownAt }));

builder.drizzleInterfaceField(Actor, 'events', t =>
  adjacencyConnection(t, {
    relation: 'events',
    description:
      'Events the actor took part in, earliest first; one in which it had two roles is listed twice, and the edge says which.',
    node: { side: 'counterpart', type: Event },
    edge: {
      of: 'ActorEvent',
      name: 'role',
      type: ParticipantRole,
      side: 'relationship',
      column: 'role',
      description: 'The role in which the actor took part.',
    },
    args: {
      filter: t.arg({ type: EventFilter, description: 'Which of them; by default, all on record now.' }),
    },
    where: ({ filter }) => ({
      AND: [
        tieOnRecord(filter?.knownAt),
        heldDuring(filter?.from, filter?.to, filter?.unattested).adjacency ?? {},
        filter ? { counterpart: { event: { AND: [happened(filter), ...allTookPart(filter)] } } } : {},
      ],
    }),
  }),
);

rootConnection('events', {
  type: Event,
  description: 'All events, earliest first; those with an unknown start come last.',
  args: builder.args(t => ({
    filter: t.field({ type: EventFilter, description: 'Which of them; by default, all on record now.' }),
  })),
  table: 'event',
  order: ['startsOn', 'entityId'],
  where: ({ filter }) => ({ AND: [happened(filter ?? {}), ...allTookPart(filter ?? {})] }),
  node: 'entity',
});
