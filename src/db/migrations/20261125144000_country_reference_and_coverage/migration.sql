CREATE TYPE "coverage_topic" AS ENUM('LEADERS', 'PACTS', 'COUPS', 'MEMBERSHIPS', 'CONFLICTS', 'RIVALRIES');--> statement-breakpoint
CREATE TABLE "coverage" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coverage_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"country_id" integer NOT NULL,
	"topic" "coverage_topic" NOT NULL,
	"source_id" integer NOT NULL,
	"from" partial_date,
	"until" partial_date,
	"collection" text NOT NULL,
	CONSTRAINT "coverage_runs_forwards" CHECK (first_day("from") <= last_day(until))
);
--> statement-breakpoint
CREATE TABLE "imported" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imported_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_id" integer NOT NULL,
	"topic" "coverage_topic" NOT NULL,
	"states" text NOT NULL,
	"from" partial_date,
	"until" partial_date,
	CONSTRAINT "imported_once" UNIQUE NULLS NOT DISTINCT("source_id","topic","from","until")
);
--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "cow_code" integer;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "gw_code" integer;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "capitals" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "independent" boolean;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "un_member" boolean;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "reference_id" integer;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "capitals_source_id" integer;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "un_member_source_id" integer;--> statement-breakpoint
INSERT INTO "source" ("slug", "type", "title")
SELECT "slug", 'REFERENCE', "title" FROM (VALUES
  ('world-countries', 'List of world countries', false),
  ('gleditsch-ward-states-2017', 'List of independent states, to the end of 2017', true)
) AS work ("slug", "title", "of_former")
WHERE EXISTS (SELECT FROM "country" WHERE ("dissolved_on" IS NOT NULL) = "of_former")
ON CONFLICT ("slug") DO NOTHING;--> statement-breakpoint
UPDATE "country" SET
  "capitals" = coalesce(string_to_array("capital", ', '), '{}'),
  "reference_id" = (SELECT "id" FROM "source" WHERE "slug" =
    CASE WHEN "dissolved_on" IS NULL THEN 'world-countries' ELSE 'gleditsch-ward-states-2017' END);--> statement-breakpoint
UPDATE "country" SET "capitals_source_id" = "reference_id" WHERE "dissolved_on" IS NULL;--> statement-breakpoint
ALTER TABLE "country" ALTER COLUMN "reference_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "country" DROP COLUMN "capital";--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_cow_code_key" UNIQUE("cow_code");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_gw_code_key" UNIQUE("gw_code");--> statement-breakpoint
CREATE INDEX "country_reference_idx" ON "country" ("reference_id");--> statement-breakpoint
CREATE INDEX "country_capitals_source_idx" ON "country" ("capitals_source_id");--> statement-breakpoint
CREATE INDEX "country_un_member_source_idx" ON "country" ("un_member_source_id");--> statement-breakpoint
CREATE INDEX "coverage_country_idx" ON "coverage" ("country_id","topic","source_id");--> statement-breakpoint
CREATE INDEX "coverage_source_idx" ON "coverage" ("source_id");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_reference_id_source_id_fkey" FOREIGN KEY ("reference_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_capitals_source_id_source_id_fkey" FOREIGN KEY ("capitals_source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_un_member_source_id_source_id_fkey" FOREIGN KEY ("un_member_source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_country_id_country_entity_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("entity_id");--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_source_id_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "imported" ADD CONSTRAINT "imported_source_id_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_numbers_are_positive" CHECK (cow_code > 0 and gw_code > 0);--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_capitals_have_a_source" CHECK (capitals_source_id is not null or capitals = '{}');--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_membership_has_a_source" CHECK ((un_member_source_id is null) = (un_member is null));