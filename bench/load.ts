import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadCurated } from '../src/curated/load.ts';
import { migrate } from '../src/db/migrate.ts';
import { datasetSources, datasets } from '../src/importers/datasets/index.ts';
import { readRows } from '../src/importers/file/rows.ts';
import { importDataset } from '../src/importers/importDataset.ts';
import { openDatabase } from '../src/local/database.ts';
import type { Server } from './postgres.ts';
import { figure, printTable } from './report.ts';

/** A file of events in ICEWS's shape, and the database that it is imported into. */
export interface Load {
  name: string;
  database: string;
  file: string;
  /** How many events the import has to add, if that is known. */
  events?: number;
}

/** Which rows of each table an import of events writes. */
const written = {
  entity: 'where not searchable',
  event: "where collection = 'icews'",
  relationship: "where collection = 'icews'",
  adjacency: "where certainty = 'CODED'",
  evidence: "where source_id = (select id from source where slug = 'icews')",
};

/**
 * Imports the file into a new database, as `npm run import -- icews` does, and then has psql copy the rows that this wrote
 * into tables without any key, index, constraint or trigger, three times. Prints both rates and their ratio, and the memory
 * of the importing process as the import goes on. Throws when the import did not add as many events as it has to.
 */
export async function compareLoads(server: Server, load: Load): Promise<void> {
  const { name, database, file } = load;
  console.log(`\n## ${name}\n`);
  const master = await server.connect('postgres');
  await master.query(`drop database if exists ${database}`);
  await master.query(`create database ${database}`);
  await master.end();
  const { seconds, events } = await importFile(server.url(database), file);
  if (events !== (load.events ?? events))
    throw new Error(`The import added ${events} of ${load.events} events.`);
  const { rows, copied } = await copyBare(server, database);
  const [fastest = 0, median = 0] = copied.toSorted((a, b) => a - b);
  printTable(
    ['', 'events', 'rows', 'seconds', 'events/s', 'rows/s', '÷ psql \\copy'],
    [
      ['import', seconds],
      ['psql \\copy into bare tables, median of 3', median],
    ].map(([what, taken]) => [
      `${what}`,
      events.toLocaleString('en'),
      rows.toLocaleString('en'),
      figure(taken as number),
      figure(events / (taken as number)),
      figure(rows / (taken as number)),
      figure(median / (taken as number)),
    ]),
  );
  console.log(
    `The fastest copy took ${figure(fastest)} s. The import ran at ${figure(median / seconds)} times the rate of psql.`,
  );
}

async function importFile(url: string, file: string): Promise<{ seconds: number; events: number }> {
  const database = await openDatabase({ url, dataDir: '' });
  try {
    await migrate(database.drizzle);
    await loadCurated(database.drizzle, { cited: datasetSources });
    const memory: number[] = [];
    const { icews } = datasets;
    if (!icews) throw new Error('There is no importer of ICEWS.');
    const begun = performance.now();
    const { added } = await importDataset(database.drizzle, icews, readRows(file, icews), {
      dryRun: false,
      replace: false,
      onRefused: ({ line }, reason) => console.log(`Line ${line} is refused: ${reason}`),
      onProgress: rows => {
        const step = Math.floor((20 * rows) / 5_000_000);
        memory[step] ??= process.memoryUsage.rss() / 2 ** 20;
        if (process.stderr.isTTY) process.stderr.write(`\r${rows.toLocaleString('en')} rows`);
      },
    });
    const seconds = (performance.now() - begun) / 1000;
    console.log(
      `\nMemory of the importing process, MiB, at every 250,000th row: ${memory.map(Math.round).join(', ')}\n`,
    );
    const client = database.drizzle;
    await client.execute('vacuum (analyze)');
    return { seconds, events: added };
  } finally {
    await database.close();
  }
}

async function copyBare(server: Server, database: string): Promise<{ rows: number; copied: number[] }> {
  const url = server.url(database);
  const psql = (command: string) => execFileSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', url, '-c', command]);
  const file = (table: string) => join(server.directory, `${table}.copy`);
  let rows = 0;
  const client = await server.connect(database);
  for (const [table, where] of Object.entries(written)) {
    const counted = await client.query(`select count(*)::integer as count from ${table} ${where}`);
    rows += counted.rows[0].count;
    psql(`\\copy (select * from ${table} ${where}) to '${file(table)}'`);
  }
  const copied: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const table of Object.keys(written)) {
      await client.query(`drop table if exists bare_${table}`);
      await client.query(`create table bare_${table} as select * from ${table} limit 0`);
    }
    await client.query('checkpoint');
    const begun = performance.now();
    for (const table of Object.keys(written)) psql(`\\copy bare_${table} from '${file(table)}'`);
    copied.push((performance.now() - begun) / 1000);
  }
  for (const table of Object.keys(written)) {
    await client.query(`drop table bare_${table}`);
    rmSync(file(table));
  }
  await client.end();
  return { rows, copied };
}
