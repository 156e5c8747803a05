/**
 * How the tables relate, for relational queries. Each connection of the schema has a relation of its own, even
 * where two read the same rows: one relation used twice with different arguments would cost a second statement.
 */
import { defineRelations } from 'drizzle-orm';
import * as tables from './tables/index.ts';

export const relations = defineRelations(tables, r => {
  // Only read through a type of that kind, which always has this row.
  const detail = { from: r.entity.id, optional: false } as const;
  const adjacency = { from: r.entity.id, to: r.adjacency.entityId } as const;

  return {
    entity: {
      country: r.one.country({ ...detail, to: r.country.entityId }),
      leader: r.one.leader({ ...detail, to: r.leader.entityId }),
      organization: r.one.organization({ ...detail, to: r.organization.entityId }),
      alliance: r.one.alliance({ ...detail, to: r.alliance.entityId }),
      event: r.one.event({ ...detail, to: r.event.entityId }),

      relationships: r.many.adjacency(adjacency),
      leaders: r.many.adjacency({ ...adjacency, where: { type: 'HOLDS_OFFICE', direction: 'INCOMING' } }),
      offices: r.many.adjacency({ ...adjacency, where: { type: 'HOLDS_OFFICE', direction: 'OUTGOING' } }),
      memberships: r.many.adjacency({ ...adjacency, where: { type: 'MEMBER_OF', direction: 'OUTGOING' } }),
      members: r.many.adjacency({ ...adjacency, where: { type: 'MEMBER_OF', direction: 'INCOMING' } }),
      events: r.many.adjacency({ ...adjacency, where: { type: 'PARTICIPATED_IN', direction: 'OUTGOING' } }),
      participants: r.many.adjacency({
        ...adjacency,
        where: { type: 'PARTICIPATED_IN', direction: 'INCOMING' },
      }),
      partOf: r.many.adjacency({ ...adjacency, where: { type: 'PART_OF', direction: 'OUTGOING' } }),
      parts: r.many.adjacency({ ...adjacency, where: { type: 'PART_OF', direction: 'INCOMING' } }),
      respondsTo: r.many.adjacency({ ...adjacency, where: { type: 'RESPONDS_TO', direction: 'OUTGOING' } }),
      responses: r.many.adjacency({ ...adjacency, where: { type: 'RESPONDS_TO', direction: 'INCOMING' } }),

      officesBegun: r.many.relationship({ from: r.entity.id, to: r.relationship.begunById }),
      officesEnded: r.many.relationship({ from: r.entity.id, to: r.relationship.endedById }),
      officesThen: r.many.relationship({
        from: r.entity.id.through(r.eventOffice.eventId),
        to: r.relationship.id.through(r.eventOffice.relationshipId),
      }),

      claims: r.many.claim({ from: r.entity.id, to: r.claim.speakerId }),
      claimsAbout: r.many.claim({
        from: r.entity.id.through(r.claimAbout.entityId),
        to: r.claim.id.through(r.claimAbout.claimId),
      }),
      indicators: r.many.indicator({ from: r.entity.id, to: r.indicator.countryId }),
      coverage: r.many.coverage({ from: r.entity.id, to: r.coverage.countryId }),
      evidence: r.many.evidence({ from: r.entity.id, to: r.evidence.eventId }),
      births: r.many.leaderBirth({ from: r.entity.id, to: r.leaderBirth.leaderId }),
    },
    leaderBirth: {
      source: r.one.source({ from: r.leaderBirth.sourceId, to: r.source.id, optional: false }),
    },
    country: {
      reference: r.one.source({ from: r.country.referenceId, to: r.source.id, optional: false }),
      capitalsSource: r.one.source({ from: r.country.capitalsSourceId, to: r.source.id }),
      unMemberSource: r.one.source({ from: r.country.unMemberSourceId, to: r.source.id }),
    },
    coverage: {
      source: r.one.source({ from: r.coverage.sourceId, to: r.source.id, optional: false }),
    },
    organization: {
      country: r.one.entity({ from: r.organization.countryId, to: r.entity.id }),
    },
    event: {
      entity: r.one.entity({ from: r.event.entityId, to: r.entity.id, optional: false }),
      country: r.one.entity({ from: r.event.countryId, to: r.entity.id }),
    },
    adjacency: {
      relationship: r.one.relationship({
        from: r.adjacency.relationshipId,
        to: r.relationship.id,
        optional: false,
      }),
      counterpart: r.one.entity({ from: r.adjacency.counterpartId, to: r.entity.id, optional: false }),
    },
    relationship: {
      subject: r.one.entity({ from: r.relationship.subjectId, to: r.entity.id, optional: false }),
      object: r.one.entity({ from: r.relationship.objectId, to: r.entity.id, optional: false }),
      leader: r.one.entity({ from: r.relationship.subjectId, to: r.entity.id, optional: false }),
      member: r.one.entity({ from: r.relationship.subjectId, to: r.entity.id, optional: false }),
      of: r.one.entity({ from: r.relationship.objectId, to: r.entity.id, optional: false }),
      actor: r.one.entity({ from: r.relationship.subjectId, to: r.entity.id, optional: false }),
      event: r.one.entity({ from: r.relationship.objectId, to: r.entity.id, optional: false }),
      evidence: r.many.evidence({ from: r.relationship.id, to: r.evidence.relationshipId }),
      // What a participation without evidence of its own rests on.
      evidenceOfObject: r.many.evidence({ from: r.relationship.objectId, to: r.evidence.eventId }),
    },
    claim: {
      speaker: r.one.entity({ from: r.claim.speakerId, to: r.entity.id, optional: false }),
      event: r.one.entity({ from: r.claim.eventId, to: r.entity.id }),
      about: r.many.entity({
        from: r.claim.id.through(r.claimAbout.claimId),
        to: r.entity.id.through(r.claimAbout.entityId),
      }),
      evidence: r.many.evidence({ from: r.claim.id, to: r.evidence.claimId }),
    },
    indicator: {
      country: r.one.entity({ from: r.indicator.countryId, to: r.entity.id, optional: false }),
      claim: r.one.claim({ from: r.indicator.claimId, to: r.claim.id }),
      evidence: r.many.evidence({ from: r.indicator.id, to: r.evidence.indicatorId }),
    },
    evidence: {
      source: r.one.source({ from: r.evidence.sourceId, to: r.source.id, optional: false }),
      attributedTo: r.one.entity({ from: r.evidence.attributedToId, to: r.entity.id }),
      relationship: r.one.relationship({ from: r.evidence.relationshipId, to: r.relationship.id }),
      event: r.one.entity({ from: r.evidence.eventId, to: r.entity.id }),
      claim: r.one.claim({ from: r.evidence.claimId, to: r.claim.id }),
      indicator: r.one.indicator({ from: r.evidence.indicatorId, to: r.indicator.id }),
    },
    source: {
      facts: r.many.evidence({ from: r.source.id, to: r.evidence.sourceId }),
    },
  };
});
