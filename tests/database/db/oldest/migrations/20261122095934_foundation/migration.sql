-- What the tables are made of: extensions, the partial date, and the text that search reads.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint

-- A date at the precision its source gave. make_date refuses the days that no calendar has.
CREATE DOMAIN partial_date AS text CHECK (
  VALUE ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'
  AND isfinite(make_date(
    substr(VALUE, 1, 4)::integer,
    coalesce(nullif(substr(VALUE, 6, 2), '')::integer, 1),
    coalesce(nullif(substr(VALUE, 9, 2), '')::integer, 1)
  ))
);
--> statement-breakpoint

CREATE FUNCTION first_day(partial_date) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT make_date(
    substr($1, 1, 4)::integer,
    coalesce(nullif(substr($1, 6, 2), '')::integer, 1),
    coalesce(nullif(substr($1, 9, 2), '')::integer, 1)
  )
$$;
--> statement-breakpoint

CREATE FUNCTION last_day(partial_date) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (public.first_day($1) + CASE length($1)
    WHEN 4 THEN interval '1 year'
    WHEN 7 THEN interval '1 month'
    ELSE interval '1 day'
  END)::date - 1
$$;
--> statement-breakpoint

-- unaccent() is only STABLE because its dictionary could be replaced; ours is the one it ships with.
CREATE FUNCTION plain_text(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent', $1))
$$;
--> statement-breakpoint

-- '|niger|republic of niger|': the bars tell a whole name from a part of one.
CREATE FUNCTION searchable_names(name text, aliases text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '|' || public.plain_text(array_to_string(name || aliases, '|')) || '|'
$$;
--> statement-breakpoint

CREATE FUNCTION searchable_document(name text, aliases text[], summary text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.english', public.plain_text(array_to_string(name || aliases, ' '))), 'A')
    || setweight(to_tsvector('pg_catalog.english', public.plain_text(coalesce(summary, ''))), 'C')
$$;
