-- The reader: what the API may do, and no more. Every migrate runs this, so it also repairs a database that was
-- restored without its privileges, or onto a server without the role.

-- Roles belong to the whole server: another database may have made this one, or be making it right now.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'statecraft_reader') THEN
    CREATE ROLE statecraft_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;

-- Two databases that set this at the same time would fail, so it is left alone once it is set.
DO $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_roles WHERE rolname = 'statecraft_reader' AND 'statement_timeout=5s' = ANY (rolconfig)
  ) THEN
    ALTER ROLE statecraft_reader SET statement_timeout = '5s';
  END IF;
END
$$;

-- Lets the owner read as the reader does. Since Postgres 16 only whoever has the ADMIN option on the role may grant it, which is
-- who made it, for another database perhaps; and who made it may not take it on without this.
DO $$
BEGIN
  IF NOT pg_has_role(
    current_user,
    'statecraft_reader',
    CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
  ) THEN
    GRANT statecraft_reader TO CURRENT_USER;
  END IF;
END
$$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA public TO statecraft_reader;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO statecraft_reader;

ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO statecraft_reader;
