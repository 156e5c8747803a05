-- Both ends of every relationship, kept by the database itself, so that no writer can forget one.

-- The exponent of the largest power of two in a degree: 0 for 1, 4 for 16 to 31.
CREATE OR REPLACE FUNCTION prominence_of(degree integer) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT width_bucket(degree, ARRAY[2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536,
    131072, 262144, 524288, 1048576, 2097152, 4194304, 8388608, 16777216])::smallint
$$;

-- The days on which something held or may have held: those for which sources vouch, with those up to which an unknown start or
-- end is bounded, within the time in which both its ends existed.
CREATE OR REPLACE FUNCTION may_have_held(attested daterange, start_no_earlier_than date, end_no_later_than date,
  lifetime daterange)
RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN isempty(attested) THEN attested ELSE daterange(
    CASE WHEN NOT lower_inf(attested) THEN least(lower(attested), start_no_earlier_than) END,
    CASE WHEN NOT upper_inf(attested) THEN greatest(upper(attested), end_no_later_than + 1) END) * lifetime END
$$;

-- The days on which nothing says that something did not hold, whether or not sources vouch for them.
CREATE OR REPLACE FUNCTION may_be_under_way(period daterange, start_no_earlier_than date, end_no_later_than date,
  lifetime daterange)
RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT period * daterange(start_no_earlier_than, end_no_later_than, '[]') * lifetime
$$;

-- The first of the days, and the day after the last one: infinity and -infinity if there are none.
CREATE OR REPLACE FUNCTION held_from(held daterange) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN isempty(held) THEN 'infinity' ELSE coalesce(lower(held), '-infinity') END
$$;

CREATE OR REPLACE FUNCTION held_until(held daterange) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN isempty(held) THEN '-infinity' ELSE coalesce(upper(held), 'infinity') END
$$;

-- Writes the prominence of these entities, after their degrees have changed, to every row that leads to one of them.
CREATE OR REPLACE FUNCTION spread_prominence(entities integer[]) RETURNS void LANGUAGE sql AS $$
  UPDATE adjacency AS other_end SET prominence = prominence_of(degree.degree)
  FROM adjacency AS own JOIN degree ON degree.entity_id = own.entity_id
  WHERE own.entity_id = ANY (entities) AND own.certainty <> 'CODED'
    AND other_end.entity_id = own.counterpart_id AND other_end.starts_on = own.starts_on
    AND other_end.relationship_id = own.relationship_id
    AND other_end.prominence <> prominence_of(degree.degree)
$$;

-- The days again, from these two.
CREATE OR REPLACE FUNCTION days_held(held_from date, held_until date) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN held_from >= held_until THEN 'empty'
    ELSE daterange(nullif(held_from, '-infinity'), nullif(held_until, 'infinity')) END
$$;

-- The longest of some times, of equal length the latest; what is open is longest. Null if there are none.
CREATE OR REPLACE FUNCTION longest_time(times datemultirange) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF isempty(times) THEN
    RETURN NULL;
  ELSIF datemultirange(range_merge(times)) = times THEN
    RETURN range_merge(times);
  END IF;
  RETURN (
    SELECT time FROM unnest(times) AS time
    ORDER BY upper(time) - lower(time) DESC NULLS FIRST, upper(time) DESC NULLS FIRST LIMIT 1);
END
$$;

