-- The entities tied to all of the given ones, at most `most`: the more prominent first, then in the order of
-- the record. {"shared": [{"entity", "relationships": [id]}]}: at most twenty relationships with each of the
-- given ones. The plans of its statements are fixed, as in find_paths. ties.sql explains the filter of a
-- walk.
CREATE OR REPLACE FUNCTION shared_neighbors(of_entities integer[], most integer, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, unattested boolean, at timestamptz, avoided integer[])
RETURNS jsonb LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET enable_hashagg = off SET jit = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  -- The one with the fewest ties is read; for the others its neighbors are looked up.
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
            FROM ties_between(entity, counterpart_id, prominence, of_types, of_stances, of_certainty, as_of, unattested, at)
            ORDER BY certainty, relationship_id LIMIT 20
          ) AS tie
      )) ORDER BY prominence DESC, counterpart_id), '[]'))
    FROM (
      SELECT prominence, counterpart_id
      FROM (
        SELECT DISTINCT prominence, counterpart_id
        FROM ties_of(fewest, of_types, of_stances, of_certainty, as_of, unattested, at)
        WHERE NOT counterpart_id = ANY (avoided)
        ORDER BY prominence DESC, counterpart_id
      ) AS neighbor
      WHERE NOT EXISTS (
        SELECT FROM unnest(others) AS other
        WHERE NOT EXISTS (
          SELECT FROM ties_between(other, counterpart_id, prominence, of_types, of_stances, of_certainty, as_of, unattested, at))
      )
      ORDER BY prominence DESC, counterpart_id LIMIT most
    ) AS shared
  );
END
$$;
