/**
 * The closed vocabularies of the graph, one Postgres enum each. The GraphQL enums are made from the same
 * lists, so a value has the same name in the table, the schema and the page.
 */
import { pgEnum } from 'drizzle-orm/pg-core';

export const entityKind = pgEnum('entity_kind', ['COUNTRY', 'LEADER', 'ORGANIZATION', 'ALLIANCE', 'EVENT']);

export const organizationType = pgEnum('organization_type', [
  'GOVERNMENT_BODY',
  'ARMED_FORCE',
  'JUNTA',
  'PARTY',
  'ARMED_GROUP',
  'PRIVATE_MILITARY_COMPANY',
  'MEDIA',
  'COMPANY',
  'CIVIL_SOCIETY',
  'OTHER',
]);

export const allianceType = pgEnum('alliance_type', [
  'REGIONAL_BLOC',
  'DEFENSE_PACT',
  'NONAGGRESSION_PACT',
  'CONSULTATION_PACT',
  'NEUTRALITY_PACT',
  'OFFENSE_PACT',
  'SECURITY_PARTNERSHIP',
  'ECONOMIC_UNION',
  'COALITION',
  'OTHER',
]);

/** PLOVER's sixteen event classes (PLOVER manual 0.8, 2021), then the four that a graph of power adds. */
export const eventType = pgEnum('event_type', [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'COUP',
  'ELECTION',
  'APPOINT',
  'STATEMENT',
]);

/** How an attempt came out. */
export const eventOutcome = pgEnum('event_outcome', ['SUCCEEDED', 'FAILED', 'UNDECIDED']);

export const quadClass = pgEnum('quad_class', [
  'VERBAL_COOPERATION',
  'MATERIAL_COOPERATION',
  'VERBAL_CONFLICT',
  'MATERIAL_CONFLICT',
]);

export const relationshipType = pgEnum('relationship_type', [
  'HOLDS_OFFICE',
  'MEMBER_OF',
  'PARTICIPATED_IN',
  'ALLIED_WITH',
  'PACT_WITH',
  'PARTNERS_WITH',
  'SUPPORTS',
  'AIDS',
  'EMPLOYS',
  'RECOGNIZES',
  'OPPOSES',
  'SANCTIONS',
  'THREATENS',
  'DETAINS',
  'FIGHTS',
  'OVERTHREW',
  'RIVAL_OF',
  'BORDERS',
  'PART_OF',
  'RESPONDS_TO',
  'CONTROLS',
]);

/** What a pact asks of its parties, in the terms of the Alliance Treaty Obligations and Provisions project. */
export const obligation = pgEnum('obligation', [
  'DEFENSE',
  'OFFENSE',
  'NEUTRALITY',
  'NONAGGRESSION',
  'CONSULTATION',
]);

export const stance = pgEnum('stance', ['COOPERATIVE', 'HOSTILE', 'NEUTRAL']);
export const direction = pgEnum('direction', ['OUTGOING', 'INCOMING', 'ANY']);

/** In order of trust: the best certainty comes first. */
export const certainty = pgEnum('certainty', ['ESTABLISHED', 'REPORTED', 'ALLEGED', 'DISPUTED', 'CODED']);

export const datePrecision = pgEnum('date_precision', ['YEAR', 'MONTH', 'DAY']);
export const endState = pgEnum('end_state', ['ENDED', 'ONGOING', 'UNKNOWN']);

export const officeRank = pgEnum('office_rank', [
  'EFFECTIVE_LEADER',
  'HEAD_OF_STATE',
  'HEAD_OF_GOVERNMENT',
  'REPRESENTATIVE',
  'MINISTER',
  'ENVOY',
  'COMMANDER',
  'OTHER',
]);
export const officeBasis = pgEnum('office_basis', ['DE_JURE', 'DE_FACTO', 'CLAIMED']);
export const officeEntry = pgEnum('office_entry', [
  'ELECTION',
  'APPOINTMENT',
  'SUCCESSION',
  'COUP',
  'FOREIGN_IMPOSITION',
  'REGULAR',
  'IRREGULAR',
  'UNKNOWN',
]);
export const officeExit = pgEnum('office_exit', [
  'TERM_END',
  'RESIGNATION',
  'COUP',
  'DEATH',
  'ASSASSINATION',
  'FOREIGN_INTERVENTION',
  'REGULAR',
  'IRREGULAR',
  'UNKNOWN',
]);

export const membershipStatus = pgEnum('membership_status', [
  'FULL',
  'SUSPENDED',
  'OBSERVER',
  'ASSOCIATE',
  'WITHDRAWN',
]);

export const participantRole = pgEnum('participant_role', [
  'INITIATOR',
  'TARGET',
  'SPEAKER',
  'MEDIATOR',
  'HOST',
  'BENEFICIARY',
  'WITNESS',
  'PARTICIPANT',
]);

export const verification = pgEnum('verification', ['UNVERIFIED', 'CORROBORATED', 'DISPUTED', 'REFUTED']);
export const evidenceStance = pgEnum('evidence_stance', ['SUPPORTS', 'DISPUTES']);
export const sourceType = pgEnum('source_type', [
  'NEWS_REPORT',
  'OPINION',
  'OFFICIAL_STATEMENT',
  'BROADCAST',
  'SOCIAL_MEDIA',
  'DATASET',
  'REFERENCE',
]);

export const coverageTopic = pgEnum('coverage_topic', [
  'LEADERS',
  'PACTS',
  'COUPS',
  'MEMBERSHIPS',
  'CONFLICTS',
  'RIVALRIES',
]);
