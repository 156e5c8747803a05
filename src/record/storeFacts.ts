import { and, inArray, isNull } from 'drizzle-orm';
import type { Owner } from '../db/owner.ts';
import { claim, claimAbout, event, evidence, indicator, relationship } from '../db/tables/index.ts';
import { UserMistake } from '../mistake.ts';
import type { Edge, Recorded } from './collection.ts';
import { endOfDeadline } from './collection.ts';
import type { Claim, Event, Evidence, Indicator } from './facts.ts';
import { fingerprint } from './fingerprint.ts';
import { attestationColumns, periodColumns } from './period.ts';
import { rowIds } from './rowIds.ts';
import { batchesOf, type EntityId } from './storeEntities.ts';
import type { Fresh } from './supersede.ts';

/** Where the facts go: the collection they belong to, and the ids behind their slugs. */
export interface Places {
  collection: string;
  /** As in Collection. */
  isInOrder: boolean;
  sources: ReadonlyMap<string, number>;
  entities: Map<string, EntityId>;
}

type New<Fact> = Fresh<Recorded<Fact>>;

/**
 * Adds what the events are as facts, with their evidence. Their entities must be there.
 * Throws UserMistake when another collection has an event of the same slug on record.
 */
export async function addEvents(transaction: Owner, facts: New<Event>[], places: Places): Promise<void> {
  const ids = new Map<string, number>();
  for (const batch of batchesOf(facts)) {
    const rows = batch.map(fact => {
      return {
        entityId: entityOf(fact.slug, places).id,
        type: fact.type,
        mode: fact.mode,
        outcome: fact.outcome,
        ...periodColumns(fact.period),
        ...attestationColumns(fact.attestation),
        deadline: fact.deadline,
        endNoLaterThan: endOfDeadline(fact),
        countryId: fact.country ? entityOf(fact.country, places).id : undefined,
        place: fact.place,
        ...factColumns(fact, places),
      };
    });
    const stored = await transaction
      .insert(event)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: event.entityId, fingerprint: event.fingerprint });
    for (const row of stored) ids.set(row.fingerprint, row.id);
  }
  refuseTaken(facts, ids);
  await addEvidence(transaction, 'eventId', facts, ids, places);
}

/** Adds the relationships, with their evidence. */
export async function addRelationships(
  transaction: Owner,
  facts: New<Edge>[],
  places: Places,
): Promise<void> {
  const ids = new Map<string, number>();
  for (const batch of batchesOf(facts)) {
    const made = places.isInOrder
      ? undefined
      : await rowIds(
          transaction,
          relationship,
          batch.map(fact => fact.fingerprint),
        );
    const rows = batch.map(fact => {
      const [subject, object] = [entityOf(fact.subject, places), entityOf(fact.object, places)];
      const { type, summary, title, rank, basis, entry, exit, status, role, obligations, endNoLaterThan } =
        fact;
      const { begunBy, endedBy } = fact;
      return {
        ...{ type, summary, title, rank, basis, entry, exit, status, role, obligations, endNoLaterThan },
        id: made?.get(fact.fingerprint),
        subjectId: subject.id,
        subjectKind: subject.kind,
        objectId: object.id,
        objectKind: object.kind,
        begunById: begunBy ? entityOf(begunBy, places).id : undefined,
        endedById: endedBy ? entityOf(endedBy, places).id : undefined,
        ...periodColumns(fact.period),
        ...attestationColumns(fact.attestation),
        ...factColumns(fact, places),
      };
    });
    const { id, fingerprint } = relationship;
    const stored = await transaction
      .insert(relationship)
      .overridingSystemValue()
      .values(rows)
      .returning({ id, fingerprint });
    for (const row of stored) ids.set(row.fingerprint, row.id);
  }
  await addEvidence(transaction, 'relationshipId', facts, ids, places);
}

/**
 * Adds the claims, with what they are about and their evidence.
 * Throws UserMistake when another collection has a claim of the same slug on record.
 */
