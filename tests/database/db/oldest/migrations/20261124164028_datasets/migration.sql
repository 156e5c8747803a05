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
);--> statement-breakpoint
ALTER TABLE "adjacency" DROP CONSTRAINT "adjacency_relationship_id_relationship_id_fkey";--> statement-breakpoint
ALTER TABLE "relationship" DROP CONSTRAINT "relationship_subject_id_subject_kind_entity_id_kind_fkey";--> statement-breakpoint
ALTER TABLE "relationship" DROP CONSTRAINT "relationship_object_id_object_kind_entity_id_kind_fkey";--> statement-breakpoint
DROP INDEX "adjacency_starts_on_idx";--> statement-breakpoint
DROP INDEX "relationship_subject_idx";--> statement-breakpoint
DROP INDEX "relationship_object_idx";--> statement-breakpoint
ALTER TABLE "entity" ADD COLUMN "searchable" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "founded_on" partial_date;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "dissolved_on" partial_date;--> statement-breakpoint
ALTER TABLE "collection" ADD COLUMN "events" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "collection" ADD COLUMN "relationships" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "citation" text;--> statement-breakpoint
ALTER TABLE "entity" DROP COLUMN "names";--> statement-breakpoint
ALTER TABLE "entity" ADD COLUMN "names" text GENERATED ALWAYS AS (case when searchable then searchable_names(name, aliases) end) STORED;--> statement-breakpoint
ALTER TABLE "entity" DROP COLUMN "document";--> statement-breakpoint
ALTER TABLE "entity" ADD COLUMN "document" tsvector GENERATED ALWAYS AS (case when searchable then searchable_document(name, aliases, summary) end) STORED;--> statement-breakpoint
ALTER TABLE "adjacency" DROP CONSTRAINT "adjacency_pkey";--> statement-breakpoint
ALTER TABLE "adjacency" ADD PRIMARY KEY ("entity_id","starts_on","relationship_id");--> statement-breakpoint
DROP INDEX "entity_kind_name_idx";--> statement-breakpoint
CREATE INDEX "entity_kind_name_idx" ON "entity" ("kind","name","id") WHERE kind <> 'EVENT';--> statement-breakpoint
CREATE INDEX "entity_names_idx" ON "entity" USING gin ("names" gin_trgm_ops) WHERE searchable;--> statement-breakpoint
CREATE INDEX "entity_document_idx" ON "entity" USING gin ("document") WHERE searchable;--> statement-breakpoint
CREATE INDEX "event_lasting_idx" ON "event" ("starts_on") WHERE upper_inf(period) or upper(period) > lower(period) + 1;--> statement-breakpoint
CREATE INDEX "adjacency_coded_walk_idx" ON "adjacency" ("entity_id","counterpart_id") WHERE certainty = 'CODED';--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_source_id_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_life_runs_forwards" CHECK (first_day(founded_on) <= last_day(dissolved_on));
