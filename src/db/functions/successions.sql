-- Whoever takes an office over bounds the end that no source gives for whoever had it before.

-- Brings the bounds of every office on record in line with those who held it before and after. Call it after a change of
-- relationships. An unknown end lies no later than the first day of the next holder, an unknown start no earlier than the last
-- day of the one before; but not where another held or claimed the office at the same time, for then nobody knows who followed whom. The highest
-- offices of a body are one office each, whatever their titles.
CREATE OR REPLACE FUNCTION follow_successions() RETURNS void LANGUAGE sql AS $$
  WITH office AS MATERIALIZED (
    SELECT id, subject_id, period, attested, certainty, start_no_earlier_than, end_no_later_than,
      (lower(period) + CASE start_precision WHEN 'YEAR' THEN interval '1 year' WHEN 'MONTH' THEN interval '1 month'
        ELSE interval '1 day' END)::date - 1 AS started_by,
      date_trunc(coalesce(end_precision::text, 'DAY'), upper(period) - 1)::date AS ended_from,
      basis, row(object_id, rank, CASE WHEN rank IN ('MINISTER', 'ENVOY', 'COMMANDER', 'OTHER') THEN title END) AS post
    FROM relationship WHERE type = 'HOLDS_OFFICE' AND known_until IS NULL
  ), due AS (
    SELECT held.id,
      min(other.started_by) FILTER (
        WHERE other.basis = held.basis AND lower(other.period) >= upper(held.attested) - 1) AS no_later,
      max(other.ended_from) FILTER (
        WHERE other.basis = held.basis AND upper(other.period) <= lower(held.attested) + 1) AS no_earlier,
      bool_or(NOT isempty(both_held) AND upper(both_held) - lower(both_held) IS DISTINCT FROM 1) AS contested
    FROM office AS held LEFT JOIN office AS other
      ON other.post = held.post AND other.id <> held.id AND other.certainty IN ('ESTABLISHED', 'REPORTED'),
      LATERAL (
        SELECT CASE WHEN other.subject_id <> held.subject_id THEN other.attested * held.attested ELSE 'empty' END
      ) AS side (both_held)
    WHERE upper_inf(held.period) OR lower_inf(held.period) OR held.start_no_earlier_than IS NOT NULL
      OR held.end_no_later_than IS NOT NULL
    GROUP BY held.id
  ), bound AS (
    SELECT due.id,
      CASE WHEN NOT contested AND lower_inf(period) THEN no_earlier END AS no_earlier,
      CASE WHEN NOT contested AND upper_inf(period) THEN no_later END AS no_later
    FROM due JOIN relationship USING (id)
  )
  UPDATE relationship SET start_no_earlier_than = no_earlier, end_no_later_than = no_later
  FROM bound
  WHERE bound.id = relationship.id
    AND (start_no_earlier_than IS DISTINCT FROM no_earlier OR end_no_later_than IS DISTINCT FROM no_later)
$$;
