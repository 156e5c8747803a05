ALTER TYPE "office_rank" ADD VALUE 'REPRESENTATIVE' BEFORE 'MINISTER';--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "begun_by_id" integer;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "ended_by_id" integer;--> statement-breakpoint
CREATE INDEX "relationship_begun_by_idx" ON "relationship" ("begun_by_id") WHERE begun_by_id is not null;--> statement-breakpoint
CREATE INDEX "relationship_ended_by_idx" ON "relationship" ("ended_by_id") WHERE ended_by_id is not null;--> statement-breakpoint
ALTER TABLE "relationship" DROP CONSTRAINT "relationship_columns_fit_type", ADD CONSTRAINT "relationship_columns_fit_type" CHECK ((type = 'HOLDS_OFFICE') = (title is not null)
        and (type = 'HOLDS_OFFICE') = (rank is not null)
        and (type = 'HOLDS_OFFICE') = (basis is not null)
        and (type = 'HOLDS_OFFICE' or (entry is null and exit is null and begun_by_id is null and ended_by_id is null))
        and (type = 'MEMBER_OF') = (status is not null)
        and (type = 'PARTICIPATED_IN') = (role is not null));--> statement-breakpoint
CREATE VIEW "event_office" AS (
  select event.entity_id as event_id, office.relationship_id
  from event
  join adjacency as office on office.entity_id = event.country_id
    and office.type = 'HOLDS_OFFICE' and office.direction = 'INCOMING'
    and office.held_from <= event.starts_on and office.held_until > event.starts_on
    and office.known_from < coalesce(event.known_until, 'infinity')
    and office.known_until >= coalesce(event.known_until, 'infinity')
  where event.starts_on < 'infinity');--> statement-breakpoint
-- Events of ICEWS are known from their own day. They used to be known from the moment of the import.
UPDATE "event" SET "known_from" = "starts_on"::timestamp AT TIME ZONE 'UTC' WHERE "collection" = 'icews';--> statement-breakpoint
UPDATE "relationship" SET "known_from" = "starts_on"::timestamp AT TIME ZONE 'UTC' WHERE "collection" = 'icews';
