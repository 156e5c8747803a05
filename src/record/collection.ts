/** Facts as they are stored: made of what was written, with what is derived from it. */
import { type Obligation, relationshipTypes } from '../db/tables/relationshipTypes.ts';
import { obligation } from '../db/tables/vocabulary.ts';
import { lastDay, type PartialDate } from '../reference/calendar.ts';
import { type Attestation, attestationOf } from './attestation.ts';
import { type Certainty, certaintyOf, independentSources } from './certainty.ts';
import type {
  Alliance,
  Claim,
  Country,
  Coverage,
  Event,
  Evidence,
  Indicator,
  Leader,
  Organization,
  Participant,
  Period,
  Relationship,
  Source,
} from './facts.ts';
import { fingerprint } from './fingerprint.ts';

/** What was written, all files together, with the countries and their borders. Slugs in it refer to each other rightly. */
export interface Contents {
  sources: Source[];
  countries: Country[];
  leaders: Leader[];
  organizations: Organization[];
  alliances: Alliance[];
  events: Event[];
  relationships: Relationship[];
  claims: Claim[];
  indicators: Indicator[];
  coverage: Coverage[];
}

/** A fact with what is derived from it. `identity` is what its corrections have in common with it. */
export type Recorded<Fact> = Fact & {
  identity: string;
  fingerprint: string;
  certainty: Certainty;
  independentSources: number;
  attestation: Attestation;
  /** The first publication of its evidence; undefined when no source has a date. */
  publishedAt: Date | undefined;
};

/** A relationship of any type: participation and the ties between events included. */
export type Edge = Relationship & {
  role?: Participant['role'];
  /** Of an event that has a deadline: the last day that an unknown end can have been. */
  endNoLaterThan?: string;
};

/** A body of facts that is loaded and superseded as one. */
export interface Collection extends Omit<Contents, 'events' | 'relationships' | 'claims' | 'indicators'> {
  slug: string;
  /** Changes whenever anything in the collection does. */
  checksum: string;
  /** Whether somebody has put the facts in this order, in which lists show them where nothing else orders them. */
  isInOrder: boolean;
  events: Recorded<Event>[];
  relationships: Recorded<Edge>[];
  claims: Recorded<Claim>[];
  indicators: Recorded<Indicator>[];
}

/**
 * Derives certainty, fingerprints and the edges of events. Throws when evidence names a source that is not there.
 *
 * @param cited sources that evidence names and that belong to other collections
 * @param options.elsewhere the fingerprints of events of other collections that the facts point at, by slug
 * @param options.isInOrder whether somebody has put the facts in their order; true by default
 */
export function collectionOf(
  slug: string,
  contents: Contents,
  cited: Source[] = [],
  {
    elsewhere = new Map<string, string>(),
    isInOrder = true,
  }: { elsewhere?: ReadonlyMap<string, string>; isInOrder?: boolean } = {},
): Collection {
  const sources = new Map([...contents.sources, ...cited].map(source => [source.slug, source]));

  // `versions` are the fingerprints of the facts that this one points at: when they get a new version, it does too.
  function record<
    Fact extends { period?: Period; evidence: Evidence[]; deadline?: PartialDate; endNoLaterThan?: string },
  >(
    fact: Fact,
    identity: string,
    content: Partial<Fact>,
    versions: (string | undefined)[] = [],
  ): Recorded<Fact> {
    const deadline = fact.deadline ?? fact.endNoLaterThan;
    const attestation = fact.period ? attestationOf(fact.period, fact.evidence, sources, deadline) : {};
    const derived = {
      certainty: certaintyOf(fact.evidence, sources),
      independentSources: independentSources(fact.evidence, sources),
    };
    const period = fact.period && { endState: 'ENDED', ...fact.period };
    const evidence = fact.evidence.map(piece => fingerprint({ stance: 'SUPPORTS', ...piece })).sort();
    return {
      ...fact,
      ...derived,
      attestation,
      identity,
      // With what is derived: a source found to repeat another makes a new version of what rests on it.
      fingerprint: fingerprint({
        ...content,
        ...derived,
        ...(Object.keys(attestation).length > 0 && { attestation }),
        period,
        evidence,
        versions: versions.filter(Boolean).sort(),
      }),
      publishedAt: firstPublication(fact.evidence, sources),
    };
  }

  const written = contents.events.map(endingOnItsDay);
  const events = written.map(event => {
    const { participants, partOf, respondsTo, aliases, ...content } = event;
    return record(event, event.slug, content);
  });
  const version = new Map([...elsewhere, ...events.map(event => [event.slug, event.fingerprint] as const)]);

  const relationships = [...contents.relationships.map(oneWayRound), ...written.flatMap(edgesOf)].map(edge =>
    record(edge, `${edge.subject} ${edge.type} ${edge.object}`, edge, [
      ...[edge.subject, edge.object, edge.begunBy, edge.endedBy].map(slug => slug && version.get(slug)),
    ]),
  );

  const claims = contents.claims.map(claim => {
    const content = { verification: 'UNVERIFIED' as const, ...claim, about: claim.about?.toSorted() };
    const pointedAt = [...(claim.about ?? []), ...(claim.event ? [claim.event] : [])];
    return record(
      claim,
      claim.slug,
      content,
      pointedAt.map(slug => version.get(slug)),
    );
  });
  const claimVersion = new Map(claims.map(claim => [claim.slug, claim.fingerprint]));

  const indicators = contents.indicators.map(indicator =>
    record(indicator, `${indicator.country} ${indicator.code}`, indicator, [
      indicator.claim && claimVersion.get(indicator.claim),
    ]),
  );

  const collection = { ...contents, events, relationships, claims, indicators };
  return { slug, checksum: fingerprint(collection), isInOrder, ...collection };
}

