import { rmSync } from 'node:fs';
import { join } from 'node:path';
import kuzu, { type PreparedStatement, type QueryResult } from 'kuzu';
import type { Server } from './postgres.ts';
import { BEST, HELD_ON, LONGEST } from './questions.ts';

const onTheDay = `(tie, node | where tie.held_from <= date('${HELD_ON}') and tie.held_until > date('${HELD_ON}'))`;

/** A graph in Kuzu, an embedded graph database, in this process, with its default number of threads. */
export interface KuzuGraph {
  version: string;
  /** The length of the shortest path between two entities, or null when all are longer than LONGEST. */
  findPath(source: number, target: number, held: boolean): Promise<number | null>;
  /** How many entities a query for the BEST nearest within two steps gives: the nearest first, and among equals the best connected. */
  neighborhood(center: number, held: boolean): Promise<number>;
  close(): Promise<void>;
}

/** Copies the graph of a Postgres database into a new Kuzu database, with Kuzu's bulk load. */
export async function openKuzu(server: Server, database: string): Promise<KuzuGraph> {
  const files = await writeTables(server, database);
  const place = join(server.directory, 'kuzu');
  for (const file of [place, `${place}.wal`]) rmSync(file, { force: true, recursive: true });
  const db = new kuzu.Database(place);
  const connection = new kuzu.Connection(db);
  for (const statement of [
    'create node table Entity (id int32 primary key, degree int32)',
    'create rel table Tie (from Entity to Entity, held_from date, held_until date)',
    `copy Entity from '${files.entities}'`,
    `copy Tie from '${files.ties}'`,
  ])
    await connection.query(statement);
  for (const file of Object.values(files)) rmSync(file);

  const prepare = async (query: (filter: string) => string) =>
    [await connection.prepare(query('')), await connection.prepare(query(onTheDay))] as const;
  const paths = await prepare(
    filter => `match (a:Entity)-[way:Tie* shortest 1..${LONGEST} ${filter}]-(b:Entity)
      where a.id = $source and b.id = $target return length(way) as length`,
  );
  const neighborhoods = await prepare(
    filter => `match (a:Entity)-[way:Tie* shortest 1..2 ${filter}]-(b:Entity) where a.id = $center
      return b.id as id, length(way) as depth, b.degree as degree order by depth, degree desc limit ${BEST - 1}`,
  );
  const rowsOf = async (statement: PreparedStatement, values: Record<string, number>) => {
    const result = (await connection.execute(statement, values)) as QueryResult;
    const rows = await result.getAll();
    result.close();
    return rows;
  };
  return {
    version: kuzu.VERSION,
    findPath: async (source, target, held) => {
      const [path] = await rowsOf(paths[Number(held) as 0 | 1], { source, target });
      return path ? Number(path.length) : null;
    },
    neighborhood: async (center, held) =>
      (await rowsOf(neighborhoods[Number(held) as 0 | 1], { center })).length + 1,
    close: async () => {
      await connection.close();
      await db.close();
      rmSync(place, { force: true, recursive: true });
    },
  };
}

async function writeTables(server: Server, database: string) {
  const files = {
    entities: join(server.directory, 'entities.csv'),
    ties: join(server.directory, 'ties.csv'),
  };
  const client = await server.connect(database);
  await client.query(`copy (
    select id, coalesce(degree, 0) from entity left join degree on entity_id = id order by id)
    to '${files.entities}' (format csv)`);
  await client.query(`copy (
    select subject_id, object_id, lower(period), coalesce(upper(period), '9999-12-31') from relationship order by id)
    to '${files.ties}' (format csv)`);
  await client.end();
  return files;
}
