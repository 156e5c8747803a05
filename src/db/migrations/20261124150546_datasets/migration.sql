ALTER TYPE "office_entry" ADD VALUE 'REGULAR' BEFORE 'UNKNOWN';--> statement-breakpoint
ALTER TYPE "office_entry" ADD VALUE 'IRREGULAR' BEFORE 'UNKNOWN';--> statement-breakpoint
ALTER TYPE "office_exit" ADD VALUE 'REGULAR' BEFORE 'UNKNOWN';--> statement-breakpoint
ALTER TYPE "office_exit" ADD VALUE 'IRREGULAR' BEFORE 'UNKNOWN';--> statement-breakpoint
ALTER TYPE "office_rank" ADD VALUE 'EFFECTIVE_LEADER' BEFORE 'HEAD_OF_STATE';--> statement-breakpoint
CREATE TABLE "statement" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "statement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_id" integer NOT NULL,
	"key" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "statement_source_key" UNIQUE("source_id","key")
);
--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "founded_on" partial_date;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "dissolved_on" partial_date;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_source_id_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_life_runs_forwards" CHECK (first_day(founded_on) <= last_day(dissolved_on));