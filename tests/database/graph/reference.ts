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

/** An edge. The days are the first and the last on which it held, null where the period is open. */
export type Tie = {
  id: number;
  type: RelationshipType;
  subject: number;
  object: number;
  certainty: Certainty;
  firstDay: string | null;
  lastDay: string | null;
  knownFrom: Date;
  knownUntil: Date | null;
};

/** Entities are numbered from 1; `kinds` holds the kind of each in that order. */
export type Graph = { kinds: EntityKind[]; ties: Tie[] };

/** A walk whose `avoid` are the entities' numbers. */
export type NumberedWalk = Omit<Walk, 'avoid'> & { avoid: number[] };

export const slugOf = (entity: number) => `entity-${entity}`;

function passes(tie: Tie, walk: NumberedWalk): boolean {
  const { types, excludeTypes, stances, certainty, asOf, knownAt, throughEvents } = walk;
  const isEventTie = tie.type === 'PARTICIPATED_IN';
  const ofType = types ? types.includes(tie.type) : tie.type !== 'BORDERS' && !isEventTie;
  if (!ofType && !(throughEvents && isEventTie)) return false;
  if (excludeTypes?.includes(tie.type)) return false;
  if (stances && !stances.includes(relationshipTypes[tie.type].stance)) return false;
  if (certainty ? !certainty.includes(tie.certainty) : tie.certainty === 'CODED') return false;
  if (asOf && tie.firstDay && asOf < tie.firstDay) return false;
  if (asOf && tie.lastDay && asOf > tie.lastDay) return false;
  if (!knownAt) return tie.knownUntil === null;
  return tie.knownFrom <= knownAt && (tie.knownUntil === null || knownAt < tie.knownUntil);
}

const certaintyRank = ({ certainty }: Tie) => certainties.enumValues.indexOf(certainty);

/** The ties between two entities that pass, the most certain first, then in the order of the record. */
export const tiesBetween = ({ ties }: Graph, one: number, other: number, walk: NumberedWalk) =>
  ties
    .filter(
      ({ subject, object }) => (subject === one && object === other) || (subject === other && object === one),
    )
    .filter(tie => passes(tie, walk))
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
    .filter(tie => passes(tie, walk))
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
