import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from './postgres.ts';

// A row of COPY's binary format here: its number of fields, then each field's length and its four bytes.
// https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.4
const HEADER = 19;
const ROW = 2 + 4 * (4 + 4);
const TRAILER = 2;

/** A graph in memory, both ends of every edge: `neighbors` of node i are at `offsets[i]` until `offsets[i + 1]`. */
interface Edges {
  offsets: Int32Array;
  neighbors: Int32Array;
  /** Days since 1970: the first on which the edge held, and the first on which it no longer did. */
  from: Int32Array;
  until: Int32Array;
}

/**
 * Reads a graph's relationships into compressed sparse rows and gives the search over them: the bidirectional
 * breadth-first search that the database does, straight in memory. It is the limit for the others.
 * The search gives the length of the shortest path between two entities, or null when all are longer than `longest`.
 *
 * @param smaller which side is expanded next: the one with fewer entities, or the one with fewer ties to read
 */
export async function openLimit(server: Server, database: string, smaller: 'entities' | 'ties') {
  const edges = await readEdges(server, database);
  const nodes = edges.offsets.length - 1;
  // Which search has seen a node, and from which end, so that nothing has to be cleared between searches.
  const seen = new Int32Array(nodes);
  const sides = [new Int32Array(nodes), new Int32Array(nodes)] as const;
  const next = new Int32Array(nodes);
  let stamp = 0;

  return (source: number, target: number, longest: number, day: number | undefined): number | null => {
    stamp += 2;
    const frontiers = [sides[0], sides[1]] as [Int32Array, Int32Array];
    let spare: Int32Array = next;
    const sizes = [1, 1] as [number, number];
    frontiers[0][0] = source;
    frontiers[1][0] = target;
    seen[source] = stamp;
    seen[target] = stamp + 1;
    const cost = (node: number) => (smaller === 'ties' ? degree(edges, node) : 1);
    const work = [cost(source), cost(target)] as [number, number];
    for (let length = 1; length <= longest; length++) {
      const side = work[0] <= work[1] ? 0 : 1;
      const frontier = frontiers[side];
      let size = 0;
      let ahead = 0;
      for (let i = 0; i < sizes[side]; i++) {
        const node = frontier[i] as number;
        const end = edges.offsets[node + 1] as number;
        for (let at = edges.offsets[node] as number; at < end; at++) {
          if (day !== undefined && ((edges.from[at] as number) > day || (edges.until[at] as number) <= day))
            continue;
          const neighbor = edges.neighbors[at] as number;
          if (seen[neighbor] === stamp + 1 - side) return length;
          if (seen[neighbor] === stamp + side) continue;
          seen[neighbor] = stamp + side;
          spare[size++] = neighbor;
          ahead += cost(neighbor);
        }
      }
      if (size === 0) return null;
      frontiers[side] = spare;
      spare = frontier;
      sizes[side] = size;
      work[side] = ahead;
    }
    return null;
  };
}

function degree({ offsets }: Edges, node: number): number {
  return (offsets[node + 1] as number) - (offsets[node] as number);
}

async function readEdges(server: Server, database: string): Promise<Edges> {
  const file = join(server.directory, `${database}.edges`);
  const client = await server.connect(database);
  const { rows } = await client.query<{ last: number }>('select max(id) as last from entity');
  await client.query(`copy (
    select subject_id, object_id, lower(period) - date '1970-01-01',
      coalesce(upper(period) - date '1970-01-01', 2147483647)
    from relationship order by id) to '${file}' (format binary)`);
  await client.end();
  const bytes = readFileSync(file);
  rmSync(file);
  return arrange(bytes, (rows[0]?.last ?? 0) + 1);
}

function arrange(bytes: Buffer, nodes: number): Edges {
  const count = (bytes.length - HEADER - TRAILER) / ROW;
  const field = (row: number, column: number) => bytes.readInt32BE(HEADER + row * ROW + 2 + column * 8 + 4);
  const offsets = new Int32Array(nodes + 1);
  for (let row = 0; row < count; row++) {
    for (const column of [0, 1]) (offsets[field(row, column) + 1] as number)++;
  }
  for (let node = 0; node < nodes; node++) (offsets[node + 1] as number) += offsets[node] as number;
  const free = offsets.slice();
  const neighbors = new Int32Array(2 * count);
  const from = new Int32Array(2 * count);
  const until = new Int32Array(2 * count);
  for (let row = 0; row < count; row++) {
    for (const column of [0, 1]) {
      const node = field(row, column);
      const at = free[node] as number;
      free[node] = at + 1;
      neighbors[at] = field(row, 1 - column);
      from[at] = field(row, 2);
      until[at] = field(row, 3);
    }
  }
  return { offsets, neighbors, from, until };
}
