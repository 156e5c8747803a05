-- Both ends of every relationship, and the search through them.

-- The power of two that fits in a degree: 0 for 1, 4 for 16 to 31.
CREATE FUNCTION prominence_of(degree integer) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT width_bucket(degree, ARRAY[2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536,
    131072, 262144, 524288, 1048576, 2097152, 4194304, 8388608, 16777216])::smallint
$$;
--> statement-breakpoint

-- Traversal: everything that a walk asks of a row, so that it reads this index and no table. Within an entity
-- the better connected counterparts come first (neighborhood stops early), and one counterpart, whose
-- prominence is known, is found at once (paths look for the edge between two frontiers).
CREATE INDEX adjacency_walk_idx ON adjacency (entity_id, prominence DESC, counterpart_id)
INCLUDE (relationship_id, type, stance, certainty, held_from, held_until, known_from, known_until);
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

-- Kept by the database, so that no writer can forget an end. Once for each statement, not each row: bulk loads
-- write adjacency in bulk. An entity whose degree has doubled moves to its new prominence in every row that
-- leads to it, which over its life costs no more than adding those rows did.
CREATE FUNCTION add_adjacency() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  risen integer[];
BEGIN
  WITH gained AS (
    SELECT entity_id, count(*)::integer AS gain
    FROM (SELECT subject_id AS entity_id FROM added UNION ALL SELECT object_id FROM added) AS ends
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
  SELECT ends.id, ends.entity_id, counterpart_id, counterpart_kind, direction, type, stance, certainty,
    prominence_of(degree), coalesce(lower(period), '-infinity'), coalesce(upper(period), 'infinity'), starts_on,
    known_from, coalesce(known_until, 'infinity')
  FROM relationship_ends AS ends JOIN degree ON degree.entity_id = counterpart_id
  WHERE ends.id IN (SELECT id FROM added);

  UPDATE adjacency AS other_end SET prominence = prominence_of(degree.degree)
  FROM adjacency AS own JOIN degree ON degree.entity_id = own.entity_id
  WHERE own.entity_id = ANY (risen)
    AND other_end.relationship_id = own.relationship_id AND other_end.entity_id = own.counterpart_id
    AND other_end.prominence <> prominence_of(degree.degree);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER relationship_adds_adjacency AFTER INSERT ON relationship
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_adjacency();
--> statement-breakpoint

CREATE FUNCTION follow_in_adjacency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE adjacency
  SET certainty = changed.certainty, known_from = changed.known_from,
    known_until = coalesce(changed.known_until, 'infinity')
  FROM changed
  WHERE adjacency.relationship_id = changed.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER relationship_updates_adjacency AFTER UPDATE ON relationship
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_in_adjacency();
--> statement-breakpoint

-- After a bulk load that had the triggers of relationship switched off: makes adjacency and degree anew, as the
-- triggers would have left them.
CREATE FUNCTION rebuild_adjacency() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE adjacency, degree;
  INSERT INTO degree
  SELECT entity_id, count(*)
  FROM (SELECT subject_id AS entity_id FROM relationship UNION ALL SELECT object_id FROM relationship) AS ends
  GROUP BY entity_id;
  INSERT INTO adjacency (relationship_id, entity_id, counterpart_id, counterpart_kind, direction, type, stance,
    certainty, prominence, held_from, held_until, starts_on, known_from, known_until)
  SELECT ends.id, ends.entity_id, counterpart_id, counterpart_kind, direction, type, stance, certainty,
    prominence_of(degree), coalesce(lower(period), '-infinity'), coalesce(upper(period), 'infinity'), starts_on,
    known_from, coalesce(known_until, 'infinity')
  FROM relationship_ends AS ends JOIN degree ON degree.entity_id = counterpart_id
  ORDER BY ends.entity_id, prominence_of(degree) DESC, counterpart_id;
END
$$;
--> statement-breakpoint

-- The search itself. Level by level and in sets, never path by path. Its statements are planned once, for any
-- input, and held to the plan they are written for: the walk index, and hashes between sets. find_paths,
-- neighborhood and shared_neighbors set that for the functions they call.
--
-- Every function takes the filter of a walk: of_types, of_stances and of_certainty (null for any), as_of (a day on
-- which a tie may have held; null for any) and at (an instant at which it was on record).

-- All ties of some entities, each from its own side.
CREATE FUNCTION ties_of_all(walked integer[], of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, at timestamptz)
RETURNS TABLE (entity_id integer, counterpart_id integer, prominence smallint, relationship_id integer,
  certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT entity_id, counterpart_id, prominence, relationship_id, certainty
  FROM adjacency
  WHERE entity_id = ANY (walked)
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
$$;
--> statement-breakpoint

-- All ties of one entity; read from the walk index, the more prominent counterparts come first.
CREATE FUNCTION ties_of(walked integer, of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, at timestamptz)
RETURNS TABLE (entity_id integer, counterpart_id integer, prominence smallint, relationship_id integer,
  certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT entity_id, counterpart_id, prominence, relationship_id, certainty
  FROM adjacency
  WHERE entity_id = walked
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
$$;
--> statement-breakpoint

-- The ties between one entity and another, whose prominence leads straight to them.
CREATE FUNCTION ties_between(one integer, other integer, of_prominence smallint, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, at timestamptz)
RETURNS TABLE (relationship_id integer, certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT relationship_id, certainty
  FROM adjacency
  WHERE entity_id = one AND prominence = of_prominence AND counterpart_id = other
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of))
    AND known_from <= at AND known_until > at
$$;
--> statement-breakpoint

CREATE TYPE entity_path AS (entities integer[]);
--> statement-breakpoint

-- Paths made longer by one entity of a level, before their head or behind their end; `wanted` of them at the most.
CREATE FUNCTION extend_paths(paths entity_path[], level integer[], at_head boolean, wanted integer,
  of_types relationship_type[], of_stances stance[], of_certainty certainty[], as_of date, at timestamptz)
RETURNS entity_path[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  tips integer[] := ARRAY(
    SELECT DISTINCT CASE WHEN at_head THEN entities[1] ELSE entities[cardinality(entities)] END FROM unnest(paths));
  tips_degree bigint := (SELECT sum(degree.degree) FROM degree WHERE entity_id = ANY (tips));
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
      (SELECT entity_id AS tip, prominence_of(degree) AS tip_prominence FROM degree WHERE entity_id = ANY (tips)) AS ends,
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

-- The shortest paths from one entity to another, by the entities on them: all of one length, `wanted` at the most.
-- From both ends; where the two frontiers are small, the edge between them is looked up rather than either
-- expanded, else the side with fewer ties to read goes on. `avoided` are never entered, `not_first` not by the
-- first step. The search costs at most `budget` ties read, and gives up at `deadline`: then cut_short is true.
CREATE FUNCTION shortest_paths(source integer, target integer, longest integer, wanted integer, avoided integer[],
  not_first integer[], of_types relationship_type[], of_stances stance[], of_certainty certainty[], as_of date,
  at timestamptz, budget bigint, deadline timestamptz, OUT paths entity_path[], OUT cost bigint, OUT cut_short boolean)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  front integer[] := ARRAY[source];
  front_cost bigint := coalesce((SELECT degree.degree FROM degree WHERE entity_id = source), 0);
  front_seen integer[] := avoided || source;
  front_all integer[] := ARRAY[source]; -- every level of this side, one after the other,
  front_ends integer[] := ARRAY[1];     -- and where each ends
  front_depth integer := 0;
  back integer[] := ARRAY[target];
  back_cost bigint := coalesce((SELECT degree.degree FROM degree WHERE entity_id = target), 0);
  back_prominence smallint[] := ARRAY[prominence_of(back_cost::integer)];
  -- With a first step forbidden, a way back through the source would get round that.
  back_seen integer[] := avoided || target || CASE WHEN cardinality(not_first) > 0 THEN source END;
  back_all integer[] := ARRAY[target];
  back_ends integer[] := ARRAY[1];
  back_depth integer := 0;
  lookups bigint;
  level integer;
BEGIN
  cost := 0;
  cut_short := false;
  LOOP
    IF front_depth + back_depth >= longest OR cardinality(front) = 0 OR cardinality(back) = 0 THEN
      RETURN;
    END IF;
    -- A lookup was measured to cost about as much as a tie that is read, sorted and held against what was seen.
    lookups := cardinality(front)::bigint * cardinality(back);
    IF lookups <= least(front_cost, back_cost) AND (front_depth > 0 OR cardinality(not_first) = 0) THEN
      cost := cost + lookups;
      SELECT array_agg(ROW (ARRAY[before, behind])::entity_path) INTO paths
      FROM (
        SELECT before, behind
        FROM unnest(front) AS before, unnest(back, back_prominence) AS ends (behind, of_prominence),
          LATERAL (SELECT FROM ties_between(before, behind, of_prominence, of_types, of_stances, of_certainty, as_of,
            at) LIMIT 1) AS tie
        LIMIT wanted
      ) AS met;
      EXIT WHEN paths IS NOT NULL;
    END IF;
    IF cost + least(front_cost, back_cost) > budget OR clock_timestamp() >= deadline THEN
      cut_short := true;
      RETURN;
    END IF;
    IF front_cost <= back_cost OR (front_depth = 0 AND cardinality(not_first) > 0) THEN
      cost := cost + front_cost;
      SELECT coalesce(array_agg(entity), '{}'), coalesce(sum(1::bigint << prominence), 0) INTO front, front_cost
      FROM (
        SELECT DISTINCT counterpart_id AS entity, prominence
        FROM ties_of_all(front, of_types, of_stances, of_certainty, as_of, at)
      ) AS reached
      WHERE NOT EXISTS (SELECT FROM unnest(front_seen) AS seen WHERE seen = entity)
        AND (front_depth > 0 OR NOT entity = ANY (not_first));
      front_depth := front_depth + 1;
      front_seen := front_seen || front;
      front_all := front_all || front;
      front_ends := front_ends || cardinality(front_all);
    ELSE
      cost := cost + back_cost;
      SELECT coalesce(array_agg(entity), '{}'), array_agg(prominence), coalesce(sum(1::bigint << prominence), 0)
      INTO back, back_prominence, back_cost
      FROM (
        SELECT DISTINCT counterpart_id AS entity, prominence
        FROM ties_of_all(back, of_types, of_stances, of_certainty, as_of, at)
      ) AS reached
      WHERE NOT EXISTS (SELECT FROM unnest(back_seen) AS seen WHERE seen = entity);
      back_depth := back_depth + 1;
      back_seen := back_seen || back;
      back_all := back_all || back;
      back_ends := back_ends || cardinality(back_all);
    END IF;
    SELECT array_agg(ROW (ARRAY[entity])::entity_path) INTO paths
    FROM (SELECT entity FROM unnest(front) AS entity WHERE entity IN (SELECT unnest(back)) LIMIT wanted) AS met;
    EXIT WHEN paths IS NOT NULL;
  END LOOP;
  FOR level IN REVERSE front_depth - 1 .. 1 LOOP
    paths := extend_paths(paths, front_all[front_ends[level] + 1 : front_ends[level + 1]], true, wanted,
      of_types, of_stances, of_certainty, as_of, at);
  END LOOP;
  FOR level IN REVERSE back_depth - 1 .. 1 LOOP
    paths := extend_paths(paths, back_all[back_ends[level] + 1 : back_ends[level + 1]], false, wanted,
      of_types, of_stances, of_certainty, as_of, at);
  END LOOP;
  -- The last step on either side is known: the first level is what the end itself is tied to.
  paths := ARRAY(
    SELECT ROW (CASE WHEN front_depth > 0 THEN ARRAY[source] ELSE '{}' END || entities
      || CASE WHEN back_depth > 0 THEN ARRAY[target] ELSE '{}' END)::entity_path
    FROM unnest(paths));
END
$$;
--> statement-breakpoint

-- Paths, shortest first, then the next shortest; all simple, none twice. The shortest come from one search;
-- further ones by Yen's algorithm (J. Y. Yen, Management Science 17, 1971): for each path found and each
-- place on it, the shortest ways on from there that no path found so far takes.
-- {"paths": [[{"from", "to", "relationship", "alternatives"}]], "truncated"}: between two entities the
-- relationship of the best certainty, the first of equals, and how many others pass the filter.
CREATE FUNCTION find_paths(source integer, target integer, longest integer, wanted integer,
  of_types relationship_type[], of_stances stance[], of_certainty certainty[], as_of date, at timestamptz,
  avoided integer[], budget bigint DEFAULT 2000000, patience interval DEFAULT '2 seconds')
RETURNS jsonb LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  deadline timestamptz := clock_timestamp() + patience;
  -- The ends are not walked through, so to avoid them means nothing.
  off_limits integer[] := array_remove(array_remove(avoided, source), target);
  found entity_path[];
  candidates entity_path[] := '{}';
  search record;
  path integer[];
  spur integer;
  explored integer := 0; -- paths of `found` that have been branched off from
  truncated boolean := false;
  hops jsonb;
BEGIN
  IF source = target THEN
    RETURN jsonb_build_object('paths', jsonb_build_array('[]'::jsonb), 'truncated', false);
  END IF;
  SELECT * INTO search FROM shortest_paths(source, target, longest, wanted, off_limits, '{}', of_types, of_stances,
    of_certainty, as_of, at, budget, deadline);
  found := coalesce(search.paths, '{}');
  truncated := search.cut_short;
  budget := budget - search.cost;
  WHILE cardinality(found) BETWEEN 1 AND wanted - 1 AND NOT truncated LOOP
    WHILE explored < cardinality(found) AND NOT truncated LOOP
      explored := explored + 1;
      path := found[explored].entities;
      FOR spur IN 1 .. cardinality(path) - 1 LOOP
        SELECT * INTO search FROM shortest_paths(path[spur], target, longest - spur + 1, wanted,
          off_limits || path[1 : spur - 1],
          ARRAY(SELECT entities[spur + 1] FROM unnest(found) WHERE entities[1 : spur] = path[1 : spur]),
          of_types, of_stances, of_certainty, as_of, at, budget, deadline);
        candidates := candidates || ARRAY(
          SELECT ROW (path[1 : spur - 1] || entities)::entity_path FROM unnest(search.paths));
        truncated := truncated OR search.cut_short;
        budget := budget - search.cost;
        EXIT WHEN truncated;
      END LOOP;
    END LOOP;
    candidates := ARRAY(
      SELECT DISTINCT ROW (entities)::entity_path FROM unnest(candidates)
      WHERE NOT entities IN (SELECT known.entities FROM unnest(found) AS known));
    EXIT WHEN cardinality(candidates) = 0;
    -- What branches off from the shortest of them cannot be shorter, so all of that length are next.
    found := found || ARRAY(
      SELECT ROW (entities)::entity_path
      FROM (SELECT entities, rank() OVER (ORDER BY cardinality(entities)) AS rank FROM unnest(candidates)) AS ranked
      WHERE rank = 1 ORDER BY entities LIMIT wanted - cardinality(found));
  END LOOP;

  SELECT coalesce(jsonb_agg(of_path ORDER BY ordinal), '[]') INTO hops
  FROM (
    SELECT ordinal, jsonb_agg(jsonb_build_object('from', from_id, 'to', to_id,
      'relationship', best, 'alternatives', ties - 1) ORDER BY hop) AS of_path
    FROM unnest(found) WITH ORDINALITY AS path (entities, ordinal),
      generate_series(1, cardinality(entities) - 1) AS hop,
      LATERAL (SELECT entities[hop] AS from_id, entities[hop + 1] AS to_id) AS ends,
      LATERAL (
        SELECT (array_agg(relationship_id ORDER BY certainty, relationship_id))[1] AS best, count(*) AS ties
        FROM ties_between(from_id, to_id,
          (SELECT prominence_of(degree.degree) FROM degree WHERE entity_id = to_id),
          of_types, of_stances, of_certainty, as_of, at)
      ) AS tie
    GROUP BY ordinal
  ) AS paths;
  RETURN jsonb_build_object('paths', hops, 'truncated', truncated);
END
$$;
--> statement-breakpoint

-- The relationships between any two of some entities, `wanted` at the most. An entity with few ties
-- shows them all; between two that have many, the ties are looked up.
CREATE FUNCTION ties_among(among integer[], wanted integer, of_types relationship_type[], of_stances stance[],
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
    SELECT entity_id, degree, degree > 4 * cardinality(among) AS is_many FROM degree WHERE entity_id = ANY (among)
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

-- Everything within `depth` steps of the centres: the nearest first, within a depth the more prominent, then in the order
-- of the record, `most` at the most. From each entity of a level only as many ties are read as there is room.
-- {"nodes": [[id, depth]], "relationships": [id], "truncated"}: relationships between the nodes, ten for each of
-- `most` at the most.
CREATE FUNCTION neighborhood(centres integer[], depth integer, most integer, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, at timestamptz, avoided integer[],
  patience interval DEFAULT '2 seconds')
RETURNS jsonb LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET enable_hashagg = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  deadline timestamptz := clock_timestamp() + patience;
  front integer[] := ARRAY(
    SELECT centre FROM unnest(centres) AS centre GROUP BY centre
    ORDER BY coalesce(prominence_of((SELECT degree.degree FROM degree WHERE entity_id = centre)), 0) DESC, centre
    LIMIT most);
  nodes integer[] := front;
  depths integer[] := array_fill(0, ARRAY[cardinality(front)]);
  truncated boolean := (SELECT count(DISTINCT centre) FROM unnest(centres) AS centre) > most;
  room integer;
  ties integer[];
  most_ties CONSTANT integer := 10 * most;
BEGIN
  FOR step IN 1 .. depth LOOP
    EXIT WHEN truncated OR cardinality(front) = 0;
    IF clock_timestamp() >= deadline THEN
      truncated := true;
      EXIT;
    END IF;
    room := most - cardinality(nodes);
    front := ARRAY(
      SELECT counterpart_id
      FROM (
        SELECT DISTINCT top.prominence, top.counterpart_id
        FROM unnest(front) AS entity,
          LATERAL (
            SELECT DISTINCT prominence, counterpart_id
            FROM ties_of(entity, of_types, of_stances, of_certainty, as_of, at)
            WHERE NOT counterpart_id = ANY (nodes) AND NOT counterpart_id = ANY (avoided)
            ORDER BY prominence DESC, counterpart_id
            LIMIT room + 1
          ) AS top
      ) AS reached
      ORDER BY prominence DESC, counterpart_id LIMIT room + 1);
    IF cardinality(front) > room THEN
      truncated := true;
      front := front[1 : room];
    END IF;
    nodes := nodes || front;
    depths := depths || array_fill(step, ARRAY[cardinality(front)]);
  END LOOP;
  ties := ties_among(nodes, most_ties + 1, of_types, of_stances, of_certainty, as_of, at);
  RETURN jsonb_build_object(
    'nodes', (SELECT coalesce(jsonb_agg(jsonb_build_array(node, node_depth) ORDER BY ordinal), '[]')
      FROM unnest(nodes, depths) WITH ORDINALITY AS kept (node, node_depth, ordinal)),
    'relationships', to_jsonb(ties[1 : most_ties]),
    'truncated', truncated OR cardinality(ties) > most_ties);
END
$$;
--> statement-breakpoint

-- The entities tied to every one of some, the more prominent first, then in the order of the record, `most` at the most.
-- {"shared": [{"entity", "relationships": [id]}]}: with each of them at most twenty relationships.
CREATE FUNCTION shared_neighbors(of_entities integer[], most integer, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, at timestamptz, avoided integer[])
RETURNS jsonb LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET enable_hashagg = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  -- The one with the fewest ties is read; for the others its neighbours are looked up.
  fewest integer := (SELECT entity FROM unnest(of_entities) AS entity
    ORDER BY (SELECT degree.degree FROM degree WHERE entity_id = entity) NULLS FIRST, entity LIMIT 1);
  others integer[] := array_remove(of_entities, fewest);
BEGIN
  RETURN (
    SELECT jsonb_build_object('shared', coalesce(jsonb_agg(
      jsonb_build_object('entity', counterpart_id, 'relationships', (
        SELECT jsonb_agg(relationship_id ORDER BY relationship_id)
        FROM unnest(of_entities) AS entity,
          LATERAL (
            SELECT relationship_id
            FROM ties_between(entity, counterpart_id, prominence, of_types, of_stances, of_certainty, as_of, at)
            ORDER BY certainty, relationship_id LIMIT 20
          ) AS tie
      )) ORDER BY prominence DESC, counterpart_id), '[]'))
    FROM (
      SELECT prominence, counterpart_id
      FROM (
        SELECT DISTINCT prominence, counterpart_id
        FROM ties_of(fewest, of_types, of_stances, of_certainty, as_of, at)
        WHERE NOT counterpart_id = ANY (avoided)
        ORDER BY prominence DESC, counterpart_id
      ) AS neighbor
      WHERE NOT EXISTS (
        SELECT FROM unnest(others) AS other
        WHERE NOT EXISTS (
          SELECT FROM ties_between(other, counterpart_id, prominence, of_types, of_stances, of_certainty, as_of, at))
      )
      ORDER BY prominence DESC, counterpart_id LIMIT most
    ) AS shared
  );
END
$$;
