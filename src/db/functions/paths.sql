-- Paths, shortest first, then the next shortest; all simple, none twice. The shortest come from one search,
-- the others from Yen's algorithm (J. Y. Yen, Management Science 17, 1971): for each path found and each
-- place on it, the shortest ways on from there that no path found so far takes.
-- {"paths": [{"hops": [{"from", "to", "relationship", "alternatives"}], "during", "bounds": [id]}], "truncated"}.
-- `during` is the longest time in which each hop held or may have held by whichever relationship, the latest of equal length;
-- null if there is none. Where there are several, that is as far as sources vouch. `alternatives` counts the other relationships of a hop that pass the filter, which ties.sql explains; where there are
-- any, told_tie chooses, and adds to `bounds`.
CREATE OR REPLACE FUNCTION find_paths(source integer, target integer, longest integer, wanted integer,
  of_types relationship_type[], of_stances stance[], of_certainty certainty[], as_of date, unattested boolean, at timestamptz,
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
  told record;
  during daterange;
  hops jsonb;
  bounds jsonb;
  answer jsonb := '[]';
BEGIN
  IF source = target THEN
    RETURN jsonb_build_object('paths', '[{"hops": [], "during": "(,)", "bounds": []}]'::jsonb, 'truncated', false);
  END IF;
  SELECT * INTO search FROM shortest_paths(source, target, longest, wanted, off_limits, '{}', of_types, of_stances,
    of_certainty, as_of, unattested, at, budget, deadline);
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
          of_types, of_stances, of_certainty, as_of, unattested, at, budget, deadline);
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

  FOR told IN
    SELECT ordinal, range_intersect_agg(times) AS times, bool_or(ties > 1) AS several,
      jsonb_agg(jsonb_build_object('from', from_id, 'to', to_id, 'relationship', best, 'alternatives', ties - 1)
        ORDER BY hop) AS hops
    FROM (
      SELECT ordinal, hop, from_id, to_id, range_agg(held) AS times, min(relationship_id) AS best, count(*) AS ties
      FROM unnest(found) WITH ORDINALITY AS path (entities, ordinal),
        generate_series(1, cardinality(entities) - 1) AS hop,
        LATERAL (SELECT entities[hop] AS from_id, entities[hop + 1] AS to_id) AS ends,
        -- Kept apart by OFFSET: with a subquery among its arguments, ties_between would be planned anew each time.
        LATERAL (
          SELECT (SELECT prominence_of(degree.degree) FROM degree WHERE entity_id = to_id) AS to_prominence OFFSET 0
        ) AS known,
        LATERAL (
          SELECT relationship_id, days_held(held_from, held_until) AS held
          FROM ties_between(from_id, to_id, to_prominence, of_types, of_stances, of_certainty, as_of, unattested, at)
        ) AS tie
      GROUP BY ordinal, hop, from_id, to_id
    ) AS of_hop
    GROUP BY ordinal ORDER BY ordinal
  LOOP
    during := longest_time(told.times);
    hops := told.hops;
    bounds := '[]';
    IF told.several THEN
      path := found[told.ordinal].entities;
      FOR spur IN 1 .. cardinality(path) - 1 LOOP
        CONTINUE WHEN (hops -> spur - 1 -> 'alternatives')::integer = 0;
        SELECT * INTO search FROM told_tie(path[spur], path[spur + 1], during, of_types, of_stances, of_certainty, as_of,
          unattested, at);
        hops := jsonb_set(hops, ARRAY[(spur - 1)::text, 'relationship'], to_jsonb(search.best));
        bounds := bounds || to_jsonb(search.bounds);
        during := longest_time(datemultirange(during) * search.times);
      END LOOP;
    END IF;
    answer := answer || jsonb_build_object('hops', hops, 'during', during, 'bounds', bounds);
  END LOOP;
  RETURN jsonb_build_object('paths', answer, 'truncated', truncated);
END
$$;
