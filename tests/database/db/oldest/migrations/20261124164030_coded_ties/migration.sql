-- Room for millions of events that machines code: they stay out of search, and out of the way of traversals.

-- As before; what is not searchable is not found.
CREATE OR REPLACE FUNCTION search_entities(query text, kinds entity_kind[])
RETURNS TABLE (id integer, score real)
LANGUAGE sql STABLE PARALLEL SAFE
SET pg_trgm.word_similarity_threshold = 0.5
AS $$
  SELECT entity.id,
    CASE
      WHEN strpos(names, '|' || sought.plain || '|') > 0 THEN 1
      ELSE greatest(
        0.8 * word_similarity(sought.plain, names) + 0.1 * (
          -- by the best single name, or many aliases would make any one of them count for less
          SELECT max(similarity(sought.plain, one)) FROM unnest(string_to_array(trim('|' FROM names), '|')) AS one
        ),
        0.4 * ts_rank(document, sought.words, 32)
      )
    END::real AS score
  FROM entity,
    (SELECT plain_text(query) AS plain, websearch_to_tsquery('english', plain_text(query)) AS words) AS sought
  WHERE searchable AND (names %> sought.plain OR document @@ sought.words)
    AND (kinds IS NULL OR kind = ANY (kinds))
    AND strpos(slug, '@') = 0
$$;
--> statement-breakpoint

-- Traversal leaves out what a machine coded unless it is asked for, so its ties are not in the way of the others: the
-- walk index does not have them, they do not count for prominence, and where they are wanted they are read from
-- an index of their own.
DROP INDEX adjacency_walk_idx;
--> statement-breakpoint
CREATE INDEX adjacency_walk_idx ON adjacency (entity_id, prominence DESC, counterpart_id)
INCLUDE (relationship_id, type, stance, certainty, held_from, held_until, known_from, known_until)
WHERE certainty <> 'CODED';
--> statement-breakpoint

-- Both ends of what is added, in the order of the ends: so each index is written in few places.
CREATE OR REPLACE FUNCTION add_adjacency() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  risen integer[];
BEGIN
  WITH gained AS (
    SELECT entity_id, count(*)::integer AS gain
    FROM (
      SELECT subject_id AS entity_id FROM added WHERE certainty <> 'CODED'
      UNION ALL
      SELECT object_id FROM added WHERE certainty <> 'CODED'
    ) AS ends
    GROUP BY entity_id
  ), counted AS (
    INSERT INTO degree SELECT entity_id, gain FROM gained
    ON CONFLICT (entity_id) DO UPDATE SET degree = degree.degree + excluded.degree
    RETURNING entity_id, degree
  )
  SELECT array_agg(entity_id) INTO risen
  FROM counted JOIN gained USING (entity_id)
  WHERE degree > gain AND prominence_of(degree) > prominence_of(degree - gain);

  INSERT INTO adjacency (relationship_id, entity_id, counterpart_id, counterpart_kind, direction, type, stance,
    certainty, prominence, held_from, held_until, starts_on, known_from, known_until)
  SELECT id, ends.entity_id, counterpart_id, counterpart_kind, direction, type, stance, certainty,
    CASE WHEN certainty = 'CODED' THEN 0 ELSE prominence_of(degree) END, coalesce(lower(period), '-infinity'),
    coalesce(upper(period), 'infinity'), starts_on, known_from, coalesce(known_until, 'infinity')
  FROM (
    SELECT added.*, subject_id AS entity_id, object_id AS counterpart_id, object_kind AS counterpart_kind,
      CASE WHEN "symmetric" THEN 'ANY' ELSE 'OUTGOING' END::direction AS direction
    FROM added
    UNION ALL
    SELECT added.*, object_id, subject_id, subject_kind,
      CASE WHEN "symmetric" THEN 'ANY' ELSE 'INCOMING' END::direction
    FROM added
  ) AS ends LEFT JOIN degree ON degree.entity_id = counterpart_id
  ORDER BY ends.entity_id, starts_on, id;

  UPDATE adjacency AS other_end SET prominence = prominence_of(degree.degree)
  FROM adjacency AS own JOIN degree ON degree.entity_id = own.entity_id
  WHERE own.entity_id = ANY (risen) AND own.certainty <> 'CODED'
    AND other_end.entity_id = own.counterpart_id AND other_end.starts_on = own.starts_on
    AND other_end.relationship_id = own.relationship_id
    AND other_end.prominence <> prominence_of(degree.degree);
  RETURN NULL;
END
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION follow_in_adjacency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE adjacency
  SET known_from = changed.known_from, known_until = coalesce(changed.known_until, 'infinity')
  FROM changed
  WHERE adjacency.entity_id IN (changed.subject_id, changed.object_id) AND adjacency.starts_on = changed.starts_on
    AND adjacency.relationship_id = changed.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint

