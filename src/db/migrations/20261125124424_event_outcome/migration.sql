CREATE TYPE "event_outcome" AS ENUM('SUCCEEDED', 'FAILED', 'UNDECIDED');--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "outcome" "event_outcome";--> statement-breakpoint
UPDATE "event" SET "outcome" = (CASE "mode" WHEN 'successful-coup' THEN 'SUCCEEDED' WHEN 'failed-coup' THEN 'FAILED'
  ELSE 'UNDECIDED' END)::"event_outcome" WHERE "type" = 'COUP';--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_coup_has_outcome" CHECK (type <> 'COUP' or outcome is not null);