/** Reads the part of the record that statements of datasets are compared with. */
import { sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import type { Birth, Source } from '../../record/facts.ts';
import type { Told } from './coverage.ts';
import type { LeaderRecord } from './persons.ts';
import type { Stated, Statement } from './statement.ts';

/** The collection of the facts that follow from statements. */
export const COLLECTION = 'datasets';

/** Whether facts have followed from statements before. */
export async function hasDerived(owner: Owner): Promise<boolean> {
  const { rows } = await owner.execute(sql`select from collection where slug = ${COLLECTION}`);
  return rows.length > 0;
}

/** Everything that imported datasets say, and the sources that say it. */
export async function statementsOnFile(
  owner: Owner,
): Promise<{ stated: Stated<Statement>[]; sources: Source[] }> {
  const { rows } = await owner.execute<{ source: string; statement: Statement }>(sql`
    select source.slug as source, content as statement
    from statement join source on source.id = source_id
    order by source.slug collate "C", key collate "C"`);
  const sources = await owner.execute<Record<keyof Source, never>>(sql`
    select slug, type, title, origin, machine_coded as "machineCoded", published_on as "publishedOn",
      case when not upper_inf(coverage) then jsonb_build_object('end', left(
        (upper(coverage) - 1)::text, case coverage_end_precision when 'YEAR' then 4 when 'MONTH' then 7 else 10 end))
      end as coverage
    from source where id in (select source_id from statement)`);
  return { stated: rows, sources: sources.rows.map(row => withoutNulls(row) as Source) };
}

function withoutNulls(row: object): unknown {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** What imports have brought onto the record whole. */
export async function toldOnFile(owner: Owner): Promise<Told[]> {
  const { rows } = await owner.execute<{ [Key in keyof Told]: Told[Key] | null }>(sql`
    select slug as source, topic, states, "from", until from imported join source on source.id = source_id
    order by slug collate "C", topic, "from", until`);
  return rows.map(row => withoutNulls(row) as Told);
}

/** The names of all countries by their slugs. */
export async function countryNames(owner: Owner): Promise<Map<string, string>> {
  const { rows } = await owner.execute<{ slug: string; name: string }>(
    sql`select slug, name from entity where kind = 'COUNTRY'`,
  );
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

/** How rowsCitedElsewhere writes what a row of a source is cited for. */
export const citation = (kind: Statement['kind'], source: string, row: string) => `${kind} ${source} ${row}`;

/**
 * The rows of datasets that support a fact on record in another collection, each with the kind of statement
 * it makes.
 */
export async function rowsCitedElsewhere(owner: Owner): Promise<Set<string>> {
  const { rows } = await owner.execute<{ kind: Statement['kind']; source: string; row: string }>(sql`
    select distinct case
        when event_id is not null then 'COUP' when relationship.type = 'HOLDS_OFFICE' then 'LEADER_SPELL' else 'TIE'
      end as kind, source.slug as source, locator as row
    from evidence
    join source on source.id = source_id
    left join relationship on relationship.id = relationship_id
    left join event on event.entity_id = event_id
    where locator is not null and evidence.stance = 'SUPPORTS' and source.type = 'DATASET' and not machine_coded
      and coalesce(relationship.collection, event.collection) <> ${COLLECTION}
      and coalesce(relationship.known_until, event.known_until) is null`);
  return new Set(rows.map(({ kind, source, row }) => citation(kind, source, row)));
}

/** The coups on record in other collections, each with a row of a dataset that it rests on, as `source row`. */
export async function coupsCitedElsewhere(
  owner: Owner,
): Promise<{ row: string; slug: string; fingerprint: string }[]> {
  const { rows } = await owner.execute<{ row: string; slug: string; fingerprint: string }>(sql`
    select source.slug || ' ' || locator as row, entity.slug, event.fingerprint
    from event
    join entity on entity.id = event.entity_id
    join evidence on evidence.event_id = event.entity_id
    join source on source.id = source_id
    where event.type = 'COUP' and event.known_until is null and event.collection <> ${COLLECTION}
      and locator is not null and evidence.stance = 'SUPPORTS' and source.type = 'DATASET' and not machine_coded
    order by entity.slug`);
  return rows;
}

/** The curated leaders: with the countries of their offices, their births, and the rows that the facts about them rest on. */
export async function leaderRecord(owner: Owner): Promise<LeaderRecord> {
  const leaders = await owner.execute<
    Record<'slug' | 'country', string> & { names: string[]; bornOn: string | null }
  >(sql`
    select distinct person.slug, country.slug as country,
      array(select name from unnest(person.name || person.aliases) as name where name <> all (derived_names)) as names,
      born_on as "bornOn"
    from relationship
    join entity person on person.id = subject_id
    join leader on leader.entity_id = person.id
    join entity country on country.id = object_id
    where type = 'HOLDS_OFFICE' and known_until is null and relationship.collection <> ${COLLECTION}`);
  const births = await owner.execute<Birth & { slug: string }>(sql`
    select entity.slug, date, source.slug as source, locator
    from leader_birth join entity on entity.id = leader_id join source on source.id = source_id
    where collection <> ${COLLECTION}`);
  const rows = await owner.execute<{ row: string; slug: string }>(sql`
    select source.slug || ' ' || locator as row, person.slug
    from evidence
    join source on source.id = source_id
    join relationship on relationship.id = relationship_id
    join entity person on person.id = subject_id
    where relationship.type = 'HOLDS_OFFICE' and locator is not null and evidence.stance = 'SUPPORTS'
      and source.type = 'DATASET' and known_until is null and collection <> ${COLLECTION}
    order by person.slug collate "C"`);
  const taken = await owner.execute<{ slug: string }>(sql`
    select slug from entity left join leader on entity_id = id
    where entity.kind <> 'EVENT' and collection is distinct from ${COLLECTION}`);
  return {
    leaders: leaders.rows.map(({ bornOn, ...leader }) => ({ ...leader, bornOn: bornOn ?? undefined })),
    births: Map.groupBy(births.rows, ({ slug }) => slug),
    byCuratedRow: new Map(rows.rows.map(({ row, slug }) => [row, slug])),
    taken: new Set(taken.rows.map(({ slug }) => slug)),
  };
}
