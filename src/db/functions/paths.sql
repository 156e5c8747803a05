-- Paths, shortest first, then the next shortest; all simple, none twice. The shortest come from one search,
-- the others from Yen's algorithm (J. Y. Yen, Management Science 17, 1971): for each path found and each
-- place on it, the shortest ways on from there that no path found so far takes.
-- {"paths": [{"hops": [{"from", "to", "relationship", "alternatives"}], "during", "bounds": [id]}], "truncated"}.
-- `during` is the longest time in which each hop held by whichever relationship, the latest of equal length; null if there is
-- none. `bounds` are the relationships whose dates say how precisely its ends are known: a date is at most a year wide. Of a
-- hop's relationships that pass the filter, which ties.sql explains, the one shown is the most certain, then one that held in
-- that time, then the latest; `alternatives` counts the others.
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
  answer jsonb;
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

  WITH step AS MATERIALIZED (
    SELECT ordinal, hop, entities[hop] AS from_id, entities[hop + 1] AS to_id
    FROM unnest(found) WITH ORDINALITY AS path (entities, ordinal), generate_series(1, cardinality(entities) - 1) AS hop
  ), tie AS MATERIALIZED (
    SELECT ordinal, hop, from_id, to_id, relationship_id, certainty,
      (SELECT attested * lifetime FROM relationship WHERE id = relationship_id) AS held
    FROM step, LATERAL ties_between(from_id, to_id,
      (SELECT prominence_of(degree.degree) FROM degree WHERE entity_id = to_id),
      of_types, of_stances, of_certainty, as_of, unattested, at)
  ), held AS (
    SELECT ordinal, hop, range_agg(held) AS times FROM tie GROUP BY ordinal, hop
  ), together AS MATERIALIZED (
    SELECT ordinal, (
      SELECT time FROM unnest(times) AS time
      ORDER BY upper(time) - lower(time) DESC NULLS FIRST, upper(time) DESC NULLS FIRST LIMIT 1) AS during
    FROM (SELECT ordinal, range_intersect_agg(times) AS times FROM held GROUP BY ordinal) AS common
  ), hop AS (
    SELECT ordinal, jsonb_agg(jsonb_build_object('from', from_id, 'to', to_id, 'relationship', best,
      'alternatives', ties - 1) ORDER BY hop) AS hops
    FROM (
      SELECT ordinal, hop, from_id, to_id, count(*) AS ties, (array_agg(relationship_id
        ORDER BY certainty, held && during DESC NULLS LAST, isempty(held), upper(held) DESC NULLS FIRST,
          lower(held) DESC NULLS LAST, relationship_id))[1] AS best
      FROM tie JOIN together USING (ordinal)
      GROUP BY ordinal, hop, from_id, to_id
    ) AS of_hop
    GROUP BY ordinal
  ), bound AS (
    SELECT ordinal, jsonb_agg(DISTINCT relationship_id) AS bounds
    FROM tie JOIN held USING (ordinal, hop) JOIN together USING (ordinal), unnest(times) AS time
    WHERE time @> during AND (
      (lower(tie.held) = lower(time) AND lower(time) > lower(during) - 366)
      OR (upper(tie.held) = upper(time) AND upper(time) < upper(during) + 366))
    GROUP BY ordinal
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('hops', hops, 'during', during, 'bounds', coalesce(bounds, '[]'))
    ORDER BY ordinal), '[]') INTO answer
  FROM hop JOIN together USING (ordinal) LEFT JOIN bound USING (ordinal);
  RETURN jsonb_build_object('paths', answer, 'truncated', truncated);
END
$$;
