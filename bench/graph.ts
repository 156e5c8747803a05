import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { migrate } from '../src/db/migrate.ts';
import type { Server } from './postgres.ts';

/** A graph to measure on, in a database of its own with the project's schema. */
export interface Graph {
  /** The name of the database, and of the graph in the report. */
  name: string;
  /** Writes entities, their detail rows and relationships; adjacency and degree follow by themselves. */
  fill(client: pg.Client): Promise<void>;
}

/**
 * A made graph of organizations, the same at every run. The ends of a relationship are drawn as n·u^2.5, so that a few
 * organizations have very many and most about ten. Ten types, five certainties, starts from 1950 to 2023; half of the
 * relationships have no end, the others last up to twenty years.
 */
export function madeGraph(name: string, entities: number, relationships: number): Graph {
  return {
    name,
    fill: async client => {
      await client.query(`
        insert into entity (id, kind, slug, name) overriding system value
        select i, 'ORGANIZATION', 'organization-' || i, 'Organization ' || i from generate_series(1, ${entities}) as i`);
      await client.query(`insert into organization (entity_id, type) select id, 'OTHER' from entity`);
      await client.query('select setseed(0.5)');
      await client.query(`
        insert into relationship (id, type, subject_id, subject_kind, object_id, object_kind, period, start_precision,
          end_precision, end_state, certainty, independent_sources, known_from, fingerprint, collection)
        overriding system value
        select i, type, subject, 'ORGANIZATION',
          case when object = subject then subject % ${entities} + 1 else object end, 'ORGANIZATION',
          daterange(first, case when ends then first + lasts end), 'DAY',
          case when ends then 'DAY'::date_precision end, case when ends then 'ENDED' else 'ONGOING' end::end_state,
          certainty, 1, '2024-01-01', md5(i::text)::uuid, 'bench'
        from (
          select i, 1 + floor(${entities} * random() ^ 2.5)::integer as subject,
            1 + floor(${entities} * random() ^ 2.5)::integer as object,
            (array['ALLIED_WITH', 'PARTNERS_WITH', 'SUPPORTS', 'AIDS', 'EMPLOYS', 'RECOGNIZES', 'OPPOSES', 'SANCTIONS',
              'THREATENS', 'FIGHTS']::relationship_type[])[1 + floor(10 * random())] as type,
            (array['ESTABLISHED', 'REPORTED', 'ALLEGED', 'DISPUTED', 'CODED']::certainty[])[1 + floor(5 * random())]
              as certainty,
            date '1950-01-01' + floor(27000 * random())::integer as first,
            1 + floor(7305 * random())::integer as lasts,
            random() < 0.5 as ends
          from generate_series(1, ${relationships}) as i
        ) as drawn`);
    },
  };
}

/**
 * Makes the graph's database, or gives the one of an earlier run the SQL functions as they are now. The load runs
 * without triggers, those of foreign keys included, and makes adjacency and the indexes afterwards.
 */
export async function makeDatabase(server: Server, { name, fill }: Graph): Promise<void> {
  const master = await server.connect('postgres');
  try {
    const { rowCount } = await master.query('select from pg_database where datname = $1', [name]);
    if (rowCount) {
      const client = await server.connect(name);
      await migrate(drizzle({ client }));
      await client.end();
      return;
    }
    console.log(`Making the graph ${name} …`);
    // It gets its name once it is whole.
    await master.query('drop database if exists unfinished');
    await master.query('create database unfinished');
    const client = await server.connect('unfinished');
    await migrate(drizzle({ client }));
    await load(client, fill);
    await client.query('vacuum (analyze)');
    await client.end();
    await master.query(`alter database unfinished rename to ${name}`);
  } finally {
    await master.end();
  }
}

async function load(client: pg.Client, fill: Graph['fill']): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where not indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query('set session_replication_role = replica');
  await fill(client);
  await client.query('select rebuild_adjacency()');
  for (const { definition } of indexes) await client.query(definition);
}
