/**
 * What the traversals promise, told in the plainest way: everything is enumerated, nothing is clever. Far too slow
 * for more than a handful of entities, which is all that the searches are compared on.
 */

import { certainty as certainties } from '../../../src/db/tables/index.ts';
import {
  type EntityKind,
  type RelationshipType,
  relationshipTypes,
} from '../../../src/db/tables/relationshipTypes.ts';
import type { Walk } from '../../../src/graph/walk.ts';

type Certainty = (typeof certainties.enumValues)[number];

/** From the first of the days to the last, both included; null where open. */
export type Span = [first: string | null, last: string | null];

/** An edge. */
export type Tie = {
  id: number;
  type: RelationshipType;
  subject: number;
  object: number;
  certainty: Certainty;
  /** When it held, as far as a source gives it. */
  period: Span;
  /** For which days sources vouch, within the period; null if for none. */
  attested: Span | null;
  /** The days up to which an unknown start or end is bounded; null where nothing bounds it. */
  bounds: Span;
  knownFrom: Date;
  knownUntil: Date | null;
};

/** Entities are numbered from 1; `kinds` and `lives` hold the kind of each in that order, and when it existed. */
export type Graph = { kinds: EntityKind[]; lives: Span[]; ties: Tie[] };

/** A walk whose `avoid` are the entities' numbers. */
export type NumberedWalk = Omit<Walk, 'avoid'> & { avoid: number[] };

export const slugOf = (entity: number) => `entity-${entity}`;

const covers = ([first, last]: Span, day: string) => (!first || first <= day) && (!last || day <= last);

/** Whether both ends of a tie existed on a day. */
const alive = ({ lives }: Graph, { subject, object }: Tie, day: string) =>
  [subject, object].every(end => covers(lives[end - 1] as Span, day));

/** The attested days, with those up to which an unknown start or end is bounded. */
const bounded = ([first, last]: Span, [earliest, latest]: Span): Span => [
  first && (earliest ?? first),
  last && (latest ?? last),
];

function holds(graph: Graph, tie: Tie, { asOf, unattested }: NumberedWalk): boolean {
  if (!asOf) return true;
  const days = unattested ? tie.period : tie.attested && bounded(tie.attested, tie.bounds);
  return days !== null && [days, tie.bounds].every(span => covers(span, asOf)) && alive(graph, tie, asOf);
}

function passes(graph: Graph, tie: Tie, walk: NumberedWalk): boolean {
  const { types, excludeTypes, stances, certainty, knownAt, throughEvents } = walk;
  const isEventTie = tie.type === 'PARTICIPATED_IN';
  const ofType = types ? types.includes(tie.type) : tie.type !== 'BORDERS' && !isEventTie;
  if (!ofType && !(throughEvents && isEventTie)) return false;
  if (excludeTypes?.includes(tie.type)) return false;
  if (stances && !stances.includes(relationshipTypes[tie.type].stance)) return false;
  if (certainty ? !certainty.includes(tie.certainty) : tie.certainty === 'CODED') return false;
  if (!holds(graph, tie, walk)) return false;
  if (!knownAt) return tie.knownUntil === null;
  return tie.knownFrom <= knownAt && (tie.knownUntil === null || knownAt < tie.knownUntil);
}

const certaintyRank = ({ certainty }: Tie) => certainties.enumValues.indexOf(certainty);

/** The ties between two entities that pass, the most certain first, then in the order of the record. */
export const tiesBetween = (graph: Graph, one: number, other: number, walk: NumberedWalk) =>
  graph.ties
    .filter(
      ({ subject, object }) => (subject === one && object === other) || (subject === other && object === one),
    )
    .filter(tie => passes(graph, tie, walk))
    .sort((a, b) => certaintyRank(a) - certaintyRank(b) || a.id - b.id);

const entitiesOf = ({ kinds }: Graph) => kinds.map((_kind, index) => index + 1);

const neighborsOf = (graph: Graph, entity: number, walk: NumberedWalk) =>
  entitiesOf(graph).filter(other => tiesBetween(graph, entity, other, walk).length > 0);

/** Every simple path of at most `longest` hops, as the entities on it, the shortest first. */
export function allPaths(
  graph: Graph,
  from: number,
  to: number,
  longest: number,
  walk: NumberedWalk,
): number[][] {
  if (from === to) return [[from]];
  const found: number[][] = [];
  const goOn = (path: number[]) => {
    if (path.length > longest) return;
    for (const next of neighborsOf(graph, path.at(-1) as number, walk)) {
      if (next === to) found.push([...path, next]);
      else if (!path.includes(next) && !walk.avoid.includes(next)) goOn([...path, next]);
    }
  };
  goOn([from]);
  return found.sort((a, b) => a.length - b.length);
}

