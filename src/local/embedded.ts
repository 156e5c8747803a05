import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { PGlite, type PGliteOptions, type Transaction } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { cannotBeOpened, holdsDatabase } from './dataDirectory.ts';
import { type Query, type QueryResult, READER_ROLE, type Reader, refuseEscapes } from './reader.ts';

// After a few statements V8 optimizes one very large function of Postgres, for two seconds of CPU time and half a gigabyte: more
// than most commands take. So functions have to run some eighty times longer than by default before it optimizes them.
setFlagsFromString('--wasm-tiering-budget=1000000000');

// By default Postgres takes 128 MB for its buffers, and PGlite zeroes them at each start, which takes longer than all the rest of
// opening it. The system caches the files anyway.
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/** Opens PGlite, in `options.dataDir` or in memory, with the extensions that the migrations create. */
export function openEmbedded(
  options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir' | 'initDbStartParams'>,
): Promise<PGlite> {
  return PGlite.create({ ...options, startParams, extensions: { pg_trgm, unaccent } });
}

/**
 * Opens PGlite on the directory, making the database if there is none. It is made next to it and then
 * renamed, so that a start that dies halfway leaves nothing that the next one would take for a database.
 * Throws UserMistake when the database is incomplete, damaged, or from another version of Postgres.
 */
export async function openEmbeddedOnDisk(directory: string): Promise<PGlite> {
  if (!holdsDatabase(directory)) {
    const unfinished = `${directory}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    const postgres = await openEmbedded({ dataDir: unfinished });
    await postgres.close();
    renameSync(unfinished, directory);
  }
  keepOthersOut(directory);
  try {
    return await openEmbedded({ dataDir: directory });
  } catch {
    throw cannotBeOpened(directory);
  }
}

// PGlite leaves its files open to everyone; this way nobody else can reach them.
function keepOthersOut(directory: string): void {
  try {
    chmodSync(directory, 0o700);
  } catch (error) {
    // It is somebody else's, who lets this user write to it and decides who else may.
    if ((error as { code?: string }).code !== 'EPERM') throw error;
  }
}

/**
 * The reader on PGlite. PGlite is one session, the owner's: each call takes the role in a transaction of its
 * own and waits for the one before it. PGlite cannot interrupt a statement, so there is no statement_timeout.
 */
export function embeddedReader(postgres: PGlite): Reader {
  const asText = {
    rowMode: 'array',
    parsers: identities(postgres.parsers),
    serializers: identities(postgres.serializers),
  };

  async function run(transaction: Transaction, { query, params }: Query): Promise<QueryResult> {
    const result = await transaction.query<(string | null)[]>(query, params, asText as object);
    const { command = '', rowCount = null, fields, rows } = result;
    return { command, rowCount, fields, rows };
  }

  async function runTogether(statements: Query[], modes: string): Promise<QueryResult[]> {
    statements.forEach(refuseEscapes);
    return postgres.transaction(async transaction => {
      await transaction.exec(`${modes && `set transaction ${modes};`} set local role ${READER_ROLE}`);
      const results: QueryResult[] = [];
      for (const statement of statements) results.push(await run(transaction, statement));
      return results;
    });
  }

  return {
    run: async statement => {
      const [result] = await runTogether([statement], '');
      return result as QueryResult;
    },
    runTogether,
  };
}

// PGlite converts between text and JavaScript by type; here the driver at the other end does that itself.
function identities(conversions: object): Record<string, (value: string) => string> {
  return Object.fromEntries(Object.keys(conversions).map(type => [type, value => value]));
}
