-- Nothing holds before one of its ends was born or founded, or after it died or was dissolved.

-- Brings the lifetime of every relationship on record in line with those of its ends. Call it after a change of
-- relationships or of what is known about entities.
CREATE OR REPLACE FUNCTION follow_lifetimes() RETURNS void LANGUAGE sql AS $$
  WITH life AS (
    SELECT entity_id, daterange(first_day(born), last_day(died), '[]') AS during
    FROM (
      SELECT entity_id, founded_on, dissolved_on FROM country
      UNION ALL SELECT entity_id, founded_on, dissolved_on FROM organization
      UNION ALL SELECT entity_id, founded_on, dissolved_on FROM alliance
      UNION ALL SELECT entity_id, coalesce(derived_born_on, born_on), coalesce(derived_died_on, died_on) FROM leader
    ) AS entity (entity_id, born, died)
    WHERE born IS NOT NULL OR died IS NOT NULL
  ), due AS (
    SELECT id, coalesce(of_subject.during, '(,)') * coalesce(of_object.during, '(,)') AS lifetime
    FROM relationship
    LEFT JOIN life AS of_subject ON of_subject.entity_id = subject_id
    LEFT JOIN life AS of_object ON of_object.entity_id = object_id
    WHERE known_until IS NULL
  )
  UPDATE relationship SET lifetime = due.lifetime
  FROM due
  WHERE due.id = relationship.id AND relationship.lifetime <> due.lifetime
$$;