// A symmetric type is stored once, so it must not matter which end was written first; nor does the order of obligations.
function oneWayRound({ obligations, ...relationship }: Relationship): Relationship {
  const { subject, type, object } = relationship;
  const [first, second] =
    relationshipTypes[type].symmetric && object < subject ? [object, subject] : [subject, object];
  return {
    ...relationship,
    subject: first,
    object: second,
    ...(obligations && { obligations: obligations.toSorted(byRank) }),
  };
}

const byRank = (one: Obligation, other: Obligation) =>
  obligation.enumValues.indexOf(one) - obligation.enumValues.indexOf(other);

// What happens on a day ends on it, unless the source says that it went on.
function endingOnItsDay(event: Event): Event {
  const { start, end, endState } = event.period;
  if (!start || start.length < 10 || end || endState !== 'UNKNOWN') return event;
  return { ...event, period: { ...event.period, end: start, endState: 'ENDED' } };
}

/** The last day, YYYY-MM-DD, that the unknown end of an event with a deadline can have been; undefined if nothing bounds it. */
export const endOfDeadline = ({ period, deadline }: Event) =>
  period.end || !deadline ? undefined : lastDay(deadline);

function edgesOf(event: Event): Edge[] {
  const { slug, period, evidence, participants, partOf, respondsTo } = event;
  const endNoLaterThan = endOfDeadline(event);
  const common = { period, evidence, ...(endNoLaterThan && { endNoLaterThan }) };
  return [
    ...(participants ?? []).map(({ actor, role, evidence: own }): Edge => {
      return {
        subject: actor,
        type: 'PARTICIPATED_IN',
        object: slug,
        role,
        ...common,
        evidence: own ?? evidence,
      };
    }),
    ...(partOf ?? []).map((whole): Edge => ({ subject: slug, type: 'PART_OF', object: whole, ...common })),
    ...(respondsTo ?? []).map(
      (cause): Edge => ({ subject: slug, type: 'RESPONDS_TO', object: cause, ...common }),
    ),
  ];
}

/**
 * The day on which a source was published, YYYY-MM-DD; of one known only to its month or year, the last that it can have been;
 * of a source that gives none, the last day that it covers. Undefined if it gives neither.
 */
export function publicationOf({ publishedOn, coverage }: Source): string | undefined {
  const date = publishedOn ?? coverage?.end;
  return date && lastDay(date);
}

function firstPublication(evidence: Evidence[], sources: ReadonlyMap<string, Source>): Date | undefined {
  const days = evidence
    .flatMap(({ source }) => sources.get(source) ?? [])
    .flatMap(source => publicationOf(source) ?? []);
  const first = days.sort()[0];
  return first === undefined ? undefined : new Date(`${first}T00:00:00Z`);
}
