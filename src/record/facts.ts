/**
 * The facts, as they are written. The modules in facts/ define their format, once: these types, the check of the curated
 * files and curated/format.schema.json all follow from it.
 */
export type { Claim } from './facts/claim.ts';
export type { Coverage } from './facts/coverage.ts';
export type { Alliance, Birth, Country, Entity, Leader, Organization } from './facts/entity.ts';
export type { Event, Participant } from './facts/event.ts';
export type { Evidence } from './facts/evidence.ts';
export type { Indicator } from './facts/indicator.ts';
export type { Period } from './facts/period.ts';
export type { Relationship } from './facts/relationship.ts';
export type { Source } from './facts/source.ts';
