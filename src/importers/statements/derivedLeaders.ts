/** What datasets say of the leaders of other collections, and the leaders whom only they name. */
import { sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import type { Leader } from '../../record/facts.ts';
import { storeBirths } from '../../record/storeBirths.ts';
import { idsOfEntities, idsOfSources } from '../../record/storeEntities.ts';
import { COLLECTION } from './onRecord.ts';
import type { Person } from './persons.ts';

/**
 * Adds to the leaders of other collections what the datasets say of them: names, so that they are found by them, too, and when
 * they were born and died. It replaces what was added before.
 */
export async function describeCurated(transaction: Owner, persons: Person[]): Promise<void> {
  const curated = persons.filter(({ leader }) => !leader);
  const said = curated.map(({ slug, names, bornOn, diedOn }) => ({ slug, names, bornOn, diedOn }));
  const changed = await transaction.execute(sql`
    with said as (
      select * from jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
        as person (slug text, names text[], "bornOn" partial_date, "diedOn" partial_date)
    ), own as (
      select id, name, "bornOn", "diedOn", said.names as said,
        array(select alias from unnest(aliases) with ordinality as one (alias, at)
          where alias <> all (derived_names) order by at) as aliases
      from entity join leader on entity_id = id left join said using (slug)
      where leader.collection <> ${COLLECTION}
    ), due as (
      select *, array(select further from unnest(said) as one (further)
        where further <> all (own.name || own.aliases) order by further collate "C") as further
      from own
    ), named as (
      update entity set aliases = due.aliases || further from due
      where entity.id = due.id and entity.aliases <> due.aliases || further
    )
    update leader set derived_names = further, derived_born_on = "bornOn", derived_died_on = "diedOn" from due
    where entity_id = id
      and (derived_names, derived_born_on, derived_died_on) is distinct from (further, "bornOn", "diedOn")
    returning entity_id`);
  if (changed.rows.length > 0) await transaction.execute(sql`select follow_lifetimes()`);
  const [ids, sources] = [
    await idsOfEntities(
      transaction,
      curated.map(({ slug }) => slug),
    ),
    await idsOfSources(transaction),
  ];
  const births = curated.map(({ slug, births }) => ({ leaderId: ids.get(slug)?.id as number, births }));
  await transaction.execute(sql`
    delete from leader_birth using leader
    where leader_id = entity_id and leader_birth.collection = ${COLLECTION} and leader.collection <> ${COLLECTION}`);
  await storeBirths(transaction, COLLECTION, births, sources);
}

/** Removes the leaders whom only datasets named, and whom neither they nor any fact on record names any more. */
export async function removeStrangers(transaction: Owner, leaders: Leader[]): Promise<void> {
  const slugs = JSON.stringify(leaders.map(({ slug }) => slug));
  await transaction.execute(sql`
    with stranger as (
      select entity_id as stranger_id from leader join entity on id = entity_id
      where collection = ${COLLECTION} and slug not in (select jsonb_array_elements_text(${slugs}::jsonb))
        and not exists (select from adjacency where adjacency.entity_id = leader.entity_id)
        and not exists (select from claim where speaker_id = leader.entity_id)
        and not exists (select from claim_about where claim_about.entity_id = leader.entity_id)
        and not exists (select from evidence where attributed_to_id = leader.entity_id)
    ), removed as (
      delete from leader using stranger where entity_id = stranger_id returning entity_id
    )
    delete from entity where id in (select entity_id from removed)`);
}
