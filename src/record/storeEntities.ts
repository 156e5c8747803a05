import { getColumns, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Owner } from '../db/owner.ts';
import { alliance, country, entity, leader, organization, source } from '../db/tables/index.ts';
import type { EntityKind } from '../db/tables/relationshipTypes.ts';
import { UserMistake } from '../mistake.ts';
import type { Collection } from './collection.ts';
import type { Entity, Period, Source } from './facts.ts';
import { periodColumns } from './period.ts';
import { rowIds } from './rowIds.ts';
import { storeBirths } from './storeBirths.ts';

/** The identity of an entity in the database. */
export interface EntityId {
  id: number;
  kind: EntityKind;
}

/** `rows` in lists short enough for one statement, which can bind 65,535 values. */
export function batchesOf<Row>(rows: Row[]): Row[][] {
  const size = 500;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

/** Adds the sources, or updates those that are there; gives the id of each slug. */
export async function upsertSources(transaction: Owner, sources: Source[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const batch of batchesOf(sources)) {
    const rows = await transaction
      .insert(source)
      .values(batch.map(({ coverage, ...columns }) => ({ ...columns, ...coverageColumns(coverage) })))
      .onConflictDoUpdate({ target: source.slug, set: inserted(source, ['id', 'slug']) })
      .returning({ id: source.id, slug: source.slug });
    for (const { id, slug } of rows) ids.set(slug, id);
  }
  return ids;
}

function coverageColumns(coverage: Period | undefined) {
  if (!coverage) return {};
  const { period, startPrecision, endPrecision, endState, periodText } = periodColumns(coverage);
  return {
    coverage: period,
    coverageStartPrecision: startPrecision,
    coverageEndPrecision: endPrecision,
    coverageEndState: endState,
    coverageText: periodText,
  };
}

/**
 * Adds the collection's entities, or updates those that are there; gives the id and kind of each slug. Of events
 * it stores what they are as entities, and no more.
 * Throws UserMistake when a slug belongs to an entity of another kind.
 *
 * @param sources the ids of the sources by their slugs
 */
export async function upsertEntities(
  transaction: Owner,
  { slug: collection, isInOrder, countries, leaders, organizations, alliances, events }: Collection,
  sources: ReadonlyMap<string, number>,
): Promise<Map<string, EntityId>> {
  const ids = await upsertIdentities(
    transaction,
    [
      ...countries.map(identity('COUNTRY')),
      ...leaders.map(identity('LEADER')),
      ...organizations.map(identity('ORGANIZATION')),
      ...alliances.map(identity('ALLIANCE')),
      ...events.map(identity('EVENT')),
    ],
    isInOrder,
  );
  const details = <Item extends Entity>({ slug, name, aliases, summary, ...columns }: Item) => {
    return { ...columns, entityId: ids.get(slug)?.id as number };
  };

  const sourceId = (slug: string | undefined) => (slug === undefined ? undefined : sources.get(slug));
  const withSources = countries.map(({ reference, capitalsSource, unMemberSource, ...one }) => ({
    ...details(one),
    referenceId: sourceId(reference) as number,
    capitalsSourceId: sourceId(capitalsSource),
    unMemberSourceId: sourceId(unMemberSource),
  }));
  for (const batch of batchesOf(withSources)) {
    const target = country.entityId;
    await transaction
      .insert(country)
      .values(batch)
      .onConflictDoUpdate({ target, set: inserted(country, ['entityId']) });
  }
  for (const batch of batchesOf(leaders.map(({ births, ...one }) => ({ ...details(one), collection })))) {
    const target = leader.entityId;
    await transaction
      .insert(leader)
      .values(batch)
      .onConflictDoUpdate({ target, set: inserted(leader, ['entityId']) });
  }
  const births = leaders.map(({ slug, births = [] }) => ({ leaderId: ids.get(slug)?.id as number, births }));
  await storeBirths(transaction, collection, births, sources);
  const withCountry = organizations.map(({ country: home, ...one }) => {
    return { ...details(one), countryId: home ? ids.get(home)?.id : undefined };
  });
  for (const batch of batchesOf(withCountry)) {
    const target = organization.entityId;
    const set = inserted(organization, ['entityId']);
    await transaction.insert(organization).values(batch).onConflictDoUpdate({ target, set });
  }
  for (const batch of batchesOf(alliances.map(details))) {
    const target = alliance.entityId;
    await transaction
      .insert(alliance)
      .values(batch)
      .onConflictDoUpdate({ target, set: inserted(alliance, ['entityId']) });
  }
  return ids;
}

/** The id of every source there is, by its slug. */
export async function idsOfSources(transaction: Owner): Promise<Map<string, number>> {
  const rows = await transaction.select({ slug: source.slug, id: source.id }).from(source);
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** The id and kind of the entities with these slugs, in any collection; those that are not there are left out. */
export async function idsOfEntities(transaction: Owner, slugs: string[]): Promise<Map<string, EntityId>> {
  const ids = new Map<string, EntityId>();
  for (const batch of batchesOf(slugs)) {
    const rows = await transaction
      .select({ slug: entity.slug, id: entity.id, kind: entity.kind })
      .from(entity)
      .where(inArray(entity.slug, batch));
    for (const { slug, ...id } of rows) ids.set(slug, id);
  }
  return ids;
}

const identity =
  (kind: EntityKind) =>
  ({ slug, name, aliases = [], summary }: Entity) => ({ kind, slug, name, aliases, summary });

async function upsertIdentities(
  transaction: Owner,
  identities: (typeof entity.$inferInsert)[],
  isInOrder: boolean,
): Promise<Map<string, EntityId>> {
  const ids = new Map<string, EntityId>();
  for (const batch of batchesOf(identities)) {
    const slugs = batch.map(({ slug }) => slug);
    const made = isInOrder ? undefined : await rowIds(transaction, entity, slugs);
    const rows = await transaction
      .insert(entity)
      .overridingSystemValue()
      .values(batch.map(one => ({ ...one, id: made?.get(one.slug) })))
      .onConflictDoUpdate({ target: entity.slug, set: inserted(entity, ['id', 'slug', 'kind']) })
      .returning({ slug: entity.slug, id: entity.id, kind: entity.kind });
    for (const { slug, ...id } of rows) ids.set(slug, id);
  }
  for (const { slug, kind } of identities) {
    const stored = ids.get(slug)?.kind;
    if (stored === kind) continue;
    throw new UserMistake(
      `The database has "${slug}" as ${stored}, so it cannot be ${kind}: choose another slug.`,
    );
  }
  return ids;
}

/** Every column that can be written but those in `key`, set to what the statement would have inserted. */
function inserted(table: PgTable, key: string[]): Record<string, SQL> {
  const writable = Object.entries(getColumns(table)).filter(
    ([name, column]) => !key.includes(name) && !column.generated && !column.generatedIdentity,
  );
  return Object.fromEntries(
    writable.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
  );
}
