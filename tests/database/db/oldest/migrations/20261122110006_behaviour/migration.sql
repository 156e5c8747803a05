-- What the tables do by themselves, and who may read them.

-- A fact is corrected by superseding it, never by writing over it: its ends, type and time stay as they were.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A relationship is never rewritten: end its known_until and add another.'
    USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER relationship_is_never_rewritten
BEFORE UPDATE OF type, subject_id, object_id, period, fingerprint ON relationship
FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint

-- Search: names and aliases by trigrams (misspellings), and words of the summary by full text, best first.
-- A whole name scores 1; else up to 0.9 for a name that nearly is there, and up to 0.4 for words alone.
-- Served by entity_names_idx and entity_document_idx. Superseded versions of events are not found.
CREATE FUNCTION search_entities(query text, kinds entity_kind[])
RETURNS TABLE (id integer, score real)
LANGUAGE sql STABLE PARALLEL SAFE
SET pg_trgm.word_similarity_threshold = 0.5
AS $$
  SELECT entity.id,
    CASE
      WHEN strpos(names, '|' || sought.plain || '|') > 0 THEN 1
      ELSE greatest(
        0.8 * word_similarity(sought.plain, names) + 0.1 * (
          -- by the best single name, or many aliases would make any one of them count for less
          SELECT max(similarity(sought.plain, one)) FROM unnest(string_to_array(trim('|' FROM names), '|')) AS one
        ),
        0.4 * ts_rank(document, sought.words, 32)
      )
    END::real AS score
  FROM entity,
    (SELECT plain_text(query) AS plain, websearch_to_tsquery('english', plain_text(query)) AS words) AS sought
  WHERE (names %> sought.plain OR document @@ sought.words)
    AND (kinds IS NULL OR kind = ANY (kinds))
    AND strpos(slug, '@') = 0
$$;
--> statement-breakpoint

-- The reader: all that the API is. Roles belong to the whole server, so another database may have made it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'statecraft_reader') THEN
    CREATE ROLE statecraft_reader NOLOGIN;
  END IF;
END
$$;
--> statement-breakpoint
ALTER ROLE statecraft_reader SET statement_timeout = '5s';
--> statement-breakpoint
GRANT statecraft_reader TO CURRENT_USER;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO statecraft_reader;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO statecraft_reader;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO statecraft_reader;
