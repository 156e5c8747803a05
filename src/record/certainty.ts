import type { certainty } from '../db/tables/vocabulary.ts';
import type { Evidence, Source } from './facts.ts';

export type Certainty = (typeof certainty.enumValues)[number];

/**
 * How certain a fact is, derived from its evidence and the sources it names, so that nobody has to judge it
 * twice: DISPUTED as soon as a source disputes it; ESTABLISHED when two independent sources, or one work of reference, say so
 * in their own voice; REPORTED when one does; ALLEGED when it rests on what parties say; else CODED by a machine.
 */
export function certaintyOf(evidence: Evidence[], sources: ReadonlyMap<string, Source>): Certainty {
  if (evidence.some(piece => piece.stance === 'DISPUTES')) return 'DISPUTED';

  const reviewed = evidence
    .map(({ source, attributedTo }) => ({ source: sourceOf(source, sources), attributedTo }))
    .filter(({ source }) => !source.machineCoded);
  const inOwnVoice = reviewed.filter(({ attributedTo }) => !attributedTo).map(({ source }) => source);

  if (new Set(inOwnVoice.map(originOf)).size > 1) return 'ESTABLISHED';
  if (inOwnVoice.some(({ type }) => type === 'REFERENCE')) return 'ESTABLISHED';
  if (inOwnVoice.length > 0) return 'REPORTED';
  return reviewed.length > 0 ? 'ALLEGED' : 'CODED';
}

/** The number of distinct origins behind the evidence that supports a fact: five papers printing one report are one. */
export function independentSources(evidence: Evidence[], sources: ReadonlyMap<string, Source>): number {
  const supporting = evidence.filter(piece => piece.stance !== 'DISPUTES');
  return new Set(supporting.map(({ source }) => originOf(sourceOf(source, sources)))).size;
}

const originOf = (source: Source) => source.origin ?? source.slug;

function sourceOf(slug: string, sources: ReadonlyMap<string, Source>): Source {
  const source = sources.get(slug);
  if (!source) throw new Error(`There is no source ${slug}.`);
  return source;
}
