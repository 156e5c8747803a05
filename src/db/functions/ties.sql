-- The ties of entities, as every traversal reads them. Machine-coded ties are read separately, from an index
-- of their own, and only when asked for, so that they slow nothing else down.
--
-- Every function takes the filter of a walk: of_types, of_stances and of_certainty (null for any), as_of (a
-- day on which a tie may have held; null for any), unattested (whether a tie counts for which no source vouches on that
-- day, as long as nothing says that it did not hold) and at (an instant at which it was on record).

-- Whether nothing says that a relationship did not hold on the day. The scalar subquery keeps the planner from reading the
-- whole table.
CREATE OR REPLACE FUNCTION is_not_over(relationship_id integer, day date) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (
    SELECT may_be_under_way(period, start_no_earlier_than, end_no_later_than, lifetime)
    FROM relationship WHERE id = relationship_id) @> day
$$;

-- All ties of the entities, each from its own side.
CREATE OR REPLACE FUNCTION ties_of_all(walked integer[], of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, unattested boolean, at timestamptz)
RETURNS TABLE (entity_id integer, counterpart_id integer, prominence smallint, relationship_id integer,
  certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT entity_id, counterpart_id, prominence, relationship_id, certainty
  FROM adjacency
  WHERE entity_id = ANY (walked) AND certainty <> 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of)
      OR (unattested AND is_not_over(relationship_id, as_of)))
    AND known_from <= at AND known_until > at
  UNION ALL
  SELECT entity_id, counterpart_id,
    coalesce((SELECT prominence_of(degree.degree) FROM degree WHERE degree.entity_id = counterpart_id), 0::smallint),
    relationship_id, certainty
  FROM adjacency
  WHERE entity_id = ANY (walked) AND certainty = 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR 'CODED' = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of)
      OR (unattested AND is_not_over(relationship_id, as_of)))
    AND known_from <= at AND known_until > at
$$;

-- All ties of one entity; the walk index gives the more prominent counterparts first.
CREATE OR REPLACE FUNCTION ties_of(walked integer, of_types relationship_type[], of_stances stance[],
  of_certainty certainty[], as_of date, unattested boolean, at timestamptz)
RETURNS TABLE (entity_id integer, counterpart_id integer, prominence smallint, relationship_id integer,
  certainty certainty)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT entity_id, counterpart_id, prominence, relationship_id, certainty
  FROM adjacency
  WHERE entity_id = walked AND certainty <> 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of)
      OR (unattested AND is_not_over(relationship_id, as_of)))
    AND known_from <= at AND known_until > at
  UNION ALL
  SELECT entity_id, counterpart_id,
    coalesce((SELECT prominence_of(degree.degree) FROM degree WHERE degree.entity_id = counterpart_id), 0::smallint),
    relationship_id, certainty
  FROM adjacency
  WHERE entity_id = walked AND certainty = 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR 'CODED' = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of)
      OR (unattested AND is_not_over(relationship_id, as_of)))
    AND known_from <= at AND known_until > at
$$;

-- The ties between one entity and another; the prominence of the other leads straight to them.
CREATE OR REPLACE FUNCTION ties_between(one integer, other integer, of_prominence smallint,
  of_types relationship_type[], of_stances stance[], of_certainty certainty[], as_of date, unattested boolean,
  at timestamptz)
RETURNS TABLE (relationship_id integer, certainty certainty, held_from date, held_until date)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT relationship_id, certainty, held_from, held_until
  FROM adjacency
  WHERE entity_id = one AND prominence = of_prominence AND counterpart_id = other AND certainty <> 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR certainty = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of)
      OR (unattested AND is_not_over(relationship_id, as_of)))
    AND known_from <= at AND known_until > at
  UNION ALL
  SELECT relationship_id, certainty, held_from, held_until
  FROM adjacency
  WHERE entity_id = one AND counterpart_id = other AND certainty = 'CODED'
    AND (of_types IS NULL OR type = ANY (of_types))
    AND (of_stances IS NULL OR stance = ANY (of_stances))
    AND (of_certainty IS NULL OR 'CODED' = ANY (of_certainty))
    AND (as_of IS NULL OR (held_from <= as_of AND held_until > as_of)
      OR (unattested AND is_not_over(relationship_id, as_of)))
    AND known_from <= at AND known_until > at
$$;

-- Of several ties between two entities, the one that a path shows: the most certain, then one that held in the time of the path,
-- then the latest. `times` is when any of them held, as far as sources vouch. `bounds` are those whose dates say how precisely the ends of that time are known: a date is at most a year
-- wide.
CREATE OR REPLACE FUNCTION told_tie(one integer, other integer, during daterange, of_types relationship_type[],
  of_stances stance[], of_certainty certainty[], as_of date, unattested boolean, at timestamptz,
  OUT best integer, OUT bounds integer[], OUT times datemultirange)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  of_prominence smallint := (SELECT prominence_of(degree.degree) FROM degree WHERE entity_id = other);
  ties integer[];
  held daterange[];
  around daterange;
BEGIN
  SELECT array_agg(tie.relationship_id ORDER BY tie.certainty, tie.held && during DESC NULLS LAST, isempty(tie.held),
      upper(tie.held) DESC NULLS FIRST, lower(tie.held) DESC NULLS LAST, tie.relationship_id),
    array_agg(tie.held ORDER BY tie.certainty, tie.held && during DESC NULLS LAST, isempty(tie.held),
      upper(tie.held) DESC NULLS FIRST, lower(tie.held) DESC NULLS LAST, tie.relationship_id),
    range_agg(tie.held)
  INTO ties, held, times
  FROM (
    SELECT relationship_id, certainty,
      (SELECT attested * lifetime FROM relationship WHERE id = relationship_id) AS held
    FROM ties_between(one, other, of_prominence, of_types, of_stances, of_certainty, as_of, unattested, at)
  ) AS tie;
  best := ties[1];
  around := (SELECT time FROM unnest(times) AS time WHERE time && during LIMIT 1);
  bounds := '{}';
  FOR place IN 2 .. cardinality(ties) LOOP
    IF lower(held[place]) = lower(around) AND lower(around) > lower(during) - 366
      OR upper(held[place]) = upper(around) AND upper(around) < upper(during) + 366
    THEN
      bounds := bounds || ties[place];
    END IF;
  END LOOP;
END
$$;
