import { eq, sql } from 'drizzle-orm';
import type { Owner } from '../db/owner.ts';
import { collection as collectionTable } from '../db/tables/index.ts';
import type { Collection } from './collection.ts';
import { replaceCoverage } from './storeCoverage.ts';
import { idsOfEntities, idsOfSources, upsertEntities, upsertSources } from './storeEntities.ts';
import { addClaims, addEvents, addIndicators, addRelationships, type Places } from './storeFacts.ts';
import { type Changes, type Ending, supersede } from './supersede.ts';

// Any number will do, as long as nothing else on the same server locks it; the migrations lock another.
const LOCK = 7_829_361_105;

/** Waits until no other load or import is changing facts, and keeps all others waiting until the transaction ends. */
export async function lockFacts(transaction: Owner): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
}

/**
 * Brings what the database has of a collection in line with it, all or nothing. Entities and sources are
 * updated in place and never removed; facts may point at those of other collections. Facts that the collection has no more are superseded, new ones added, the
 * others left alone. A collection that is there already costs one query; two loads at once wait for each other.
 * Throws UserMistake when a slug belongs to something else already, and Drizzle's DrizzleQueryError when a
 * statement fails.
 *
 * @param options.forgets whether facts that the collection has no more are removed, not superseded; false by default
 */
export async function storeCollection(
  owner: Owner,
  collection: Collection,
  { forgets = false }: Partial<Pick<Ending, 'forgets'>> = {},
): Promise<Changes> {
  const { slug, checksum } = collection;
  const [stored] = await owner.select().from(collectionTable).where(eq(collectionTable.slug, slug));
  if (stored?.checksum === checksum) return { added: 0, superseded: 0 };

  return owner.transaction(async transaction => {
    await lockFacts(transaction);
    const now = new Date();
    const changes = await storeFacts(transaction, collection, { now, forgets });
    const { events, relationships } = collection;
    const row = { checksum, events: events.length, relationships: relationships.length, updatedAt: now };
    await transaction
      .insert(collectionTable)
      .values({ slug, ...row })
      .onConflictDoUpdate({ target: collectionTable.slug, set: row });
    return changes;
  });
}

async function storeFacts(transaction: Owner, collection: Collection, ending: Ending): Promise<Changes> {
  // Before events, since what is tied cannot be removed.
  const relationships = await supersede(
    transaction,
    'relationship',
    collection,
    collection.relationships,
    ending,
  );
  // Superseded events give their slugs up, so that their new versions can have them.
  const events = await supersede(transaction, 'event', collection, collection.events, ending);
  const claims = await supersede(transaction, 'claim', collection, collection.claims, ending);
  const indicators = await supersede(transaction, 'indicator', collection, collection.indicators, ending);

  const sources = new Map([
    ...(await idsOfSources(transaction)),
    ...(await upsertSources(transaction, collection.sources)),
  ]);
  const entities = await upsertEntities(transaction, collection, sources);
  const { slug, isInOrder } = collection;
  const places: Places = { collection: slug, isInOrder, sources, entities };
  const elsewhere = [...slugsIn(collection)].filter(slug => !places.entities.has(slug));
  for (const [slug, id] of await idsOfEntities(transaction, elsewhere)) places.entities.set(slug, id);
  await addEvents(transaction, events.fresh, places);
  await addRelationships(transaction, relationships.fresh, places);
  await addClaims(transaction, claims.fresh, places);
  await addIndicators(transaction, indicators.fresh, places);
  await replaceCoverage(transaction, collection.coverage, places);
  await transaction.execute(sql`select follow_lifetimes()`);
  await transaction.execute(sql`select follow_successions()`);

  const all = [events, relationships, claims, indicators];
  return {
    added: all.reduce((sum, { fresh }) => sum + fresh.length, 0),
    superseded: all.reduce((sum, { superseded }) => sum + superseded, 0),
  };
}

/** The slugs of entities that the facts of a collection point at. */
function slugsIn({ events, relationships, claims, indicators, coverage }: Collection): Set<string> {
  const facts = [...events, ...relationships, ...claims, ...indicators];
  const slugs = [
    ...events.map(({ country }) => country),
    ...relationships.flatMap(({ subject, object, begunBy, endedBy }) => [subject, object, begunBy, endedBy]),
    ...claims.flatMap(({ speaker, about = [], event }) => [speaker, ...about, event]),
    ...indicators.map(({ country }) => country),
    ...coverage.map(({ country }) => country),
    ...facts.flatMap(({ evidence }) => evidence.map(({ attributedTo }) => attributedTo)),
  ];
  return new Set(slugs.filter(slug => slug !== undefined));
}