-- Both ends of a relationship are entities of the kinds that it says: what two foreign keys would hold, looked up once for
-- each end in a statement instead of for each row. Entities are never removed; one that still has ties cannot be.
CREATE FUNCTION require_ends() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  missing record;
BEGIN
  SELECT ends.id, ends.kind INTO missing
  FROM (
    SELECT subject_id AS id, subject_kind AS kind FROM added
    UNION
    SELECT object_id, object_kind FROM added
  ) AS ends LEFT JOIN entity ON entity.id = ends.id AND entity.kind = ends.kind
  WHERE entity.id IS NULL
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'A relationship needs entity % of kind %, which is not there.', missing.id, missing.kind
      USING ERRCODE = 'foreign_key_violation', TABLE = 'relationship', CONSTRAINT = 'relationship_ends_are_entities';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER relationship_ends_are_entities AFTER INSERT ON relationship
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_ends();
--> statement-breakpoint

CREATE FUNCTION refuse_loose_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM removed JOIN adjacency ON adjacency.entity_id = removed.id) THEN
    RAISE EXCEPTION 'An entity that has relationships cannot be removed.'
      USING ERRCODE = 'foreign_key_violation', TABLE = 'relationship', CONSTRAINT = 'relationship_ends_are_entities';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER entity_has_no_loose_ends AFTER DELETE ON entity
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION refuse_loose_ends();
--> statement-breakpoint

-- Nor is a fact's certainty written over: it follows from the evidence, and other evidence makes another version.
DROP TRIGGER relationship_is_never_rewritten ON relationship;
--> statement-breakpoint
CREATE TRIGGER relationship_is_never_rewritten
BEFORE UPDATE OF type, subject_id, object_id, period, certainty, fingerprint ON relationship
FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint

-- In the place of a foreign key, which would be checked for each row of what only triggers write.
CREATE FUNCTION remove_adjacency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM adjacency USING removed
  WHERE adjacency.entity_id IN (removed.subject_id, removed.object_id) AND adjacency.starts_on = removed.starts_on
    AND adjacency.relationship_id = removed.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER relationship_removes_adjacency AFTER DELETE ON relationship
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION remove_adjacency();
--> statement-breakpoint

CREATE OR REPLACE FUNCTION rebuild_adjacency() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE adjacency, degree;
  INSERT INTO degree
  SELECT entity_id, count(*)
  FROM (
    SELECT subject_id AS entity_id FROM relationship WHERE certainty <> 'CODED'
    UNION ALL
    SELECT object_id FROM relationship WHERE certainty <> 'CODED'
  ) AS ends
  GROUP BY entity_id;
  INSERT INTO adjacency (relationship_id, entity_id, counterpart_id, counterpart_kind, direction, type, stance,
    certainty, prominence, held_from, held_until, starts_on, known_from, known_until)
  SELECT ends.id, ends.entity_id, counterpart_id, counterpart_kind, direction, type, stance, certainty,
    CASE WHEN certainty = 'CODED' THEN 0 ELSE prominence_of(degree) END AS ends_prominence,
    coalesce(lower(period), '-infinity'), coalesce(upper(period), 'infinity'), starts_on, known_from,
    coalesce(known_until, 'infinity')
  FROM relationship_ends AS ends LEFT JOIN degree ON degree.entity_id = counterpart_id
  ORDER BY ends.entity_id, ends_prominence DESC, counterpart_id;
END
$$;
--> statement-breakpoint

-- What is on record already, as the new rules have it.
SELECT rebuild_adjacency();
--> statement-breakpoint

