/** Reads who can act in the events of a stream. */
import { sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import type { EntityKind } from '../../db/tables/relationshipTypes.ts';

/** An actor as the database has it. */
export interface ActorId {
  id: number;
  kind: EntityKind;
  /** The days on which it existed, as a Postgres daterange. */
  lifetime: string;
}

/** An actor with what tells it from others of its name. */
export interface NamedActor extends ActorId {
  slug: string;
  name: string;
  aliases: string[];
  /** Whether it was added by a stream, which knows no more of it than a name. */
  isCoded: boolean;
  /** Of a leader, the first day that can be that of birth and the last that can be that of death; null where not known. */
  born: string | null;
  died: string | null;
  /** Of a leader, the offices: of whom, and in which years as far as sources vouch, null where that is open. */
  offices: { country: string; from: number | null; until: number | null }[];
}

/** Every actor in the database, those longest there first. */
export async function everyActor(owner: Owner): Promise<NamedActor[]> {
  const { rows } = await owner.execute<NamedActor & Record<string, unknown>>(sql`
    select entity.id, entity.kind, entity.slug, name, aliases,
      exists (select from source where machine_coded and right(entity.slug, length(source.slug) + 1) = '-' || source.slug)
        as "isCoded",
      coalesce(lives.during, '(,)')::text as lifetime,
      first_day(born_on)::text as born, last_day(died_on)::text as died, coalesce(held.offices, '[]') as offices
    from entity
    left join lives() on lives.entity_id = entity.id
    left join leader on leader.entity_id = entity.id
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'country', body.slug,
        'from', case when held_from > '-infinity' then extract(year from held_from) end,
        'until', case when held_until < 'infinity' then extract(year from held_until - 1) end)) as offices
      from adjacency join entity as body on body.id = counterpart_id
      where entity.kind = 'LEADER' and adjacency.entity_id = entity.id and type = 'HOLDS_OFFICE'
        and adjacency.known_until = 'infinity' and held_from < held_until
    ) as held on true
    where entity.kind <> 'EVENT'
    order by entity.id`);
  return rows;
}
