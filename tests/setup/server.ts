/** The run's own Postgres server, where this machine has the binaries. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { PostgresServer, postgresBinaries } from './postgres.ts';
import { stateOfDatabase } from './templates.ts';

/** The address of its owner, and the name of a database with all migrations to make others from. */
export interface ServerPlace {
  url: string;
  template: string;
}

const migrate = join(import.meta.dirname, '../../src/cli/migrate.ts');

// Each project of the run loads this module for itself, and they share one server.
const run = globalThis as { statecraftServer?: Promise<string> };

/** The server with a template for what databases are made of now; null on a machine without Postgres. */
export async function server(): Promise<ServerPlace | null> {
  if (!postgresBinaries) return null;
  run.statecraftServer ??= start(postgresBinaries);
  const url = await run.statecraftServer;
  const template = `migrated_${stateOfDatabase()}`;
  const client = new pg.Client(url);
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (!rowCount) {
    await client.query(`create database ${template}`);
    const DATABASE_URL = url.replace(/owner$/, template);
    await promisify(execFile)(process.execPath, [migrate], { env: { ...process.env, DATABASE_URL } });
  }
  await client.end();
  return { url, template };
}

function start(binaries: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'statecraft-tests-'));
  chmodSync(directory, 0o711);
  const postgres = new PostgresServer(binaries, join(directory, 'server'));
  // Not a teardown, which an interrupted run skips.
  process.once('exit', () => {
    postgres.stop();
    // Postgres may still be at its last files.
    rmSync(directory, { recursive: true, maxRetries: 5 });
  });
  return postgres.start();
}