-- The search reads the two sorts of ties apart; of the second it reads nothing where they are not asked for.
-- All ties of some entities, each from its own side.
CREATE OR REPLACE FUNCTION ties_of_all(walked integer[], of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, at timestamptz)
RETURNS TABLE (entity_id integer, counterpart_id integer, prominence smallint, relationship_id integer,
  certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT entity_id, counterpart_id, prominence, relationship_id, certainty
  FROM adjacency
  WHERE entity_id = ANY (walked) AND certainty <> 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
  UNION ALL
  SELECT entity_id, counterpart_id,
    coalesce((SELECT prominence_of(degree.degree) FROM degree WHERE degree.entity_id = counterpart_id), 0::smallint),
    relationship_id, certainty
  FROM adjacency
  WHERE entity_id = ANY (walked) AND certainty = 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR 'CODED' = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
$$;
--> statement-breakpoint

-- All ties of one entity; read from the walk index, the more prominent counterparts come first.
CREATE OR REPLACE FUNCTION ties_of(walked integer, of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, at timestamptz)
RETURNS TABLE (entity_id integer, counterpart_id integer, prominence smallint, relationship_id integer,
  certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT entity_id, counterpart_id, prominence, relationship_id, certainty
  FROM adjacency
  WHERE entity_id = walked AND certainty <> 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
  UNION ALL
  SELECT entity_id, counterpart_id,
    coalesce((SELECT prominence_of(degree.degree) FROM degree WHERE degree.entity_id = counterpart_id), 0::smallint),
    relationship_id, certainty
  FROM adjacency
  WHERE entity_id = walked AND certainty = 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR 'CODED' = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
$$;
--> statement-breakpoint

-- The ties between one entity and another, whose prominence leads straight to them.
CREATE OR REPLACE FUNCTION ties_between(one integer, other integer, of_prominence smallint, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, at timestamptz)
RETURNS TABLE (relationship_id integer, certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT relationship_id, certainty
  FROM adjacency
  WHERE entity_id = one AND prominence = of_prominence AND counterpart_id = other AND certainty <> 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
  UNION ALL
  SELECT relationship_id, certainty
  FROM adjacency
  WHERE entity_id = one AND counterpart_id = other AND certainty = 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR 'CODED' = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
$$;
--> statement-breakpoint

-- As before, also where an entity has only ties that a machine coded, and so no degree.
CREATE OR REPLACE FUNCTION extend_paths(paths entity_path[], level integer[], at_head boolean, wanted integer,
  of_types relationship_type[], of_stances stance[], of_certainty certainty[], as_of date, at timestamptz)
RETURNS entity_path[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  tips integer[] := ARRAY(
    SELECT DISTINCT CASE WHEN at_head THEN entities[1] ELSE entities[cardinality(entities)] END FROM unnest(paths));
  tips_degree bigint := coalesce((SELECT sum(degree.degree) FROM degree WHERE entity_id = ANY (tips)), 0);
  steps integer[];
  step_tips integer[];
  extended entity_path[];
BEGIN
  IF tips_degree <= 4 * cardinality(tips) * cardinality(level)::bigint THEN
    SELECT array_agg(entity), array_agg(tip) INTO steps, step_tips
    FROM (
      SELECT DISTINCT counterpart_id AS entity, entity_id AS tip
      FROM ties_of_all(tips, of_types, of_stances, of_certainty, as_of, at)
      WHERE counterpart_id IN (SELECT unnest(level))
    ) AS ties;
  ELSE
    SELECT array_agg(entity), array_agg(tip) INTO steps, step_tips
    FROM unnest(level) AS entity,
      (SELECT tip, prominence_of(coalesce((SELECT degree.degree FROM degree WHERE entity_id = tip), 0)) AS tip_prominence
        FROM unnest(tips) AS tip) AS ends,
      LATERAL (SELECT FROM ties_between(entity, tip, tip_prominence, of_types, of_stances, of_certainty, as_of, at)
        LIMIT 1) AS tie;
  END IF;
  SELECT array_agg(ROW (entities)::entity_path) INTO extended
  FROM (
    SELECT CASE WHEN at_head THEN entity || entities ELSE entities || entity END AS entities
    FROM unnest(paths), unnest(steps, step_tips) AS step (entity, tip)
    WHERE tip = CASE WHEN at_head THEN entities[1] ELSE entities[cardinality(entities)] END
    ORDER BY 1 LIMIT wanted
  ) AS longer;
  RETURN extended;
END
$$;
--> statement-breakpoint

-- As before, in the same way.
CREATE OR REPLACE FUNCTION ties_among(among integer[], wanted integer, of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, at timestamptz)
RETURNS integer[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  few integer[];
  many integer[];
  many_prominence smallint[];
  ties integer[];
BEGIN
  SELECT array_agg(entity_id) FILTER (WHERE NOT is_many), array_agg(entity_id) FILTER (WHERE is_many),
    array_agg(prominence_of(degree)) FILTER (WHERE is_many)
  INTO few, many, many_prominence
  FROM (
    SELECT entity_id, degree, degree > 4 * cardinality(among) AS is_many
    FROM (
      SELECT entity_id, coalesce((SELECT degree.degree FROM degree WHERE degree.entity_id = one.entity_id), 0) AS degree
      FROM unnest(among) AS one (entity_id)
    ) AS entities
  ) AS counted;
  SELECT array_agg(relationship_id ORDER BY relationship_id) INTO ties
  FROM (
    -- Between two of the few a tie shows from both ends: it is taken from one.
    SELECT relationship_id FROM ties_of_all(few, of_types, of_stances, of_certainty, as_of, at)
    WHERE counterpart_id IN (SELECT unnest(among))
      AND (entity_id < counterpart_id OR NOT counterpart_id IN (SELECT unnest(few)))
    UNION ALL
    SELECT tie.relationship_id
    FROM unnest(many) AS one, unnest(many, many_prominence) AS ends (other, other_prominence),
      LATERAL (SELECT relationship_id
        FROM ties_between(one, other, other_prominence, of_types, of_stances, of_certainty, as_of, at)
        LIMIT wanted) AS tie
    WHERE one < other
    LIMIT wanted
  ) AS found;
  RETURN coalesce(ties, '{}');
END
$$;
--> statement-breakpoint

-- What is on record already, counted by collection.
UPDATE collection SET
  events = (SELECT count(*) FROM event WHERE event.collection = slug AND known_until IS NULL),
  relationships = (SELECT count(*) FROM relationship WHERE relationship.collection = slug AND known_until IS NULL);
