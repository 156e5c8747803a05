-- One search from both ends: level by level and in sets, never path by path. Its statements are planned once,
-- for any input, and fixed to the plan they are written for: the walk index, and hashes between sets.
-- find_paths, which calls this, sets that for all of them. ties.sql explains the filter of a walk.

-- Paths extended by one entity of a level, before their head or after their end; at most `wanted` of them. An
-- entity with only machine-coded ties has no degree.
CREATE OR REPLACE FUNCTION extend_paths(paths entity_path[], level integer[], at_head boolean, wanted integer,
  of_types relationship_type[], of_stances stance[], of_certainty certainty[], as_of date, unattested boolean, at timestamptz)
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
      FROM ties_of_all(tips, of_types, of_stances, of_certainty, as_of, unattested, at)
      WHERE counterpart_id IN (SELECT unnest(level))
    ) AS ties;
  ELSE
    SELECT array_agg(entity), array_agg(tip) INTO steps, step_tips
    FROM unnest(level) AS entity,
      (SELECT tip, prominence_of(coalesce((SELECT degree.degree FROM degree WHERE entity_id = tip), 0)) AS tip_prominence
        FROM unnest(tips) AS tip) AS ends,
      LATERAL (SELECT FROM ties_between(entity, tip, tip_prominence, of_types, of_stances, of_certainty, as_of, unattested, at)
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

-- The shortest paths from one entity to another, by the entities on them: all of one length, at most
-- `wanted`. From both ends: while the two frontiers are small, the edge between them is looked up instead of
-- expanding either; otherwise the side with fewer ties to read goes on. `avoided` are never entered,
-- `not_first` not by the first step. The search reads at most `budget` ties, and gives up at `deadline`: then
-- cut_short is true.
CREATE OR REPLACE FUNCTION shortest_paths(source integer, target integer, longest integer, wanted integer,
  avoided integer[], not_first integer[], of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, unattested boolean, at timestamptz, budget bigint, deadline timestamptz,
  OUT paths entity_path[], OUT cost bigint, OUT cut_short boolean)
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
          LATERAL (SELECT FROM ties_between(before, behind, of_prominence, of_types, of_stances, of_certainty, as_of, unattested,
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
        FROM ties_of_all(front, of_types, of_stances, of_certainty, as_of, unattested, at)
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
        FROM ties_of_all(back, of_types, of_stances, of_certainty, as_of, unattested, at)
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
      of_types, of_stances, of_certainty, as_of, unattested, at);
  END LOOP;
  FOR level IN REVERSE back_depth - 1 .. 1 LOOP
    paths := extend_paths(paths, back_all[back_ends[level] + 1 : back_ends[level + 1]], false, wanted,
      of_types, of_stances, of_certainty, as_of, unattested, at);
  END LOOP;
  -- The last step on either side is known: the first level is what the end itself is tied to.
  paths := ARRAY(
    SELECT ROW (CASE WHEN front_depth > 0 THEN ARRAY[source] ELSE '{}' END || entities
      || CASE WHEN back_depth > 0 THEN ARRAY[target] ELSE '{}' END)::entity_path
    FROM unnest(paths));
END
$$;
