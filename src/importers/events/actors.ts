import { Param, sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import type { EntityKind } from '../../db/tables/relationshipTypes.ts';
import { plainName, slugOf } from '../../reference/names.ts';
import { type ActorId, everyActor, type NamedActor } from './actorsOnRecord.ts';
import type { CodedActor } from './codedEvent.ts';

/** An actor, and the day on which a stream has it act, YYYY-MM-DD. */
export type Acting = { actor: CodedActor; day: string };

/** What a name can mean. */
interface Meaning {
  /** The leaders on record who have it. */
  leaders: NamedActor[];
  /** Whether it is a person's. */
  isPerson: boolean;
}

/**
 * The entities behind the names in a stream: a country by its slug; a leader on record who has the name, on a day of their
 * life and in a year in which they held an office, if there is only one such; else whoever else has the name, or is the only
 * one who has it as an alias.
 *
 * An actor that is not there yet is added: as a leader if the name is a person's, because the stream says so or a leader on
 * record has it, and else as an organization. So a former president who is in the news years later is a person of that name,
 * whom nobody takes for the president. The slug ends in the stream's, so as not to take one that a person may need later.
 */
export class Actors {
  #owner: Owner;
  #stream: string;
  #bySlug = new Map<string, ActorId>();
  #leaders = new Map<string, NamedActor[]>();
  #byName: Record<'person' | 'other', Map<string, ActorId>> = { person: new Map(), other: new Map() };
  #byAlias = new Map<string, ActorId | 'SEVERAL'>();
  /** What the names in a stream were found to mean: streams repeat them a million times. */
  #meanings = new Map<string, Meaning>();
  #found = { person: new Map<string, ActorId>(), other: new Map<string, ActorId>() };

  private constructor(owner: Owner, stream: string) {
    this.#owner = owner;
    this.#stream = stream;
  }

  /** Reads every actor in the database, by all its names, for the stream with this slug. */
  static async read(owner: Owner, stream: string): Promise<Actors> {
    const actors = new Actors(owner, stream);
    for (const actor of await everyActor(owner)) actors.#take(actor);
    return actors;
  }

  #take(actor: NamedActor): void {
    const { slug, name, aliases, kind, isCoded } = actor;
    this.#bySlug.set(slug, actor);
    if (kind === 'LEADER' && !isCoded) {
      for (const word of new Set([name, ...aliases].map(plainName))) {
        // A family name alone could be anybody, unless the stream says of which country: the King in the news is not the
        // prime minister of Canada.
        const keys = /\s/.test(word)
          ? [word]
          : new Set(actor.offices.map(({ country }) => surnameKey(word, country)));
        for (const key of keys) this.#leaders.set(key, [...(this.#leaders.get(key) ?? []), actor]);
      }
      return;
    }
    const byName = this.#byName[kind === 'LEADER' ? 'person' : 'other'];
    if (!byName.has(plainName(name))) byName.set(plainName(name), actor);
    for (const alias of new Set(aliases.map(plainName)))
      this.#byAlias.set(alias, this.#byAlias.has(alias) ? 'SEVERAL' : actor);
  }

  /** The actor that the stream means, if it is in the database. */
  find({ actor, day }: Acting): ActorId | undefined {
    if (actor.country) return this.#bySlug.get(actor.country);
    const { leaders, isPerson } = this.#meaningOf(actor);
    const acting = leaders.filter(leader => actedOn(leader, day));
    if (acting.length === 1) return acting[0];
    return this.#other(actor.name, isPerson ? 'person' : 'other');
  }

  #meaningOf({ name, surname, home, person = false }: CodedActor): Meaning {
    const key = `${name}\t${surname && home}`;
    const known = this.#meanings.get(key);
    if (known) return known;
    const leaders = this.#leaders.get(plainName(name)) ?? [];
    const namesakes = (surname && home && this.#leaders.get(surnameKey(plainName(surname), home))) || [];
    const meaning = { leaders: [...leaders, ...namesakes], isPerson: person || leaders.length > 0 };
    this.#meanings.set(key, meaning);
    return meaning;
  }

  /** Who has the name and is no leader on record. */
  #other(name: string, as: 'person' | 'other'): ActorId | undefined {
    const found = this.#found[as].get(name);
    if (found) return found;
    const word = plainName(name);
    const alias = this.#byAlias.get(word);
    const named = this.#byName[as].get(word);
    const actor = named ?? (as === 'other' && alias !== 'SEVERAL' ? alias : undefined);
    if (actor) this.#found[as].set(name, actor);
    return actor;
  }

  /** The id of a country by its slug. */
  countryId(slug: string | undefined): number | null {
    return (slug && this.#bySlug.get(slug)?.id) || null;
  }

  /** Adds the actors that are not in the database yet. */
  async add(acting: Acting[]): Promise<void> {
    const fresh = new Map(
      acting.flatMap(one => {
        if (this.find(one)) return [];
        const kind: EntityKind = this.#meaningOf(one.actor).isPerson ? 'LEADER' : 'ORGANIZATION';
        return [[`${kind} ${plainName(one.actor.name)}`, { ...one.actor, kind }]];
      }),
    );
    if (fresh.size === 0) return;
    const taken = new Set<string>();
    const rows = [...fresh.values()].map(({ name, type, home, kind }) => {
      const slug = this.#freeSlug(name, taken);
      taken.add(slug);
      return { slug, name, kind, type, country: this.countryId(home) };
    });
    const column = (key: keyof (typeof rows)[number]) => new Param(rows.map(row => row[key]));
    // Another import may be adding the same one: then its entity is used.
    await this.#owner.execute(sql`
      with given as (
        select * from unnest(${column('slug')}::text[], ${column('name')}::text[], ${column('kind')}::text[]::entity_kind[],
          ${column('type')}::text[]::organization_type[], ${column('country')}::integer[])
          as one (slug, name, kind, type, country)
      ), identity as (
        insert into entity (kind, slug, name) select kind, slug, name from given order by slug
        on conflict (slug) do nothing
        returning id, slug
      ), person as (
        insert into leader (entity_id, collection)
        select id, ${this.#stream} from identity join given using (slug) where kind = 'LEADER'
      )
      insert into organization (entity_id, type, country_id)
      select id, type, country from identity join given using (slug) where kind = 'ORGANIZATION'`);
    const added = await this.#owner.execute<{ id: number; kind: EntityKind; slug: string; name: string }>(
      sql`select id, kind, slug, name from entity where slug = any (${column('slug')}::text[])`,
    );
    for (const one of added.rows)
      this.#take({
        ...one,
        aliases: [],
        isCoded: true,
        lifetime: '(,)',
        born: null,
        died: null,
        offices: [],
      });
  }

  #freeSlug(name: string, taken: ReadonlySet<string>): string {
    const base = slugOf(name) || 'actor';
    for (let count = 1; ; count++) {
      const slug = `${base}${count > 1 ? `-${count}` : ''}-${this.#stream}`;
      if (!this.#bySlug.has(slug) && !taken.has(slug)) return slug;
    }
  }
}

const surnameKey = (word: string, country: string) => `${word}\t${country}`;

/** Whether a leader was alive on a day, and in office in its year. */
function actedOn({ born, died, offices }: NamedActor, day: string): boolean {
  const year = Number(day.slice(0, 4));
  return (
    (!born || born <= day) &&
    (!died || day <= died) &&
    offices.some(({ from, until }) => (from === null || from <= year) && (until === null || year <= until))
  );
}
