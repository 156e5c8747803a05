import { Param, sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import type { EntityKind } from '../../db/tables/relationshipTypes.ts';
import { plainName, slugOf } from '../../reference/names.ts';
import type { CodedActor } from './codedEvent.ts';

/** An actor as the database has it. */
export interface ActorId {
  id: number;
  kind: EntityKind;
}

type NamedActor = { id: number; kind: EntityKind; slug: string; name: string; aliases: string[] };

/**
 * The entities behind the names in a stream: a country by its slug, else whoever has the name, else the only
 * one who has it as an alias. An actor that is not there yet is added as an organization, because a stream
 * does not distinguish people from bodies; its slug ends in the stream's, so as not to take one that a person
 * may need later.
 */
export class Actors {
  #owner: Owner;
  #stream: string;
  #bySlug = new Map<string, ActorId>();
  #byName = new Map<string, ActorId>();
  #byAlias = new Map<string, ActorId | 'SEVERAL'>();
  /** What the names in a stream were found to mean: streams repeat them a million times. */
  #found = new Map<string, ActorId>();

  private constructor(owner: Owner, stream: string) {
    this.#owner = owner;
    this.#stream = stream;
  }

  /** Reads every actor in the database, by all its names, for the stream with this slug. */
  static async read(owner: Owner, stream: string): Promise<Actors> {
    const actors = new Actors(owner, stream);
    const { rows } = await owner.execute<NamedActor>(
      sql`select id, kind, slug, name, aliases from entity where kind <> 'EVENT' order by id`,
    );
    for (const { slug, name, aliases, ...actor } of rows) {
      actors.#bySlug.set(slug, actor);
      // A family name alone could be anybody: the King in the news is not the prime minister of Canada.
      const means = (word: string) => actor.kind !== 'LEADER' || /\s/.test(word);
      if (means(name) && !actors.#byName.has(plainName(name))) actors.#byName.set(plainName(name), actor);
      for (const alias of new Set(aliases.filter(means).map(plainName))) {
        actors.#byAlias.set(alias, actors.#byAlias.has(alias) ? 'SEVERAL' : actor);
      }
    }
    return actors;
  }

  /** The actor that the stream means, if it is in the database. */
  find({ name, country }: CodedActor): ActorId | undefined {
    if (country) return this.#bySlug.get(country);
    const found = this.#found.get(name);
    if (found) return found;
    const alias = this.#byAlias.get(plainName(name));
    const actor = this.#byName.get(plainName(name)) ?? (alias === 'SEVERAL' ? undefined : alias);
    if (actor) this.#found.set(name, actor);
    return actor;
  }

  /** The id of a country by its slug. */
  countryId(slug: string | undefined): number | null {
    return (slug && this.#bySlug.get(slug)?.id) || null;
  }

  /** Adds the actors that are not in the database yet. */
  async add(actors: CodedActor[]): Promise<void> {
    const fresh = new Map(
      actors.filter(actor => !this.find(actor)).map(actor => [plainName(actor.name), actor]),
    );
    if (fresh.size === 0) return;
    const taken = new Set<string>();
    const rows = [...fresh.values()].map(({ name, type, home }) => {
      const slug = this.#freeSlug(name, taken);
      taken.add(slug);
      return { slug, name, type, country: this.countryId(home) };
    });
    const column = (key: keyof (typeof rows)[number]) => new Param(rows.map(row => row[key]));
    // Another import may be adding the same one: then its entity is used.
    await this.#owner.execute(sql`
      with given as (
        select * from unnest(${column('slug')}::text[], ${column('name')}::text[],
          ${column('type')}::text[]::organization_type[], ${column('country')}::integer[]) as one (slug, name, type, country)
      ), identity as (
        insert into entity (kind, slug, name) select 'ORGANIZATION', slug, name from given order by slug
        on conflict (slug) do nothing
        returning id, slug
      )
      insert into organization (entity_id, type, country_id)
      select id, type, country from identity join given using (slug)`);
    const added = await this.#owner.execute<NamedActor>(
      sql`select id, kind, slug, name from entity where slug = any (${column('slug')}::text[])`,
    );
    for (const { slug, name, ...actor } of added.rows) {
      this.#bySlug.set(slug, actor);
      this.#byName.set(plainName(name), actor);
    }
  }

  #freeSlug(name: string, taken: ReadonlySet<string>): string {
    const base = slugOf(name) || 'actor';
    for (let count = 1; ; count++) {
      const slug = `${base}${count > 1 ? `-${count}` : ''}-${this.#stream}`;
      if (!this.#bySlug.has(slug) && !taken.has(slug)) return slug;
    }
  }
}
