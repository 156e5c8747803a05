import { hash } from 'node:crypto';
import { Param, sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import { cameoByCode } from '../../reference/cameo.ts';
import { type Acting, Actors } from './actors.ts';
import type { ActorId } from './actorsOnRecord.ts';
import type { CodedEvent } from './codedEvent.ts';

/** The source that events rest on; its slug names their collection. */
export interface StreamSource {
  id: number;
  slug: string;
  /** The day on which its events became known, unless a row says so of its own. */
  knownOn: string | undefined;
}

/** Who did something and to whom, on the day of the event. */
const actingIn = ({ source, target, day }: CodedEvent): Acting[] =>
  [source, target].flatMap(actor => (actor ? [{ actor, day }] : []));

/** The part of a batch that was not on record before: how much it is, and the sum of the events' hashes. */
type Fresh = { events: number; relationships: number; checksum: string };

/**
 * Writes machine-coded events in bulk: a batch is one transaction with one statement for all its tables, so
 * it is written whole or not at all. An event that is already on record is left alone, so writing a batch
 * again changes nothing.
 */
export class EventStore {
  #owner: Owner;
  #source: StreamSource;
  #actors: Actors;

  private constructor(owner: Owner, source: StreamSource, actors: Actors) {
    this.#owner = owner;
    this.#source = source;
    this.#actors = actors;
  }

  /** Prepares to write the events of a source. */
  static async open(owner: Owner, source: StreamSource): Promise<EventStore> {
    return new EventStore(owner, source, await Actors.read(owner, source.slug));
  }

  /** Adds the actors of a batch that are not in the database yet; `write` needs them. */
  addActors(events: CodedEvent[]): Promise<void> {
    return this.#actors.add(events.flatMap(actingIn));
  }

  /**
   * Writes a batch. Its actors must be in the database. Returns how many of its events were not on record
   * before.
   */
  async write(batch: CodedEvent[]): Promise<number> {
    const rows = this.#rowsOf(batch);
    return this.#owner.transaction(async transaction => {
      // Memory for the sorts of one batch; and a statement of a tenth of a second is not worth compiling.
      await transaction.execute(
        sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`,
      );
      const column = (key: keyof (typeof rows)[number]) => new Param(rows.map(row => row[key]));
      const stored = await transaction.execute<Fresh>(sql`
        with given as (
          select * from unnest(${column('slug')}::text[], ${column('name')}::text[], ${column('hash')}::text[],
            ${column('type')}::text[]::event_type[], ${column('mode')}::text[], ${column('day')}::date[],
            ${column('knownFrom')}::timestamptz[], ${column('countryId')}::integer[], ${column('place')}::text[],
            ${column('key')}::text[], ${column('sourceId')}::integer[], ${column('sourceKind')}::text[]::entity_kind[],
            ${column('sourceLife')}::text[]::daterange[], ${column('targetId')}::integer[],
            ${column('targetKind')}::text[]::entity_kind[], ${column('targetLife')}::text[]::daterange[])
          as one (slug, name, hash, type, mode, day, known_from, country_id, place, key, source_id, source_kind, source_life,
            target_id, target_kind, target_life)
        ), identity as (
          -- What is there is left out first: a conflict would use up an id. Another import can still be writing the same.
          insert into entity (kind, slug, name, searchable) select 'EVENT', slug, name, false from given
          where not exists (select from entity where entity.slug = given.slug)
          on conflict (slug) do nothing
          returning id, slug
        ), fresh as (
          select id, given.*, daterange(day, day, '[]') as period
          from identity join given using (slug)
        ), fact as (
          insert into event (entity_id, type, mode, period, start_precision, end_precision, end_state, country_id, place,
            certainty, independent_sources, known_from, fingerprint, collection)
          select id, type, mode, period, 'DAY', 'DAY', 'ENDED', country_id, place, 'CODED', 1, known_from, hash::uuid,
            ${this.#source.slug}
          from fresh
        ), participation as (
          insert into relationship (type, subject_id, subject_kind, object_id, object_kind, role, period, lifetime,
            start_precision, end_precision, end_state, certainty, independent_sources, known_from, fingerprint, collection)
          select 'PARTICIPATED_IN', actor_id, actor_kind, id, 'EVENT', role, period, life, 'DAY', 'DAY', 'ENDED', 'CODED', 1,
            known_from, (left(hash, 6) || substr(md5(hash || role), 7))::uuid, ${this.#source.slug}
          from (
            select source_id as actor_id, source_kind as actor_kind, source_life as life,
              'INITIATOR'::participant_role as role, * from fresh
            union all
            select target_id, target_kind, target_life, 'TARGET', * from fresh
          ) as taking
          where actor_id is not null
        ), evidence as (
          insert into evidence (event_id, source_id, stance, locator, fingerprint)
          select id, ${this.#source.id}, 'SUPPORTS', key, hash::uuid from fresh
        )
        select count(*)::integer as events, (count(source_id) + count(target_id))::integer as relationships,
          sum(('x' || substr(hash, 7, 15))::bit(60)::bigint)::text as checksum
        from fresh`);
      const [fresh] = stored.rows as [Fresh];
      if (fresh.events > 0) await this.#note(transaction, fresh);
      return fresh.events;
    });
  }

  /**
   * The events of a batch that are not on record, each as a number that is always the same for that event;
   * writes nothing.
   */
  async fresh(events: CodedEvent[]): Promise<number[]> {
    const hashes = new Map(events.map(event => [this.#slugOf(event, hashOf(event)), hashOf(event)]));
    const { rows } = await this.#owner.execute<{ slug: string }>(sql`
      select slug from unnest(${new Param([...hashes.keys()])}::text[]) as given (slug)
      where not exists (select from entity where entity.slug = given.slug)`);
    // As many bits as a number can hold exactly: a set of millions of numbers is small.
    return rows.map(({ slug }) => Number.parseInt((hashes.get(slug) as string).slice(6, 19), 16));
  }

  // The version of the whole dataset follows from the checksums. That of a stream is a sum, the same whatever
  // order the events came in.
  async #note(transaction: Owner, { events, relationships, checksum }: Fresh): Promise<void> {
    await transaction.execute(sql`
      insert into collection (slug, checksum, events, relationships, updated_at)
      values (${this.#source.slug}, ${checksum}, ${events}, ${relationships}, now())
      on conflict (slug) do update
      set checksum = (collection.checksum::numeric + excluded.checksum::numeric)::text,
        events = collection.events + excluded.events,
        relationships = collection.relationships + excluded.relationships, updated_at = excluded.updated_at`);
  }

  // In the order of the hashes, so that two batches with events in common cannot deadlock.
  #rowsOf(events: CodedEvent[]) {
    const byHash = new Map<string, CodedEvent>();
    for (const event of events) {
      const hash = hashOf(event);
      if (!byHash.has(hash)) byHash.set(hash, event);
    }
    const sorted = [...byHash].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([hash, event]) => {
      const { key, day, publishedAt, cameo, source, target, country, place } = event;
      const { type, mode, label } = cameoByCode(cameo) ?? unknownCode(cameo);
      const [by, to] = [source, target].map(actor => actor && this.#idOf({ actor, day }));
      return {
        slug: this.#slugOf(event, hash),
        name: `${[source, target].flatMap(actor => actor?.name ?? []).join(' → ')}: ${label}`,
        ...{ hash, key, day, type, mode },
        knownFrom: publishedAt?.toISOString() ?? `${this.#knownDay(day)}T00:00:00Z`,
        countryId: this.#actors.countryId(country),
        place: place ?? null,
        sourceId: by?.id ?? null,
        sourceKind: by?.kind ?? null,
        sourceLife: by?.lifetime ?? null,
        targetId: to?.id ?? null,
        targetKind: to?.kind ?? null,
        targetLife: to?.lifetime ?? null,
      };
    });
  }

  #idOf(acting: Acting): ActorId {
    const found = this.#actors.find(acting);
    if (!found) throw new Error(`The actor ${acting.actor.name} has not been added.`);
    return found;
  }

  /**
   * The day on which an event of the stream became known, where the row does not say: that of the source's publication, or the
   * last day that the source covers; never before the event, and on its day if the source has neither. It does not depend on
   * when or where the stream is imported.
   */
  #knownDay(day: string): string {
    const { knownOn } = this.#source;
    return knownOn && knownOn > day ? knownOn : day;
  }

  #slugOf({ day }: CodedEvent, hash: string): string {
    return `${this.#source.slug}-${day}-${hash.slice(6, 22)}`;
  }
}

/**
 * 32 hexadecimal digits that are always the same for a row of a stream. The first six are the day, counted
 * from the year 1: rows come in order of time, so those of a batch are next to each other in the indexes.
 */
function hashOf({ day, key }: CodedEvent): string {
  const days = (Date.parse(day) - Date.parse('0001-01-01')) / 86_400_000;
  return days.toString(16).padStart(6, '0') + hash('md5', key).slice(6);
}

function unknownCode(code: string): never {
  throw new Error(`CAMEO has no code ${code}.`);
}
