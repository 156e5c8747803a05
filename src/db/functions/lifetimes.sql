-- Nothing holds before one of its ends was born or founded, or after it died or was dissolved.

-- The days on which each entity existed, at the widest; those of which neither end is known are left out.
CREATE OR REPLACE FUNCTION lives() RETURNS TABLE (entity_id integer, during daterange) LANGUAGE sql STABLE AS $$
  SELECT entity_id, daterange(first_day(born), last_day(died), '[]')
  FROM (
    SELECT entity_id, founded_on, dissolved_on FROM country
    UNION ALL SELECT entity_id, founded_on, dissolved_on FROM organization
    UNION ALL SELECT entity_id, founded_on, dissolved_on FROM alliance
    UNION ALL SELECT entity_id, coalesce(derived_born_on, born_on), coalesce(derived_died_on, died_on) FROM leader
  ) AS entity (entity_id, born, died)
  WHERE born IS NOT NULL OR died IS NOT NULL
$$;

-- Brings the lifetime of every relationship on record in line with those of its ends. Call it after a change of
-- relationships or of what is known about entities. Machine-coded events are added with the right ones: there are too many of
-- them to look at all of them after each batch.
CREATE OR REPLACE FUNCTION follow_lifetimes() RETURNS void LANGUAGE sql AS $$
  WITH due AS (
    SELECT id, coalesce(of_subject.during, '(,)') * coalesce(of_object.during, '(,)') AS lifetime
    FROM relationship
    LEFT JOIN lives() AS of_subject ON of_subject.entity_id = subject_id
    LEFT JOIN lives() AS of_object ON of_object.entity_id = object_id
    WHERE known_until IS NULL
  )
  UPDATE relationship SET lifetime = due.lifetime
  FROM due
  WHERE due.id = relationship.id AND relationship.lifetime <> due.lifetime
$$;
