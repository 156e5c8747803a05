import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from './graph.ts';

/** What happened on a day between two actors, as the files name them. */
type Tie = [day: string, source: string, target: string];

/**
 * The graph of the ICEWS event files in a folder (icews*.tsv: date, source, event, target): an entity for each actor,
 * a tie of a day for each source, event, target and day. What an actor does to itself is left out, for the project
 * has no such ties, and all ties are of one type. Gives undefined when the folder has no such files.
 */
export function icewsGraph(
  folder: string,
): (Graph & { entities: number; relationships: number }) | undefined {
  const files = globSync('icews*.tsv', { cwd: folder }).sort();
  if (files.length === 0) return undefined;
  const events = new Set(
    files.flatMap(file => readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/).slice(1)),
  );
  const ties = [...events]
    .map(event => event.split('\t'))
    .map(([day, source, , target]) => [day, source, target] as Tie)
    .filter(([, source, target]) => source !== target);
  const actors = [...new Set(ties.flatMap(([, source, target]) => [source, target]))];
  const idOf = new Map(actors.map((actor, index) => [actor, index + 1]));
  return {
    name: 'icews',
    entities: actors.length,
    relationships: ties.length,
    fill: async client => {
      await client.query(
        `insert into entity (id, kind, slug, name) overriding system value
        select i, 'ORGANIZATION', 'organization-' || i, name from unnest($1::text[]) with ordinality as actor (name, i)`,
        [actors],
      );
      await client.query(`insert into organization (entity_id, type) select id, 'OTHER' from entity`);
      await client.query(
        `insert into relationship (id, type, subject_id, subject_kind, object_id, object_kind, period, start_precision,
          end_precision, end_state, certainty, independent_sources, known_from, fingerprint, collection)
        overriding system value
        select i, 'OPPOSES', subject, 'ORGANIZATION', object, 'ORGANIZATION', daterange(day, day + 1), 'DAY', 'DAY',
          'ENDED', 'CODED', 1, '2024-01-01', md5(i::text)::uuid, 'icews'
        from unnest($1::date[], $2::integer[], $3::integer[]) with ordinality as tie (day, subject, object, i)`,
        [
          ties.map(([day]) => day),
          ties.map(([, source]) => idOf.get(source)),
          ties.map(([, , target]) => idOf.get(target)),
        ],
      );
    },
  };
}
