ALTER TABLE "event" ADD COLUMN "end_no_later_than" date;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "fingerprint" uuid;--> statement-breakpoint
UPDATE "evidence" SET "fingerprint" = md5(concat_ws('|', relationship_id, event_id, claim_id, indicator_id, source_id, stance, attributed_to_id, quote, locator))::uuid;--> statement-breakpoint
ALTER TABLE "evidence" ALTER COLUMN "fingerprint" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "start_no_earlier_than" date;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "end_no_later_than" date;--> statement-breakpoint
CREATE INDEX "claim_superseded_idx" ON "claim" ("fingerprint") WHERE known_until is not null;--> statement-breakpoint
CREATE INDEX "indicator_superseded_idx" ON "indicator" ("fingerprint") WHERE known_until is not null;--> statement-breakpoint
CREATE INDEX "relationship_superseded_idx" ON "relationship" ("fingerprint") WHERE known_until is not null;--> statement-breakpoint
UPDATE event SET end_no_later_than = last_day(deadline) WHERE deadline IS NOT NULL AND upper_inf(period);--> statement-breakpoint
-- These have other parameters from now on, and would stay beside the new ones.
DO $$
DECLARE
  old regprocedure;
BEGIN
  FOR old IN
    SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname IN ('held_from', 'held_until',
      'ties_of_all', 'ties_of', 'ties_between', 'ties_among', 'extend_paths', 'shortest_paths', 'find_paths',
      'neighborhood', 'shared_neighbors')
  LOOP
    EXECUTE 'DROP FUNCTION ' || old;
  END LOOP;
END
$$;