-- Once per statement, not per row, because bulk loads write adjacency in bulk; ordered by the ends, so that
-- each index is written in few places. When the degree of an entity has doubled, its new prominence is
-- written to every row that leads to it, which over time costs no more than adding those rows did.
-- Machine-coded ties do not count toward a degree: there are many times as many, and traversals leave them
-- out unless asked for.
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
    CASE WHEN certainty = 'CODED' THEN 0 ELSE prominence_of(degree) END, held_from(held),
    held_until(held), starts_on, known_from, coalesce(known_until, 'infinity')
  FROM (
    SELECT added.*, subject_id AS entity_id, object_id AS counterpart_id, object_kind AS counterpart_kind,
      CASE WHEN "symmetric" THEN 'ANY' ELSE 'OUTGOING' END::direction AS direction
    FROM added
    UNION ALL
    SELECT added.*, object_id, subject_id, subject_kind,
      CASE WHEN "symmetric" THEN 'ANY' ELSE 'INCOMING' END::direction
    FROM added
  ) AS ends LEFT JOIN degree ON degree.entity_id = counterpart_id,
    may_have_held(attested, start_no_earlier_than, end_no_later_than, lifetime) AS held
  ORDER BY ends.entity_id, starts_on, id;

  PERFORM spread_prominence(risen);
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER relationship_adds_adjacency AFTER INSERT ON relationship
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_adjacency();

-- Of what adjacency repeats, only the time on record, the lifetime and the bounds can change: refuse_rewriting sees to the rest.
CREATE OR REPLACE FUNCTION follow_in_adjacency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE adjacency
  SET known_from = changed.known_from, known_until = coalesce(changed.known_until, 'infinity'),
    held_from = held_from(held), held_until = held_until(held)
  FROM changed, may_have_held(attested, start_no_earlier_than, end_no_later_than, lifetime) AS held
  WHERE adjacency.entity_id IN (changed.subject_id, changed.object_id) AND adjacency.starts_on = changed.starts_on
    AND adjacency.relationship_id = changed.id;
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER relationship_updates_adjacency AFTER UPDATE ON relationship
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_in_adjacency();

-- Instead of a foreign key, which would be checked for each row of a table that only triggers write. What is gone leaves no
-- trace in the degrees either: the order of traversals must not depend on what was once on record.
CREATE OR REPLACE FUNCTION remove_adjacency() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fallen integer[];
BEGIN
  DELETE FROM adjacency USING removed
  WHERE adjacency.entity_id IN (removed.subject_id, removed.object_id) AND adjacency.starts_on = removed.starts_on
    AND adjacency.relationship_id = removed.id;

  WITH lost AS (
    SELECT entity_id, count(*)::integer AS loss
    FROM (
      SELECT subject_id AS entity_id FROM removed WHERE certainty <> 'CODED'
      UNION ALL
      SELECT object_id FROM removed WHERE certainty <> 'CODED'
    ) AS ends
    GROUP BY entity_id
  ), counted AS (
    UPDATE degree SET degree = degree.degree - loss FROM lost WHERE degree.entity_id = lost.entity_id
    RETURNING degree.entity_id, degree.degree, loss
  )
  SELECT array_agg(entity_id) INTO fallen
  FROM counted
  WHERE prominence_of(degree) < prominence_of(degree + loss);
  PERFORM spread_prominence(fallen);
  DELETE FROM degree
  WHERE degree = 0 AND entity_id IN (SELECT subject_id FROM removed UNION ALL SELECT object_id FROM removed);
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER relationship_removes_adjacency AFTER DELETE ON relationship
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION remove_adjacency();

-- For use after a bulk load with the triggers of relationship switched off: rebuilds adjacency and degree as
-- the triggers would have left them.
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
    held_from(held), held_until(held), starts_on, known_from,
    coalesce(known_until, 'infinity')
  FROM (
    SELECT relationship.*, subject_id AS entity_id, object_id AS counterpart_id, object_kind AS counterpart_kind,
      CASE WHEN "symmetric" THEN 'ANY' ELSE 'OUTGOING' END::direction AS direction
    FROM relationship
    UNION ALL
    SELECT relationship.*, object_id, subject_id, subject_kind,
      CASE WHEN "symmetric" THEN 'ANY' ELSE 'INCOMING' END::direction
    FROM relationship
  ) AS ends LEFT JOIN degree ON degree.entity_id = counterpart_id,
    may_have_held(attested, start_no_earlier_than, end_no_later_than, lifetime) AS held
  ORDER BY ends.entity_id, ends_prominence DESC, counterpart_id;
END
$$;
