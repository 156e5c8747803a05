-- Loads pg_trgm into this session: before that, only a superuser may set its parameter, as the function below
-- does.
SELECT similarity('', '');

-- Search: names and aliases by trigrams (misspellings), and words of the summary by full text, best first.
-- An exact name scores 1, a near match up to 0.9, and words alone up to 0.4. Served by entity_names_idx and
-- entity_document_idx. Superseded versions of events, and entities that are not searchable, are not found.
CREATE OR REPLACE FUNCTION search_entities(query text, kinds entity_kind[])
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
  WHERE searchable AND (names %> sought.plain OR document @@ sought.words)
    AND (kinds IS NULL OR kind = ANY (kinds))
    AND strpos(slug, '@') = 0
$$;
