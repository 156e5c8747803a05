import { sql } from 'drizzle-orm';

/** The row of table `installed` that has `behaviorChecksum` as it was when the last `migrate` was done. */
export const BEHAVIOR = 'behavior';

/**
 * A checksum of the functions and triggers that are in the database now, whatever is on record about them: what somebody has
 * dropped, replaced or disabled, or what a restore has lost, changes it. Functions of extensions, in C, are left out: an update of
 * the server may change them. Neither Postgres's version nor the role that asks makes a difference.
 */
export const behaviorChecksum = sql<string>`(
  select left(encode(sha256(convert_to(string_agg(what, E'\\n' order by what collate "C"), 'UTF8')), 'hex'), 16)
  from (
    select concat_ws(' ', proname, prosrc) as what
    from pg_proc join pg_language on pg_language.oid = prolang
    where pronamespace = 'public'::regnamespace and lanname in ('sql', 'plpgsql')
    union all
    select concat_ws(' ', relname, tgname, tgenabled)
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where relnamespace = 'public'::regnamespace and not tgisinternal
  ) as behavior)`;