/** The days that graphs speak of, and one before and after them that stand for all others. */
const days = Array.from({ length: 11 }, (_day, index) => `2020-01-${String(index + 1).padStart(2, '0')}`);

const isVouchedFor = (graph: Graph, tie: Tie, day: string) =>
  tie.attested !== null && covers(tie.attested, day) && alive(graph, tie, day);

/**
 * The longest time in which each hop of a path held by whichever tie, as far as sources vouch; of several as long the latest, and
 * what is open is longest. Null if there is none.
 */
export function longestTogether(graph: Graph, hops: Tie[][]): Span | null {
  const runs: [number, number][] = [];
  for (const [index, day] of days.entries()) {
    if (!hops.every(ties => ties.some(tie => isVouchedFor(graph, tie, day)))) continue;
    const run = runs.at(-1);
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  const latest = days.length - 1;
  const length = ([first, last]: [number, number]) =>
    first === 0 || last === latest ? Number.POSITIVE_INFINITY : last - first;
  const [longest] = runs.sort((a, b) => {
    const [one, other] = [length(a), length(b)];
    return one === other ? b[1] - a[1] : other - one;
  });
  if (!longest) return null;
  const [first, last] = longest;
  return [first === 0 ? null : (days[first] as string), last === latest ? null : (days[last] as string)];
}

/** The tie of a hop that is shown: the most certain, then one that held in the path's time, then the latest. */
export function shown(graph: Graph, ties: Tie[], during: Span | null): Tie | undefined {
  const vouched = (tie: Tie) => days.filter(day => isVouchedFor(graph, tie, day));
  const meets = (tie: Tie) => during !== null && vouched(tie).some(day => covers(during, day));
  const empty = (tie: Tie) => vouched(tie).length === 0;
  const lastOf = (tie: Tie) => vouched(tie).at(-1) ?? '';
  const firstOf = (tie: Tie) => vouched(tie)[0] ?? '';
  return ties.toSorted(
    (a, b) =>
      certaintyRank(a) - certaintyRank(b) ||
      Number(meets(b)) - Number(meets(a)) ||
      Number(empty(a)) - Number(empty(b)) ||
      lastOf(b).localeCompare(lastOf(a)) ||
      firstOf(b).localeCompare(firstOf(a)) ||
      a.id - b.id,
  )[0];
}

/**
 * The power of two that fits in the number of an entity's relationships, whatever has become of them, those that a
 * machine coded not counted.
 */
function prominence({ ties }: Graph, entity: number): number {
  const counted = ties.filter(({ certainty }) => certainty !== 'CODED');
  const degree = counted.filter(({ subject, object }) => subject === entity || object === entity).length;
  return Math.floor(Math.log2(Math.max(1, degree)));
}

const byProminence = (graph: Graph, entities: number[]) =>
  [...entities].sort((a, b) => prominence(graph, b) - prominence(graph, a) || a - b);

/** Every entity within `depth` steps, with its depth, in the order in which a limit keeps them. */
export function allWithin(
  graph: Graph,
  centers: number[],
  depth: number,
  walk: NumberedWalk,
): [number, number][] {
  const reached = new Map<number, number>();
  let level = byProminence(graph, [...new Set(centers)]);
  for (let step = 0; step <= depth; step++) {
    for (const entity of level) reached.set(entity, step);
    const next = new Set(level.flatMap(entity => neighborsOf(graph, entity, walk)));
    level = byProminence(
      graph,
      [...next].filter(entity => !reached.has(entity) && !walk.avoid.includes(entity)),
    );
  }
  return [...reached];
}

/** The numbers of all ties that pass between two of some entities. */
export const tiesAmong = (graph: Graph, entities: number[], walk: NumberedWalk) =>
  graph.ties
    .filter(({ subject, object }) => entities.includes(subject) && entities.includes(object))
    .filter(tie => passes(graph, tie, walk))
    .map(({ id }) => id);

/** Every entity tied to each of some, best connected first, with at most twenty ties to each of them. */
export function allShared(graph: Graph, entities: number[], walk: NumberedWalk) {
  const shared = entitiesOf(graph).filter(
    candidate =>
      !walk.avoid.includes(candidate) &&
      entities.every(entity => tiesBetween(graph, entity, candidate, walk).length > 0),
  );
  return byProminence(graph, shared).map(entity => ({
    entity,
    relationships: [...new Set(entities)]
      .flatMap(of => tiesBetween(graph, of, entity, walk).slice(0, 20))
      .map(({ id }) => id)
      .sort((a, b) => a - b),
  }));
}
