/** The files of public datasets that the tests of this folder import: they are nobody's to pass on, so whoever runs them has them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { loadCurated } from '../../src/curated/load.ts';
import type { Database } from '../../src/db/client.ts';
import type { Owner } from '../../src/db/owner.ts';
import { relations } from '../../src/db/relations.ts';
import { datasetSources, datasets } from '../../src/importers/datasets/index.ts';
import { checkDatasetFile } from '../../src/importers/file/datasetFile.ts';
import { readRows } from '../../src/importers/file/rows.ts';
import { importDataset } from '../../src/importers/importDataset.ts';
import { createServerDatabase } from '../databases.ts';

const folder = process.env.DATASETS;

/** The datasets whose statements are imported, by the file that the folder has of each. */
export async function filesOfDatasets(): Promise<Map<string, string>> {
  if (!folder) {
    throw new Error(
      'Set DATASETS to a folder with files of the public datasets: npm run import -- --help names them.',
    );
  }
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    for (const [name, dataset] of Object.entries(datasets)) {
      if (dataset.kind !== 'STATEMENTS') continue;
      const path = join(folder, entry.name);
      if (await checkDatasetFile(path, name, { [name]: dataset }).catch(() => undefined))
        found.set(name, path);
    }
  }
  return found;
}

/** A database of the run's Postgres server with everything in it, and a client that reads it as the Worker does. */
export interface Filled {
  owner: Owner;
  db: Database;
  close(): Promise<void>;
}

/** Makes a database of the curated facts and of the files, imported in their order. */
export async function filledWith(files: [name: string, path: string][]): Promise<Filled> {
  const { url, drop } = await createServerDatabase('migrated');
  const pool = new pg.Pool({ connectionString: url });
  const client = drizzle({ client: pool, relations });
  const owner = client as unknown as Owner;
  await loadCurated(owner, { cited: datasetSources });
  for (const [name, path] of files) {
    const dataset = datasets[name] as (typeof datasets)[string];
    const { layout } = await checkDatasetFile(path, name, { [name]: dataset });
    await importDataset(owner, dataset, readRows(path, { ...dataset, ...layout }), {
      dryRun: false,
      replace: false,
      onRefused: () => {},
      onProgress: () => {},
    });
  }
  await pool.query('analyze');
  // The Worker's client sends several statements in one trip.
  const db = Object.assign(client, { batch: (all: Promise<unknown>[]) => Promise.all(all) });
  return {
    owner,
    db: db as unknown as Database,
    close: async () => {
      await pool.end();
      await drop();
    },
  };
}
