-- The tables as a whole. This replaces the six migrations of 0.1.0; a database that has those counts as being here.
--
-- SQL functions and triggers are in ../../functions, the reader's rights in ../../reader.sql. Only the functions that
-- columns and constraints are made of are here.

-- 1. What columns are made of

CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint

-- A date at the precision its source gave. make_date refuses the days that no calendar has.
CREATE DOMAIN partial_date AS text CHECK (
  VALUE ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'
  AND isfinite(make_date(
    substr(VALUE, 1, 4)::integer,
    coalesce(nullif(substr(VALUE, 6, 2), '')::integer, 1),
    coalesce(nullif(substr(VALUE, 9, 2), '')::integer, 1)
  ))
);
--> statement-breakpoint
CREATE FUNCTION first_day(partial_date) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT make_date(
    substr($1, 1, 4)::integer,
    coalesce(nullif(substr($1, 6, 2), '')::integer, 1),
    coalesce(nullif(substr($1, 9, 2), '')::integer, 1)
  )
$$;
--> statement-breakpoint
CREATE FUNCTION last_day(partial_date) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (public.first_day($1) + CASE length($1)
    WHEN 4 THEN interval '1 year'
    WHEN 7 THEN interval '1 month'
    ELSE interval '1 day'
  END)::date - 1
$$;
--> statement-breakpoint

