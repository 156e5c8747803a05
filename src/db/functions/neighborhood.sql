-- What surrounds entities. Like find_paths, neighborhood fixes the plans of its statements, and of those in the
-- functions it calls. ties.sql explains the filter of a walk.

-- The relationships between any two of the entities, at most `wanted`. For an entity with few ties, all of
-- them are read; between two with many, the ties are looked up. An entity with only machine-coded ties has no
-- degree.
CREATE OR REPLACE FUNCTION ties_among(among integer[], wanted integer, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, unattested boolean, at timestamptz)
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
    SELECT relationship_id FROM ties_of_all(few, of_types, of_stances, of_certainty, as_of, unattested, at)
    WHERE counterpart_id IN (SELECT unnest(among))
      AND (entity_id < counterpart_id OR NOT counterpart_id IN (SELECT unnest(few)))
    UNION ALL
    SELECT tie.relationship_id
    FROM unnest(many) AS one, unnest(many, many_prominence) AS ends (other, other_prominence),
      LATERAL (SELECT relationship_id
        FROM ties_between(one, other, other_prominence, of_types, of_stances, of_certainty, as_of, unattested, at)
        LIMIT wanted) AS tie
    WHERE one < other
    LIMIT wanted
  ) AS found;
  RETURN coalesce(ties, '{}');
END
$$;

-- Everything within `depth` steps of the centers, at most `most` nodes: the nearest first, at the same depth
-- the more prominent, then in the order of the record. From each entity of a level, only as many ties are
-- read as fit.
-- {"nodes": [[id, depth]], "relationships": [id], "truncated"}: the relationships between the nodes, at most
-- ten times `most`.
CREATE OR REPLACE FUNCTION neighborhood(centers integer[], depth integer, most integer, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, unattested boolean, at timestamptz, avoided integer[],
  patience interval DEFAULT '2 seconds')
RETURNS jsonb LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET enable_hashagg = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  deadline timestamptz := clock_timestamp() + patience;
  front integer[] := ARRAY(
    SELECT center FROM unnest(centers) AS center GROUP BY center
    ORDER BY coalesce(prominence_of((SELECT degree.degree FROM degree WHERE entity_id = center)), 0) DESC, center
    LIMIT most);
  nodes integer[] := front;
  depths integer[] := array_fill(0, ARRAY[cardinality(front)]);
  truncated boolean := (SELECT count(DISTINCT center) FROM unnest(centers) AS center) > most;
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
            FROM ties_of(entity, of_types, of_stances, of_certainty, as_of, unattested, at)
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
  ties := ties_among(nodes, most_ties + 1, of_types, of_stances, of_certainty, as_of, unattested, at);
  RETURN jsonb_build_object(
    'nodes', (SELECT coalesce(jsonb_agg(jsonb_build_array(node, node_depth) ORDER BY ordinal), '[]')
      FROM unnest(nodes, depths) WITH ORDINALITY AS kept (node, node_depth, ordinal)),
    'relationships', to_jsonb(ties[1 : most_ties]),
    'truncated', truncated OR cardinality(ties) > most_ties);
END
$$;
