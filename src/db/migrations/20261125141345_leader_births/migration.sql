CREATE TABLE "leader_birth" (
	"leader_id" integer,
	"date" partial_date,
	"source_id" integer,
	"locator" text NOT NULL,
	"collection" text NOT NULL,
	CONSTRAINT "leader_birth_pkey" PRIMARY KEY("leader_id","date","source_id")
);
--> statement-breakpoint
ALTER TABLE "leader" ADD COLUMN "collection" text;--> statement-breakpoint
UPDATE "leader" SET "collection" = CASE
	WHEN EXISTS (SELECT FROM "relationship" WHERE "subject_id" = "entity_id" AND "relationship"."collection" = 'datasets')
		AND NOT EXISTS (SELECT FROM "relationship" WHERE "subject_id" = "entity_id" AND "relationship"."collection" = 'curated')
	THEN 'datasets' ELSE 'curated' END;--> statement-breakpoint
ALTER TABLE "leader" ALTER COLUMN "collection" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "leader" ADD COLUMN "derived_names" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "leader" ADD COLUMN "derived_born_on" partial_date;--> statement-breakpoint
ALTER TABLE "leader" ADD COLUMN "derived_died_on" partial_date;--> statement-breakpoint
CREATE INDEX "leader_birth_source_idx" ON "leader_birth" ("source_id");--> statement-breakpoint
ALTER TABLE "leader_birth" ADD CONSTRAINT "leader_birth_leader_id_leader_entity_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "leader"("entity_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "leader_birth" ADD CONSTRAINT "leader_birth_source_id_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "leader" ADD CONSTRAINT "leader_derived_life_runs_forwards" CHECK (first_day(derived_born_on) <= last_day(derived_died_on));