-- unaccent() is only STABLE because its dictionary could be replaced; ours is the one it ships with.
CREATE FUNCTION plain_text(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent', $1))
$$;
--> statement-breakpoint

-- '|niger|republic of niger|': the bars tell a whole name from a part of one.
CREATE FUNCTION searchable_names(name text, aliases text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '|' || public.plain_text(array_to_string(name || aliases, '|')) || '|'
$$;
--> statement-breakpoint
CREATE FUNCTION searchable_document(name text, aliases text[], summary text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.english', public.plain_text(array_to_string(name || aliases, ' '))), 'A')
    || setweight(to_tsvector('pg_catalog.english', public.plain_text(coalesce(summary, ''))), 'C')
$$;
--> statement-breakpoint

-- 2. The closed vocabularies

CREATE TYPE entity_kind AS ENUM ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE', 'EVENT');
--> statement-breakpoint
CREATE TYPE organization_type AS ENUM (
  'GOVERNMENT_BODY', 'ARMED_FORCE', 'JUNTA', 'PARTY', 'ARMED_GROUP', 'PRIVATE_MILITARY_COMPANY', 'MEDIA',
  'COMPANY', 'CIVIL_SOCIETY', 'OTHER'
);
--> statement-breakpoint
CREATE TYPE alliance_type AS ENUM (
  'REGIONAL_BLOC', 'DEFENSE_PACT', 'NONAGGRESSION_PACT', 'CONSULTATION_PACT', 'NEUTRALITY_PACT',
  'OFFENSE_PACT', 'SECURITY_PARTNERSHIP', 'ECONOMIC_UNION', 'COALITION', 'OTHER'
);
--> statement-breakpoint
CREATE TYPE event_type AS ENUM (
  'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
  'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'COUP', 'ELECTION', 'APPOINT',
  'STATEMENT'
);
--> statement-breakpoint
CREATE TYPE quad_class AS ENUM (
  'VERBAL_COOPERATION', 'MATERIAL_COOPERATION', 'VERBAL_CONFLICT', 'MATERIAL_CONFLICT'
);
--> statement-breakpoint
CREATE TYPE relationship_type AS ENUM (
  'HOLDS_OFFICE', 'MEMBER_OF', 'PARTICIPATED_IN', 'ALLIED_WITH', 'PARTNERS_WITH', 'SUPPORTS', 'AIDS',
  'EMPLOYS', 'RECOGNIZES', 'OPPOSES', 'SANCTIONS', 'THREATENS', 'DETAINS', 'FIGHTS', 'OVERTHREW',
  'RIVAL_OF', 'BORDERS', 'PART_OF', 'RESPONDS_TO', 'CONTROLS'
);
--> statement-breakpoint
CREATE TYPE stance AS ENUM ('COOPERATIVE', 'HOSTILE', 'NEUTRAL');
--> statement-breakpoint
CREATE TYPE direction AS ENUM ('OUTGOING', 'INCOMING', 'ANY');
--> statement-breakpoint
CREATE TYPE certainty AS ENUM ('ESTABLISHED', 'REPORTED', 'ALLEGED', 'DISPUTED', 'CODED');
--> statement-breakpoint
CREATE TYPE date_precision AS ENUM ('YEAR', 'MONTH', 'DAY');
--> statement-breakpoint
CREATE TYPE end_state AS ENUM ('ENDED', 'ONGOING', 'UNKNOWN');
--> statement-breakpoint
CREATE TYPE office_rank AS ENUM (
  'EFFECTIVE_LEADER', 'HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT', 'MINISTER', 'ENVOY', 'COMMANDER', 'OTHER'
);
--> statement-breakpoint
CREATE TYPE office_basis AS ENUM ('DE_JURE', 'DE_FACTO', 'CLAIMED');
--> statement-breakpoint
CREATE TYPE office_entry AS ENUM (
  'ELECTION', 'APPOINTMENT', 'SUCCESSION', 'COUP', 'FOREIGN_IMPOSITION', 'REGULAR', 'IRREGULAR', 'UNKNOWN'
);
--> statement-breakpoint
CREATE TYPE office_exit AS ENUM (
  'TERM_END', 'RESIGNATION', 'COUP', 'DEATH', 'ASSASSINATION', 'FOREIGN_INTERVENTION', 'REGULAR',
  'IRREGULAR', 'UNKNOWN'
);
--> statement-breakpoint
CREATE TYPE membership_status AS ENUM ('FULL', 'SUSPENDED', 'OBSERVER', 'ASSOCIATE', 'WITHDRAWN');
--> statement-breakpoint
CREATE TYPE participant_role AS ENUM (
  'INITIATOR', 'TARGET', 'SPEAKER', 'MEDIATOR', 'HOST', 'BENEFICIARY', 'WITNESS', 'PARTICIPANT'
);
--> statement-breakpoint
CREATE TYPE verification AS ENUM ('UNVERIFIED', 'CORROBORATED', 'DISPUTED', 'REFUTED');
--> statement-breakpoint
CREATE TYPE evidence_stance AS ENUM ('SUPPORTS', 'DISPUTES');
--> statement-breakpoint
CREATE TYPE source_type AS ENUM (
  'NEWS_REPORT', 'OPINION', 'OFFICIAL_STATEMENT', 'BROADCAST', 'SOCIAL_MEDIA', 'DATASET', 'REFERENCE'
);
--> statement-breakpoint

-- 3. Identity: whatever facts are about, and what only one kind of entity has

CREATE TABLE entity (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  kind entity_kind NOT NULL,
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  aliases text[] DEFAULT '{}'::text[] NOT NULL,
  summary text,
  searchable boolean DEFAULT true NOT NULL,
  names text GENERATED ALWAYS AS (case when searchable then searchable_names(name, aliases) end) STORED,
  document tsvector GENERATED ALWAYS AS (case
    when searchable then searchable_document(name, aliases, summary)
  end) STORED,
  CONSTRAINT entity_id_kind_key UNIQUE (id, kind),
  CONSTRAINT entity_slug_is_kebab_case CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*(@[0-9]+)?$'),
  CONSTRAINT entity_name_is_not_empty CHECK (name <> '')
);
--> statement-breakpoint

-- countries, leaders, organizations, alliances: the root connections
CREATE INDEX entity_kind_name_idx ON entity (kind, name, id) WHERE kind <> 'EVENT';
--> statement-breakpoint

-- search: misspelled names
CREATE INDEX entity_names_idx ON entity USING gin (names gin_trgm_ops) WHERE searchable;
--> statement-breakpoint

-- search: words
CREATE INDEX entity_document_idx ON entity USING gin (document) WHERE searchable;
--> statement-breakpoint

CREATE TABLE country (
  entity_id integer PRIMARY KEY,
  kind entity_kind GENERATED ALWAYS AS ('COUNTRY'::entity_kind) STORED NOT NULL,
  iso2 char(2) UNIQUE,
  iso3 char(3) UNIQUE,
  region text,
  subregion text,
  capital text,
  latitude double precision,
  longitude double precision,
  founded_on partial_date,
  dissolved_on partial_date,
  CONSTRAINT country_life_runs_forwards CHECK (first_day(founded_on) <= last_day(dissolved_on)),
  CONSTRAINT country_codes_are_capitals CHECK (iso2 ~ '^[A-Z]{2}$' and iso3 ~ '^[A-Z]{3}$'),
  CONSTRAINT country_position_is_on_earth CHECK (
    latitude between -90 and 90 and longitude between -180 and 180
  ),
  CONSTRAINT country_entity_id_kind_entity_id_kind_fkey
    FOREIGN KEY (entity_id, kind) REFERENCES entity (id, kind)
);
--> statement-breakpoint

-- countries(filter: { regions })
CREATE INDEX country_region_idx ON country (region, entity_id);
--> statement-breakpoint

CREATE TABLE leader (
  entity_id integer PRIMARY KEY,
  kind entity_kind GENERATED ALWAYS AS ('LEADER'::entity_kind) STORED NOT NULL,
  born_on partial_date,
  died_on partial_date,
  CONSTRAINT leader_life_runs_forwards CHECK (first_day(born_on) <= last_day(died_on)),
  CONSTRAINT leader_entity_id_kind_entity_id_kind_fkey FOREIGN KEY (entity_id, kind) REFERENCES entity (id, kind)
);
--> statement-breakpoint

CREATE TABLE organization (
  entity_id integer PRIMARY KEY,
  kind entity_kind GENERATED ALWAYS AS ('ORGANIZATION'::entity_kind) STORED NOT NULL,
  type organization_type NOT NULL,
  country_id integer,
  founded_on partial_date,
  dissolved_on partial_date,
  CONSTRAINT organization_life_runs_forwards CHECK (first_day(founded_on) <= last_day(dissolved_on)),
  CONSTRAINT organization_country_id_country_entity_id_fkey
    FOREIGN KEY (country_id) REFERENCES country (entity_id),
  CONSTRAINT organization_entity_id_kind_entity_id_kind_fkey
    FOREIGN KEY (entity_id, kind) REFERENCES entity (id, kind)
);
--> statement-breakpoint
CREATE INDEX organization_country_idx ON organization (country_id, entity_id);
--> statement-breakpoint

CREATE TABLE alliance (
  entity_id integer PRIMARY KEY,
  kind entity_kind GENERATED ALWAYS AS ('ALLIANCE'::entity_kind) STORED NOT NULL,
  types alliance_type[] NOT NULL,
  founded_on partial_date,
  dissolved_on partial_date,
  CONSTRAINT alliance_has_a_type CHECK (cardinality(types) > 0),
  CONSTRAINT alliance_life_runs_forwards CHECK (first_day(founded_on) <= last_day(dissolved_on)),
  CONSTRAINT alliance_entity_id_kind_entity_id_kind_fkey
    FOREIGN KEY (entity_id, kind) REFERENCES entity (id, kind)
);
--> statement-breakpoint

-- 4. Facts that are not edges

-- An entity, because facts are about it, and a fact, because a source says that it happened.
CREATE TABLE event (
  entity_id integer PRIMARY KEY,
  kind entity_kind GENERATED ALWAYS AS ('EVENT'::entity_kind) STORED NOT NULL,
  type event_type NOT NULL,
  mode text,
  quad_class quad_class GENERATED ALWAYS AS (case
    when type in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') then 'VERBAL_COOPERATION'::quad_class
    when type in ('COOPERATE', 'AID', 'RETREAT') then 'MATERIAL_COOPERATION'::quad_class
    when type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') then 'VERBAL_CONFLICT'::quad_class
    when type in ('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'COUP')
      then 'MATERIAL_CONFLICT'::quad_class
  end) STORED,
  period daterange NOT NULL,
  start_precision date_precision,
  end_precision date_precision,
  end_state end_state NOT NULL,
  period_text text,
  starts_on date GENERATED ALWAYS AS (coalesce(lower(period), 'infinity'::date)) STORED NOT NULL,
  deadline partial_date,
  country_id integer,
  place text,
  certainty certainty NOT NULL,
  independent_sources smallint NOT NULL,
  known_from timestamp(3) with time zone NOT NULL,
  known_until timestamp(3) with time zone,
  fingerprint uuid NOT NULL,
  collection text NOT NULL,
  CONSTRAINT event_mode_is_kebab_case CHECK (mode ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT event_period_is_whole CHECK (
    not isempty(period)
    and lower_inf(period) = (start_precision is null)
    and upper_inf(period) = (end_precision is null)
    and (upper_inf(period) or end_state = 'ENDED')
  ),
  CONSTRAINT event_known_forwards CHECK (known_until >= known_from),
  CONSTRAINT event_country_id_country_entity_id_fkey FOREIGN KEY (country_id) REFERENCES country (entity_id),
  CONSTRAINT event_entity_id_kind_entity_id_kind_fkey FOREIGN KEY (entity_id, kind) REFERENCES entity (id, kind)
);
--> statement-breakpoint

-- events: the timeline, earliest first
CREATE INDEX event_starts_on_idx ON event (starts_on, entity_id);
--> statement-breakpoint

-- events(filter: { from }): since when something that lasts longer than a day has been going on
CREATE INDEX event_lasting_idx ON event (starts_on) WHERE upper_inf(period) or upper(period) > lower(period) + 1;
--> statement-breakpoint

-- events(filter: { types })
CREATE INDEX event_type_starts_on_idx ON event (type, starts_on, entity_id);
--> statement-breakpoint

-- events(filter: { countries })
CREATE INDEX event_country_starts_on_idx ON event (country_id, starts_on, entity_id);
--> statement-breakpoint

-- facts of a collection on record; no fact twice
CREATE UNIQUE INDEX event_collection_idx ON event (collection, fingerprint) WHERE known_until is null;
--> statement-breakpoint

CREATE TABLE claim (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  slug text NOT NULL,
  text text NOT NULL,
  quote text,
  speaker_id integer NOT NULL,
  speaker_kind entity_kind NOT NULL,
  made_on partial_date,
  made_from date GENERATED ALWAYS AS (coalesce(first_day(made_on), 'infinity'::date)) STORED NOT NULL,
  verification verification NOT NULL,
  event_id integer,
  certainty certainty NOT NULL,
  independent_sources smallint NOT NULL,
  known_from timestamp(3) with time zone NOT NULL,
  known_until timestamp(3) with time zone,
  fingerprint uuid NOT NULL,
  collection text NOT NULL,
  CONSTRAINT claim_slug_is_kebab_case CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT claim_quote_is_short CHECK (char_length(quote) <= 300),
  CONSTRAINT claim_speaker_is_an_actor CHECK (speaker_kind <> 'EVENT'),
  CONSTRAINT claim_known_forwards CHECK (known_until >= known_from),
  CONSTRAINT claim_event_id_event_entity_id_fkey FOREIGN KEY (event_id) REFERENCES event (entity_id),
  CONSTRAINT claim_speaker_id_speaker_kind_entity_id_kind_fkey
    FOREIGN KEY (speaker_id, speaker_kind) REFERENCES entity (id, kind)
);
--> statement-breakpoint
CREATE UNIQUE INDEX claim_slug_idx ON claim (slug) WHERE known_until is null;
--> statement-breakpoint

-- Actor.claims
CREATE INDEX claim_speaker_idx ON claim (speaker_id, made_from, id);
--> statement-breakpoint

-- Query.claims
CREATE INDEX claim_made_from_idx ON claim (made_from, id);
--> statement-breakpoint
CREATE INDEX claim_event_idx ON claim (event_id, made_from, id);
--> statement-breakpoint
CREATE UNIQUE INDEX claim_collection_idx ON claim (collection, fingerprint) WHERE known_until is null;
--> statement-breakpoint

CREATE TABLE claim_about (
  claim_id integer,
  entity_id integer,
  CONSTRAINT claim_about_pkey PRIMARY KEY (claim_id, entity_id),
  CONSTRAINT claim_about_claim_id_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES claim (id) ON DELETE CASCADE,
  CONSTRAINT claim_about_entity_id_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES entity (id)
);
--> statement-breakpoint

-- Entity.claimsAbout
CREATE INDEX claim_about_entity_idx ON claim_about (entity_id, claim_id);
--> statement-breakpoint

CREATE TABLE indicator (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  country_id integer NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  value double precision NOT NULL,
  unit text NOT NULL,
  period daterange NOT NULL,
  start_precision date_precision,
  end_precision date_precision,
  end_state end_state NOT NULL,
  period_text text,
  starts_on date GENERATED ALWAYS AS (coalesce(lower(period), 'infinity'::date)) STORED NOT NULL,
  claim_id integer,
  certainty certainty NOT NULL,
  independent_sources smallint NOT NULL,
  known_from timestamp(3) with time zone NOT NULL,
  known_until timestamp(3) with time zone,
  fingerprint uuid NOT NULL,
  collection text NOT NULL,
  CONSTRAINT indicator_code_is_kebab_case CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT indicator_period_is_whole CHECK (
    not isempty(period)
    and lower_inf(period) = (start_precision is null)
    and upper_inf(period) = (end_precision is null)
    and (upper_inf(period) or end_state = 'ENDED')
  ),
  CONSTRAINT indicator_known_forwards CHECK (known_until >= known_from),
  CONSTRAINT indicator_country_id_country_entity_id_fkey
    FOREIGN KEY (country_id) REFERENCES country (entity_id),
  CONSTRAINT indicator_claim_id_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES claim (id)
);
--> statement-breakpoint

-- Country.indicators
CREATE INDEX indicator_country_idx ON indicator (country_id, code, starts_on, id);
--> statement-breakpoint
CREATE INDEX indicator_claim_idx ON indicator (claim_id);
--> statement-breakpoint
CREATE UNIQUE INDEX indicator_collection_idx ON indicator (collection, fingerprint) WHERE known_until is null;
--> statement-breakpoint

-- 5. The edges, and both ends of each

CREATE TABLE relationship (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  type relationship_type NOT NULL,
  subject_id integer NOT NULL,
  subject_kind entity_kind NOT NULL,
  object_id integer NOT NULL,
  object_kind entity_kind NOT NULL,
  stance stance GENERATED ALWAYS AS (case
    when type in ('MEMBER_OF', 'ALLIED_WITH', 'PARTNERS_WITH', 'SUPPORTS', 'AIDS', 'EMPLOYS', 'RECOGNIZES')
      then 'COOPERATIVE'::stance
    when type in ('OPPOSES', 'SANCTIONS', 'THREATENS', 'DETAINS', 'FIGHTS', 'OVERTHREW', 'RIVAL_OF')
      then 'HOSTILE'::stance
    else 'NEUTRAL'::stance
  end) STORED NOT NULL,
  "symmetric" boolean GENERATED ALWAYS AS (
    type in ('ALLIED_WITH', 'PARTNERS_WITH', 'FIGHTS', 'RIVAL_OF', 'BORDERS')
  ) STORED NOT NULL,
  period daterange NOT NULL,
  start_precision date_precision,
  end_precision date_precision,
  end_state end_state NOT NULL,
  period_text text,
  starts_on date GENERATED ALWAYS AS (coalesce(lower(period), 'infinity'::date)) STORED NOT NULL,
  summary text,
  title text,
  rank office_rank,
  basis office_basis,
  entry office_entry,
  exit office_exit,
  status membership_status,
  role participant_role,
  certainty certainty NOT NULL,
  independent_sources smallint NOT NULL,
  known_from timestamp(3) with time zone NOT NULL,
  known_until timestamp(3) with time zone,
  fingerprint uuid NOT NULL,
  collection text NOT NULL,
  CONSTRAINT relationship_kinds_fit_type CHECK (case type
    when 'HOLDS_OFFICE' then
      subject_kind in ('LEADER') and object_kind in ('COUNTRY', 'ORGANIZATION', 'ALLIANCE')
    when 'MEMBER_OF' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('ALLIANCE', 'ORGANIZATION')
    when 'PARTICIPATED_IN' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('EVENT')
    when 'ALLIED_WITH' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'PARTNERS_WITH' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'SUPPORTS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'AIDS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'EMPLOYS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'RECOGNIZES' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'OPPOSES' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'SANCTIONS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'THREATENS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'DETAINS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE') and object_kind in ('LEADER')
    when 'FIGHTS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'OVERTHREW' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'RIVAL_OF' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
    when 'BORDERS' then subject_kind in ('COUNTRY') and object_kind in ('COUNTRY')
    when 'PART_OF' then
      subject_kind in ('EVENT') and object_kind in ('EVENT')
      or subject_kind in ('COUNTRY', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'ORGANIZATION', 'ALLIANCE')
    when 'RESPONDS_TO' then subject_kind in ('EVENT') and object_kind in ('EVENT')
    when 'CONTROLS' then
      subject_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
      and object_kind in ('COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE')
  end),
  CONSTRAINT relationship_has_two_ends CHECK (subject_id <> object_id),
  CONSTRAINT relationship_columns_fit_type CHECK (
    (type = 'HOLDS_OFFICE') = (title is not null)
    and (type = 'HOLDS_OFFICE') = (rank is not null)
    and (type = 'HOLDS_OFFICE') = (basis is not null)
    and (type = 'HOLDS_OFFICE' or (entry is null and exit is null))
    and (type = 'MEMBER_OF') = (status is not null)
    and (type = 'PARTICIPATED_IN') = (role is not null)
  ),
  CONSTRAINT relationship_period_is_whole CHECK (
    not isempty(period)
    and lower_inf(period) = (start_precision is null)
    and upper_inf(period) = (end_precision is null)
    and (upper_inf(period) or end_state = 'ENDED')
  ),
  CONSTRAINT relationship_known_forwards CHECK (known_until >= known_from)
);
--> statement-breakpoint

-- facts of a collection on record; no fact twice
CREATE UNIQUE INDEX relationship_collection_idx ON relationship (collection, fingerprint) WHERE known_until is null;
--> statement-breakpoint

-- A relationship from each of its ends.
CREATE VIEW relationship_ends AS
SELECT relationship.*, subject_id AS entity_id, object_id AS counterpart_id, object_kind AS counterpart_kind,
  CASE WHEN "symmetric" THEN 'ANY' ELSE 'OUTGOING' END::direction AS direction
FROM relationship
UNION ALL
SELECT relationship.*, object_id, subject_id, subject_kind,
  CASE WHEN "symmetric" THEN 'ANY' ELSE 'INCOMING' END::direction
FROM relationship;
--> statement-breakpoint

CREATE TABLE adjacency (
  relationship_id integer,
  entity_id integer,
  counterpart_id integer NOT NULL,
  counterpart_kind entity_kind NOT NULL,
  direction direction NOT NULL,
  type relationship_type NOT NULL,
  stance stance NOT NULL,
  certainty certainty NOT NULL,
  prominence smallint NOT NULL,
  held_from date NOT NULL,
  held_until date NOT NULL,
  starts_on date,
  known_from timestamp(3) with time zone NOT NULL,
  known_until timestamp(3) with time zone NOT NULL,
  CONSTRAINT adjacency_pkey PRIMARY KEY (entity_id, starts_on, relationship_id)
);
--> statement-breakpoint

-- leaders, offices, memberships, members, participants, events: one type, earliest first
CREATE INDEX adjacency_type_starts_on_idx ON adjacency (entity_id, type, starts_on, relationship_id);
--> statement-breakpoint

-- traversal along what a machine coded, where it is asked for
CREATE INDEX adjacency_coded_walk_idx ON adjacency (entity_id, counterpart_id) WHERE certainty = 'CODED';
--> statement-breakpoint

-- Traversal: everything that a walk asks of a row, so that it reads this index and no table. Within an entity the
-- more prominent counterparts come first (neighborhood stops early), and one counterpart, whose prominence is
-- known, is found at once (paths look for the edge between two frontiers). drizzle has no INCLUDE, so this index
-- is not in src/db/tables.
CREATE INDEX adjacency_walk_idx ON adjacency (entity_id, prominence DESC, counterpart_id)
INCLUDE (relationship_id, type, stance, certainty, held_from, held_until, known_from, known_until)
WHERE certainty <> 'CODED';
--> statement-breakpoint

CREATE TABLE degree (
  entity_id integer PRIMARY KEY,
  degree integer NOT NULL
);
--> statement-breakpoint

-- A path, by the entities on it: what the search for paths passes between its functions.
CREATE TYPE entity_path AS (entities integer[]);
--> statement-breakpoint

-- 6. Why a fact is held

CREATE TABLE source (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  slug text NOT NULL UNIQUE,
  type source_type NOT NULL,
  title text NOT NULL,
  publisher text,
  authors text[] DEFAULT '{}'::text[] NOT NULL,
  published_on partial_date,
  url text,
  licence text,
  citation text,
  origin text,
  machine_coded boolean DEFAULT false NOT NULL,
  coverage daterange,
  coverage_start_precision date_precision,
  coverage_end_precision date_precision,
  coverage_end_state end_state,
  coverage_text text,
  CONSTRAINT source_slug_is_kebab_case CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT source_coverage_is_whole CHECK ((coverage is null) = (coverage_end_state is null))
);
--> statement-breakpoint

-- Query.sources
CREATE INDEX source_title_idx ON source (title, id);
--> statement-breakpoint

CREATE TABLE evidence (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  relationship_id integer,
  event_id integer,
  claim_id integer,
  indicator_id integer,
  source_id integer NOT NULL,
  stance evidence_stance NOT NULL,
  attributed_to_id integer,
  attributed_to_kind entity_kind,
  quote text,
  locator text,
  CONSTRAINT evidence_is_on_one_fact CHECK (num_nonnulls(relationship_id, event_id, claim_id, indicator_id) = 1),
  CONSTRAINT evidence_quote_is_short CHECK (char_length(quote) <= 300),
  CONSTRAINT evidence_attributed_to_an_actor CHECK (
    (attributed_to_id is null) = (attributed_to_kind is null) and attributed_to_kind <> 'EVENT'
  ),
  CONSTRAINT evidence_relationship_id_relationship_id_fkey
    FOREIGN KEY (relationship_id) REFERENCES relationship (id) ON DELETE CASCADE,
  CONSTRAINT evidence_event_id_event_entity_id_fkey
    FOREIGN KEY (event_id) REFERENCES event (entity_id) ON DELETE CASCADE,
  CONSTRAINT evidence_claim_id_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES claim (id) ON DELETE CASCADE,
  CONSTRAINT evidence_indicator_id_indicator_id_fkey
    FOREIGN KEY (indicator_id) REFERENCES indicator (id) ON DELETE CASCADE,
  CONSTRAINT evidence_source_id_source_id_fkey FOREIGN KEY (source_id) REFERENCES source (id),
  CONSTRAINT "evidence_xP48ooR4iykR_fkey"
    FOREIGN KEY (attributed_to_id, attributed_to_kind) REFERENCES entity (id, kind)
);
--> statement-breakpoint

-- Fact.evidence, from each side
CREATE INDEX evidence_relationship_idx ON evidence (relationship_id, id) WHERE relationship_id is not null;
--> statement-breakpoint
CREATE INDEX evidence_event_idx ON evidence (event_id, id) WHERE event_id is not null;
--> statement-breakpoint
CREATE INDEX evidence_claim_idx ON evidence (claim_id, id) WHERE claim_id is not null;
--> statement-breakpoint
CREATE INDEX evidence_indicator_idx ON evidence (indicator_id, id) WHERE indicator_id is not null;
--> statement-breakpoint

-- Source.facts
CREATE INDEX evidence_source_idx ON evidence (source_id, id);
--> statement-breakpoint
CREATE INDEX evidence_attributed_to_idx ON evidence (attributed_to_id) WHERE attributed_to_id is not null;
--> statement-breakpoint

-- 7. What has been loaded

CREATE TABLE collection (
  slug text PRIMARY KEY,
  checksum text NOT NULL,
  events integer DEFAULT 0 NOT NULL,
  relationships integer DEFAULT 0 NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint

CREATE TABLE statement (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  source_id integer NOT NULL,
  key text NOT NULL,
  content jsonb NOT NULL,
  CONSTRAINT statement_source_key UNIQUE (source_id, key),
  CONSTRAINT statement_source_id_source_id_fkey FOREIGN KEY (source_id) REFERENCES source (id)
);
