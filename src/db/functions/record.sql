-- The rules that the record enforces by itself.

-- A fact is corrected by superseding it, never by overwriting it. Its ends, type, time and certainty stay as
-- they were: the certainty follows from the evidence, and different evidence makes a different version.
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A relationship is never rewritten: end its known_until and add another.'
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE OR REPLACE TRIGGER relationship_is_never_rewritten
BEFORE UPDATE OF type, subject_id, object_id, period, attested_from, attested_until, is_attested, certainty, begun_by_id,
  ended_by_id, fingerprint
  ON relationship
FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Both ends of a relationship are entities of the kinds that it says, and what began or ended an office is an event: what
-- foreign keys would enforce, but looked up once for each entity in a statement, not for each row. Entities are never
-- removed while they have ties.
CREATE OR REPLACE FUNCTION require_ends() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  missing record;
BEGIN
  SELECT ends.id, ends.kind INTO missing
  FROM (
    SELECT subject_id AS id, subject_kind AS kind FROM added
    UNION
    SELECT object_id, object_kind FROM added
    UNION
    SELECT begun_by_id, 'EVENT' FROM added WHERE begun_by_id IS NOT NULL
    UNION
    SELECT ended_by_id, 'EVENT' FROM added WHERE ended_by_id IS NOT NULL
  ) AS ends LEFT JOIN entity ON entity.id = ends.id AND entity.kind = ends.kind
  WHERE entity.id IS NULL
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'A relationship needs entity % of kind %, which is not there.', missing.id, missing.kind
      USING ERRCODE = 'foreign_key_violation', TABLE = 'relationship', CONSTRAINT = 'relationship_ends_are_entities';
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER relationship_ends_are_entities AFTER INSERT ON relationship
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_ends();

CREATE OR REPLACE FUNCTION refuse_loose_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM removed JOIN adjacency ON adjacency.entity_id = removed.id)
    OR EXISTS (SELECT FROM removed JOIN relationship ON begun_by_id = removed.id)
    OR EXISTS (SELECT FROM removed JOIN relationship ON ended_by_id = removed.id)
  THEN
    RAISE EXCEPTION 'An entity that has relationships cannot be removed.'
      USING ERRCODE = 'foreign_key_violation', TABLE = 'relationship', CONSTRAINT = 'relationship_ends_are_entities';
  END IF;
  RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER entity_has_no_loose_ends AFTER DELETE ON entity
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION refuse_loose_ends();