export async function addClaims(transaction: Owner, facts: New<Claim>[], places: Places): Promise<void> {
  const ids = new Map<string, number>();
  for (const batch of batchesOf(facts)) {
    const rows = batch.map(fact => {
      const speaker = entityOf(fact.speaker, places);
      return {
        slug: fact.slug,
        text: fact.text,
        quote: fact.quote,
        speakerId: speaker.id,
        speakerKind: speaker.kind,
        madeOn: fact.madeOn,
        verification: fact.verification ?? ('UNVERIFIED' as const),
        eventId: fact.event ? entityOf(fact.event, places).id : undefined,
        ...factColumns(fact, places),
      };
    });
    const { id, fingerprint } = claim;
    const stored = await transaction
      .insert(claim)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id, fingerprint });
    for (const row of stored) ids.set(row.fingerprint, row.id);
  }
  refuseTaken(facts, ids);
  const about = facts.flatMap(fact =>
    (fact.about ?? []).map(slug => ({ claimId: idOf(fact, ids), entityId: entityOf(slug, places).id })),
  );
  for (const batch of batchesOf(about)) await transaction.insert(claimAbout).values(batch);
  await addEvidence(transaction, 'claimId', facts, ids, places);
}

/** Adds the indicators, with their evidence. The claims that state them must be there. */
export async function addIndicators(
  transaction: Owner,
  facts: New<Indicator>[],
  places: Places,
): Promise<void> {
  const ids = new Map<string, number>();
  const claims = await claimIds(transaction, facts);
  for (const batch of batchesOf(facts)) {
    const rows = batch.map(fact => ({
      countryId: entityOf(fact.country, places).id,
      code: fact.code,
      name: fact.name,
      value: fact.value,
      unit: fact.unit,
      ...periodColumns(fact.period),
      ...attestationColumns(fact.attestation),
      claimId: fact.claim ? claims.get(fact.claim) : undefined,
      ...factColumns(fact, places),
    }));
    const { id, fingerprint } = indicator;
    const stored = await transaction.insert(indicator).values(rows).returning({ id, fingerprint });
    for (const row of stored) ids.set(row.fingerprint, row.id);
  }
  await addEvidence(transaction, 'indicatorId', facts, ids, places);
}

async function claimIds(transaction: Owner, facts: Indicator[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const batch of batchesOf(facts.flatMap(fact => fact.claim ?? []))) {
    const rows = await transaction
      .select({ slug: claim.slug, id: claim.id })
      .from(claim)
      .where(and(inArray(claim.slug, batch), isNull(claim.knownUntil)));
    for (const { slug, id } of rows) ids.set(slug, id);
  }
  return ids;
}

async function addEvidence(
  transaction: Owner,
  factId: 'eventId' | 'relationshipId' | 'claimId' | 'indicatorId',
  facts: New<{ evidence: Evidence[] }>[],
  ids: ReadonlyMap<string, number>,
  places: Places,
): Promise<void> {
  const rows = facts.flatMap(fact =>
    fact.evidence.map(({ source, stance = 'SUPPORTS', attributedTo, quote, locator }) => {
      const speaker = attributedTo === undefined ? undefined : entityOf(attributedTo, places);
      return {
        [factId]: idOf(fact, ids),
        sourceId: places.sources.get(source) as number,
        stance,
        attributedToId: speaker?.id,
        attributedToKind: speaker?.kind,
        quote,
        locator,
        fingerprint: fingerprint({ fact: fact.fingerprint, source, stance, attributedTo, quote, locator }),
      };
    }),
  );
  for (const batch of batchesOf(rows)) await transaction.insert(evidence).values(batch);
}

function factColumns(fact: New<object>, { collection }: Places) {
  const { certainty, independentSources, knownFrom, fingerprint } = fact;
  return { certainty, independentSources, knownFrom, fingerprint, collection };
}

// The collection has been checked: a slug that leads nowhere is a fault of ours.
function entityOf(slug: string, { entities }: Places): EntityId {
  const entity = entities.get(slug);
  if (!entity) throw new Error(`There is no entity ${slug}.`);
  return entity;
}

function idOf({ fingerprint }: New<object>, ids: ReadonlyMap<string, number>): number {
  return ids.get(fingerprint) as number;
}

function refuseTaken(facts: New<{ slug: string }>[], ids: ReadonlyMap<string, number>): void {
  const taken = facts.filter(fact => !ids.has(fact.fingerprint)).map(fact => `"${fact.slug}"`);
  if (taken.length === 0) return;
  throw new UserMistake(`Another collection has ${taken.join(', ')} on record already: choose another slug.`);
}
