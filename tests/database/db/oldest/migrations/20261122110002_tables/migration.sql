CREATE TYPE "alliance_type" AS ENUM('REGIONAL_BLOC', 'DEFENSE_PACT', 'NONAGGRESSION_PACT', 'CONSULTATION_PACT', 'NEUTRALITY_PACT', 'OFFENSE_PACT', 'SECURITY_PARTNERSHIP', 'ECONOMIC_UNION', 'COALITION', 'OTHER');--> statement-breakpoint
CREATE TYPE "certainty" AS ENUM('ESTABLISHED', 'REPORTED', 'ALLEGED', 'DISPUTED', 'CODED');--> statement-breakpoint
CREATE TYPE "date_precision" AS ENUM('YEAR', 'MONTH', 'DAY');--> statement-breakpoint
CREATE TYPE "direction" AS ENUM('OUTGOING', 'INCOMING', 'ANY');--> statement-breakpoint
CREATE TYPE "end_state" AS ENUM('ENDED', 'ONGOING', 'UNKNOWN');--> statement-breakpoint
CREATE TYPE "entity_kind" AS ENUM('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE', 'EVENT');--> statement-breakpoint
CREATE TYPE "event_type" AS ENUM('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'COUP', 'ELECTION', 'APPOINT', 'STATEMENT');--> statement-breakpoint
CREATE TYPE "evidence_stance" AS ENUM('SUPPORTS', 'DISPUTES');--> statement-breakpoint
CREATE TYPE "membership_status" AS ENUM('FULL', 'SUSPENDED', 'OBSERVER', 'ASSOCIATE', 'WITHDRAWN');--> statement-breakpoint
CREATE TYPE "office_basis" AS ENUM('DE_JURE', 'DE_FACTO', 'CLAIMED');--> statement-breakpoint
CREATE TYPE "office_entry" AS ENUM('ELECTION', 'APPOINTMENT', 'SUCCESSION', 'COUP', 'FOREIGN_IMPOSITION', 'UNKNOWN');--> statement-breakpoint
CREATE TYPE "office_exit" AS ENUM('TERM_END', 'RESIGNATION', 'COUP', 'DEATH', 'ASSASSINATION', 'FOREIGN_INTERVENTION', 'UNKNOWN');--> statement-breakpoint
CREATE TYPE "office_rank" AS ENUM('HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT', 'MINISTER', 'ENVOY', 'COMMANDER', 'OTHER');--> statement-breakpoint
CREATE TYPE "organization_type" AS ENUM('GOVERNMENT_BODY', 'ARMED_FORCE', 'JUNTA', 'PARTY', 'ARMED_GROUP', 'PRIVATE_MILITARY_COMPANY', 'MEDIA', 'COMPANY', 'CIVIL_SOCIETY', 'OTHER');--> statement-breakpoint
CREATE TYPE "participant_role" AS ENUM('INITIATOR', 'TARGET', 'SPEAKER', 'MEDIATOR', 'HOST', 'BENEFICIARY', 'WITNESS', 'PARTICIPANT');--> statement-breakpoint
CREATE TYPE "quad_class" AS ENUM('VERBAL_COOPERATION', 'MATERIAL_COOPERATION', 'VERBAL_CONFLICT', 'MATERIAL_CONFLICT');--> statement-breakpoint
CREATE TYPE "relationship_type" AS ENUM('HOLDS_OFFICE', 'MEMBER_OF', 'PARTICIPATED_IN', 'ALLIED_WITH', 'PARTNERS_WITH', 'SUPPORTS', 'AIDS', 'EMPLOYS', 'RECOGNIZES', 'OPPOSES', 'SANCTIONS', 'THREATENS', 'DETAINS', 'FIGHTS', 'OVERTHREW', 'RIVAL_OF', 'BORDERS', 'PART_OF', 'RESPONDS_TO', 'CONTROLS');--> statement-breakpoint
CREATE TYPE "source_type" AS ENUM('NEWS_REPORT', 'OPINION', 'OFFICIAL_STATEMENT', 'BROADCAST', 'SOCIAL_MEDIA', 'DATASET', 'REFERENCE');--> statement-breakpoint
CREATE TYPE "stance" AS ENUM('COOPERATIVE', 'HOSTILE', 'NEUTRAL');--> statement-breakpoint
CREATE TYPE "verification" AS ENUM('UNVERIFIED', 'CORROBORATED', 'DISPUTED', 'REFUTED');--> statement-breakpoint
CREATE TABLE "claim" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "claim_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"text" text NOT NULL,
	"quote" text,
	"speaker_id" integer NOT NULL,
	"speaker_kind" "entity_kind" NOT NULL,
	"made_on" partial_date,
	"made_from" date GENERATED ALWAYS AS (coalesce(first_day(made_on), 'infinity'::date)) STORED NOT NULL,
	"verification" "verification" NOT NULL,
	"event_id" integer,
	"certainty" "certainty" NOT NULL,
	"independent_sources" smallint NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"known_until" timestamp(3) with time zone,
	"fingerprint" uuid NOT NULL,
	"collection" text NOT NULL,
	CONSTRAINT "claim_slug_is_kebab_case" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "claim_quote_is_short" CHECK (char_length(quote) <= 300),
	CONSTRAINT "claim_speaker_is_an_actor" CHECK (speaker_kind <> 'EVENT'),
	CONSTRAINT "claim_known_forwards" CHECK (known_until >= known_from)
);
--> statement-breakpoint
CREATE TABLE "claim_about" (
	"claim_id" integer,
	"entity_id" integer,
	CONSTRAINT "claim_about_pkey" PRIMARY KEY("claim_id","entity_id")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"country_id" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	"period" daterange NOT NULL,
	"start_precision" "date_precision",
	"end_precision" "date_precision",
	"end_state" "end_state" NOT NULL,
	"period_text" text,
	"starts_on" date GENERATED ALWAYS AS (coalesce(lower(period), 'infinity'::date)) STORED NOT NULL,
	"claim_id" integer,
	"certainty" "certainty" NOT NULL,
	"independent_sources" smallint NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"known_until" timestamp(3) with time zone,
	"fingerprint" uuid NOT NULL,
	"collection" text NOT NULL,
	CONSTRAINT "indicator_code_is_kebab_case" CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "indicator_period_is_whole" CHECK (
  not isempty(period)
  and lower_inf(period) = (start_precision is null)
  and upper_inf(period) = (end_precision is null)
  and (upper_inf(period) or end_state = 'ENDED')),
	CONSTRAINT "indicator_known_forwards" CHECK (known_until >= known_from)
);
--> statement-breakpoint
CREATE TABLE "entity" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" "entity_kind" NOT NULL,
	"slug" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"aliases" text[] DEFAULT '{}'::text[] NOT NULL,
	"summary" text,
	"names" text GENERATED ALWAYS AS (searchable_names(name, aliases)) STORED NOT NULL,
	"document" tsvector GENERATED ALWAYS AS (searchable_document(name, aliases, summary)) STORED NOT NULL,
	CONSTRAINT "entity_id_kind_key" UNIQUE("id","kind"),
	CONSTRAINT "entity_slug_is_kebab_case" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*(@[0-9]+)?$'),
	CONSTRAINT "entity_name_is_not_empty" CHECK (name <> '')
);
--> statement-breakpoint
CREATE TABLE "alliance" (
	"entity_id" integer PRIMARY KEY,
	"kind" "entity_kind" GENERATED ALWAYS AS ('ALLIANCE'::entity_kind) STORED NOT NULL,
	"types" "alliance_type"[] NOT NULL,
	"founded_on" partial_date,
	"dissolved_on" partial_date,
	CONSTRAINT "alliance_has_a_type" CHECK (cardinality(types) > 0),
	CONSTRAINT "alliance_life_runs_forwards" CHECK (first_day(founded_on) <= last_day(dissolved_on))
);
--> statement-breakpoint
CREATE TABLE "country" (
	"entity_id" integer PRIMARY KEY,
	"kind" "entity_kind" GENERATED ALWAYS AS ('COUNTRY'::entity_kind) STORED NOT NULL,
	"iso2" char(2) UNIQUE,
	"iso3" char(3) UNIQUE,
	"region" text,
	"subregion" text,
	"capital" text,
	"latitude" double precision,
	"longitude" double precision,
	CONSTRAINT "country_codes_are_capitals" CHECK (iso2 ~ '^[A-Z]{2}$' and iso3 ~ '^[A-Z]{3}$'),
	CONSTRAINT "country_position_is_on_earth" CHECK (latitude between -90 and 90 and longitude between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "event" (
	"entity_id" integer PRIMARY KEY,
	"kind" "entity_kind" GENERATED ALWAYS AS ('EVENT'::entity_kind) STORED NOT NULL,
	"type" "event_type" NOT NULL,
	"mode" text,
	"quad_class" "quad_class" GENERATED ALWAYS AS (case when type in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') then 'VERBAL_COOPERATION'::quad_class when type in ('COOPERATE', 'AID', 'RETREAT') then 'MATERIAL_COOPERATION'::quad_class when type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') then 'VERBAL_CONFLICT'::quad_class when type in ('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'COUP') then 'MATERIAL_CONFLICT'::quad_class end) STORED,
	"period" daterange NOT NULL,
	"start_precision" "date_precision",
	"end_precision" "date_precision",
	"end_state" "end_state" NOT NULL,
	"period_text" text,
	"starts_on" date GENERATED ALWAYS AS (coalesce(lower(period), 'infinity'::date)) STORED NOT NULL,
	"deadline" partial_date,
	"country_id" integer,
	"place" text,
	"certainty" "certainty" NOT NULL,
	"independent_sources" smallint NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"known_until" timestamp(3) with time zone,
	"fingerprint" uuid NOT NULL,
	"collection" text NOT NULL,
	CONSTRAINT "event_mode_is_kebab_case" CHECK (mode ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "event_period_is_whole" CHECK (
  not isempty(period)
  and lower_inf(period) = (start_precision is null)
  and upper_inf(period) = (end_precision is null)
  and (upper_inf(period) or end_state = 'ENDED')),
	CONSTRAINT "event_known_forwards" CHECK (known_until >= known_from)
);
--> statement-breakpoint
CREATE TABLE "leader" (
	"entity_id" integer PRIMARY KEY,
	"kind" "entity_kind" GENERATED ALWAYS AS ('LEADER'::entity_kind) STORED NOT NULL,
	"born_on" partial_date,
	"died_on" partial_date,
	CONSTRAINT "leader_life_runs_forwards" CHECK (first_day(born_on) <= last_day(died_on))
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"entity_id" integer PRIMARY KEY,
	"kind" "entity_kind" GENERATED ALWAYS AS ('ORGANIZATION'::entity_kind) STORED NOT NULL,
	"type" "organization_type" NOT NULL,
	"country_id" integer,
	"founded_on" partial_date,
	"dissolved_on" partial_date,
	CONSTRAINT "organization_life_runs_forwards" CHECK (first_day(founded_on) <= last_day(dissolved_on))
);
--> statement-breakpoint
CREATE TABLE "adjacency" (
	"relationship_id" integer,
	"entity_id" integer,
	"counterpart_id" integer NOT NULL,
	"counterpart_kind" "entity_kind" NOT NULL,
	"direction" "direction" NOT NULL,
	"type" "relationship_type" NOT NULL,
	"stance" "stance" NOT NULL,
	"certainty" "certainty" NOT NULL,
	"prominence" smallint NOT NULL,
	"held_from" date NOT NULL,
	"held_until" date NOT NULL,
	"starts_on" date NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"known_until" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "adjacency_pkey" PRIMARY KEY("relationship_id","entity_id")
);
--> statement-breakpoint
CREATE TABLE "degree" (
	"entity_id" integer PRIMARY KEY,
	"degree" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relationship" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "relationship_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"type" "relationship_type" NOT NULL,
	"subject_id" integer NOT NULL,
	"subject_kind" "entity_kind" NOT NULL,
	"object_id" integer NOT NULL,
	"object_kind" "entity_kind" NOT NULL,
	"stance" "stance" GENERATED ALWAYS AS (case when type in ('MEMBER_OF', 'ALLIED_WITH', 'PARTNERS_WITH', 'SUPPORTS', 'AIDS', 'EMPLOYS', 'RECOGNIZES') then 'COOPERATIVE'::stance when type in ('OPPOSES', 'SANCTIONS', 'THREATENS', 'DETAINS', 'FIGHTS', 'OVERTHREW', 'RIVAL_OF') then 'HOSTILE'::stance else 'NEUTRAL'::stance end) STORED NOT NULL,
	"symmetric" boolean GENERATED ALWAYS AS (type in ('ALLIED_WITH', 'PARTNERS_WITH', 'FIGHTS', 'RIVAL_OF', 'BORDERS')) STORED NOT NULL,
	"period" daterange NOT NULL,
	"start_precision" "date_precision",
	"end_precision" "date_precision",
	"end_state" "end_state" NOT NULL,
	"period_text" text,
	"starts_on" date GENERATED ALWAYS AS (coalesce(lower(period), 'infinity'::date)) STORED NOT NULL,
	"summary" text,
	"title" text,
	"rank" "office_rank",
	"basis" "office_basis",
	"entry" "office_entry",
	"exit" "office_exit",
	"status" "membership_status",
	"role" "participant_role",
	"certainty" "certainty" NOT NULL,
	"independent_sources" smallint NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	"known_until" timestamp(3) with time zone,
	"fingerprint" uuid NOT NULL,
	"collection" text NOT NULL,
	CONSTRAINT "relationship_kinds_fit_type" CHECK (case type when 'HOLDS_OFFICE' then subject_kind in ('LEADER') and object_kind in ('COUNTRY', 'ORGANIZATION', 'ALLIANCE') when 'MEMBER_OF' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('ALLIANCE', 'ORGANIZATION') when 'PARTICIPATED_IN' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('EVENT') when 'ALLIED_WITH' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'PARTNERS_WITH' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'SUPPORTS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'AIDS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'EMPLOYS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'RECOGNIZES' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'OPPOSES' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'SANCTIONS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'THREATENS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'DETAINS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('LEADER') when 'FIGHTS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'OVERTHREW' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'RIVAL_OF' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') when 'BORDERS' then subject_kind in ('COUNTRY') and object_kind in ('COUNTRY') when 'PART_OF' then subject_kind in ('EVENT') and object_kind in ('EVENT') or subject_kind in ('COUNTRY', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'ORGANIZATION', 'ALLIANCE') when 'RESPONDS_TO' then subject_kind in ('EVENT') and object_kind in ('EVENT') when 'CONTROLS' then subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') end),
	CONSTRAINT "relationship_has_two_ends" CHECK (subject_id <> object_id),
	CONSTRAINT "relationship_columns_fit_type" CHECK ((type = 'HOLDS_OFFICE') = (title is not null)
        and (type = 'HOLDS_OFFICE') = (rank is not null)
        and (type = 'HOLDS_OFFICE') = (basis is not null)
        and (type = 'HOLDS_OFFICE' or (entry is null and exit is null))
        and (type = 'MEMBER_OF') = (status is not null)
        and (type = 'PARTICIPATED_IN') = (role is not null)),
	CONSTRAINT "relationship_period_is_whole" CHECK (
  not isempty(period)
  and lower_inf(period) = (start_precision is null)
  and upper_inf(period) = (end_precision is null)
  and (upper_inf(period) or end_state = 'ENDED')),
	CONSTRAINT "relationship_known_forwards" CHECK (known_until >= known_from)
);
--> statement-breakpoint
CREATE TABLE "collection" (
	"slug" text PRIMARY KEY,
	"checksum" text NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"relationship_id" integer,
	"event_id" integer,
	"claim_id" integer,
	"indicator_id" integer,
	"source_id" integer NOT NULL,
	"stance" "evidence_stance" NOT NULL,
	"attributed_to_id" integer,
	"attributed_to_kind" "entity_kind",
	"quote" text,
	"locator" text,
	CONSTRAINT "evidence_is_on_one_fact" CHECK (num_nonnulls(relationship_id, event_id, claim_id, indicator_id) = 1),
	CONSTRAINT "evidence_quote_is_short" CHECK (char_length(quote) <= 300),
	CONSTRAINT "evidence_attributed_to_an_actor" CHECK ((attributed_to_id is null) = (attributed_to_kind is null) and attributed_to_kind <> 'EVENT')
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL UNIQUE,
	"type" "source_type" NOT NULL,
	"title" text NOT NULL,
	"publisher" text,
	"authors" text[] DEFAULT '{}'::text[] NOT NULL,
	"published_on" partial_date,
	"url" text,
	"licence" text,
	"origin" text,
	"machine_coded" boolean DEFAULT false NOT NULL,
	"coverage" daterange,
	"coverage_start_precision" "date_precision",
	"coverage_end_precision" "date_precision",
	"coverage_end_state" "end_state",
	"coverage_text" text,
	CONSTRAINT "source_slug_is_kebab_case" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "source_coverage_is_whole" CHECK ((coverage is null) = (coverage_end_state is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "claim_slug_idx" ON "claim" ("slug") WHERE known_until is null;--> statement-breakpoint
CREATE INDEX "claim_speaker_idx" ON "claim" ("speaker_id","made_from","id");--> statement-breakpoint
CREATE INDEX "claim_made_from_idx" ON "claim" ("made_from","id");--> statement-breakpoint
CREATE INDEX "claim_event_idx" ON "claim" ("event_id","made_from","id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_collection_idx" ON "claim" ("collection","fingerprint") WHERE known_until is null;--> statement-breakpoint
CREATE INDEX "claim_about_entity_idx" ON "claim_about" ("entity_id","claim_id");--> statement-breakpoint
CREATE INDEX "indicator_country_idx" ON "indicator" ("country_id","code","starts_on","id");--> statement-breakpoint
CREATE INDEX "indicator_claim_idx" ON "indicator" ("claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "indicator_collection_idx" ON "indicator" ("collection","fingerprint") WHERE known_until is null;--> statement-breakpoint
CREATE INDEX "entity_kind_name_idx" ON "entity" ("kind","name","id");--> statement-breakpoint
CREATE INDEX "entity_names_idx" ON "entity" USING gin ("names" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "entity_document_idx" ON "entity" USING gin ("document");--> statement-breakpoint
CREATE INDEX "country_region_idx" ON "country" ("region","entity_id");--> statement-breakpoint
CREATE INDEX "event_starts_on_idx" ON "event" ("starts_on","entity_id");--> statement-breakpoint
CREATE INDEX "event_type_starts_on_idx" ON "event" ("type","starts_on","entity_id");--> statement-breakpoint
CREATE INDEX "event_country_starts_on_idx" ON "event" ("country_id","starts_on","entity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_collection_idx" ON "event" ("collection","fingerprint") WHERE known_until is null;--> statement-breakpoint
CREATE INDEX "organization_country_idx" ON "organization" ("country_id","entity_id");--> statement-breakpoint
CREATE INDEX "adjacency_starts_on_idx" ON "adjacency" ("entity_id","starts_on","relationship_id");--> statement-breakpoint
CREATE INDEX "adjacency_type_starts_on_idx" ON "adjacency" ("entity_id","type","starts_on","relationship_id");--> statement-breakpoint
CREATE UNIQUE INDEX "relationship_collection_idx" ON "relationship" ("collection","fingerprint") WHERE known_until is null;--> statement-breakpoint
CREATE INDEX "relationship_subject_idx" ON "relationship" ("subject_id","type","object_id");--> statement-breakpoint
CREATE INDEX "relationship_object_idx" ON "relationship" ("object_id","type","starts_on");--> statement-breakpoint
CREATE INDEX "evidence_relationship_idx" ON "evidence" ("relationship_id","id") WHERE relationship_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_event_idx" ON "evidence" ("event_id","id") WHERE event_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_claim_idx" ON "evidence" ("claim_id","id") WHERE claim_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_indicator_idx" ON "evidence" ("indicator_id","id") WHERE indicator_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_source_idx" ON "evidence" ("source_id","id");--> statement-breakpoint
CREATE INDEX "evidence_attributed_to_idx" ON "evidence" ("attributed_to_id") WHERE attributed_to_id is not null;--> statement-breakpoint
CREATE INDEX "source_title_idx" ON "source" ("title","id");--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_event_id_event_entity_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("entity_id");--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_speaker_id_speaker_kind_entity_id_kind_fkey" FOREIGN KEY ("speaker_id","speaker_kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "claim_about" ADD CONSTRAINT "claim_about_claim_id_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "claim_about" ADD CONSTRAINT "claim_about_entity_id_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id");--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_country_id_country_entity_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("entity_id");--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_claim_id_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id");--> statement-breakpoint
ALTER TABLE "alliance" ADD CONSTRAINT "alliance_entity_id_kind_entity_id_kind_fkey" FOREIGN KEY ("entity_id","kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_entity_id_kind_entity_id_kind_fkey" FOREIGN KEY ("entity_id","kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_country_id_country_entity_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("entity_id");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_entity_id_kind_entity_id_kind_fkey" FOREIGN KEY ("entity_id","kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "leader" ADD CONSTRAINT "leader_entity_id_kind_entity_id_kind_fkey" FOREIGN KEY ("entity_id","kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_country_id_country_entity_id_fkey" FOREIGN KEY ("country_id") REFERENCES "country"("entity_id");--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_entity_id_kind_entity_id_kind_fkey" FOREIGN KEY ("entity_id","kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "adjacency" ADD CONSTRAINT "adjacency_relationship_id_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_subject_id_subject_kind_entity_id_kind_fkey" FOREIGN KEY ("subject_id","subject_kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_object_id_object_kind_entity_id_kind_fkey" FOREIGN KEY ("object_id","object_kind") REFERENCES "entity"("id","kind");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_relationship_id_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_event_id_event_entity_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("entity_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_indicator_id_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_xP48ooR4iykR_fkey" FOREIGN KEY ("attributed_to_id","attributed_to_kind") REFERENCES "entity"("id","kind");