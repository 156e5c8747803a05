import { sql } from 'drizzle-orm';
import { integer, pgView } from 'drizzle-orm/pg-core';

/**
 * The offices of an event's country that were or may have been held, as far as sources vouch, on the day when the event
 * began: of a start that is known to its month or year, the first day that it can have been. None where it has no country,
 * or no known start. On record with an event that stands is what is on record now; with a superseded version, what was
 * until then.
 */
export const eventOffice = pgView('event_office', {
  eventId: integer('event_id').notNull(),
  relationshipId: integer('relationship_id').notNull(),
}).as(sql`
  select event.entity_id as event_id, office.relationship_id
  from event
  join adjacency as office on office.entity_id = event.country_id
    and office.type = 'HOLDS_OFFICE' and office.direction = 'INCOMING'
    and office.held_from <= event.starts_on and office.held_until > event.starts_on
    and office.known_from < coalesce(event.known_until, 'infinity')
    and office.known_until >= coalesce(event.known_until, 'infinity')
  where event.starts_on < 'infinity'`);
