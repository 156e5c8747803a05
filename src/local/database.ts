import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import type { Owner } from '../db/owner.ts';
import { UserMistake } from '../mistake.ts';
import { lockDirectory } from './lock.ts';
import type { Reader } from './reader.ts';

/** An open database: the owner's handle, and a way to read as the Worker does. */
export interface Database {
  drizzle: Owner;
  /** Runs statements as the reader; call it once the migrations have made the role. */
  reader(): Promise<Reader>;
  close(): Promise<void>;
}

/** Where the database is: a server if `url` is set, otherwise an embedded Postgres kept in `dataDir`. */
export interface DatabasePlace {
  url: string | undefined;
  dataDir: string;
}

/**
 * Reads DATABASE_URL and DATA_DIR (default `.data`). Throws UserMistake when DATABASE_URL is not a Postgres
 * address.
 */
export function databasePlace(environment: NodeJS.ProcessEnv): DatabasePlace {
  const url = environment.DATABASE_URL || undefined;
  if (url !== undefined && !/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new UserMistake(
      'DATABASE_URL must be a Postgres address such as postgresql://user:password@host/database.',
    );
  }
  return { url, dataDir: environment.DATA_DIR || '.data' };
}

/**
 * Opens the database as its owner, the embedded one in `dataDir/postgres`.
 * Throws UserMistake when the server cannot be reached or another process has the embedded one open.
 */
export function openDatabase({ url, dataDir }: DatabasePlace): Promise<Database> {
  return url === undefined ? openOnDisk(dataDir) : openOnServer(url);
}

/**
 * Opens the database as its owner for `work`, and closes it however that ends.
 * Throws UserMistake where openDatabase does, and when `work` needs what the database does not have because it was never brought
 * up to date with this version.
 */
export async function withDatabase<Result>(
  place: DatabasePlace,
  work: (owner: Owner) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(place);
  try {
    return await work(database.drizzle);
  } catch (error) {
    if (!(error instanceof DrizzleQueryError)) throw error;
    const { whyOutdated } = await import('./outdated.ts');
    throw (await whyOutdated(database.drizzle, error)) ?? error;
  } finally {
    await database.close();
  }
}

// Each driver is loaded only when it is used: with Drizzle that takes a second, too long to wait for --help.
async function openOnDisk(dataDir: string): Promise<Database> {
  const unlock = lockDirectory(dataDir);
  try {
    const { drizzle } = await import('drizzle-orm/pglite');
    const { embeddedReader, openEmbeddedOnDisk } = await import('./embedded.ts');
    const postgres = await openEmbeddedOnDisk(join(dataDir, 'postgres'));
    return {
      drizzle: drizzle({ client: postgres }),
      reader: async () => embeddedReader(postgres),
      close: async () => {
        await postgres.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openOnServer(url: string): Promise<Database> {
  const { openServer, openServerReader } = await import('./server.ts');
  const owner = await openServer(url);
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const readers: { close(): Promise<void> }[] = [];
  return {
    drizzle: drizzle({ client: owner }),
    reader: async () => {
      const reader = await openServerReader(url, owner);
      readers.push(reader);
      return reader;
    },
    close: async () => {
      for (const reader of readers) await reader.close();
      await owner.end();
    },
  };
}
