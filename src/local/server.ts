import { type ClientBase, Pool, type QueryArrayConfig } from 'pg';
import { UserMistake } from '../mistake.ts';
import { type Query, type QueryResult, READER_ROLE, type Reader, refuseEscapes } from './reader.ts';

const OLDEST = 15;

/**
 * Opens a pool on the Postgres server at `url` as the owner.
 * Throws UserMistake when the address is malformed, nothing answers there, the login fails or the server is
 * too old.
 */
export async function openServer(url: string): Promise<Pool> {
  const pool = poolOn(url);
  try {
    const { rows } = await pool.query<{ version: number; name: string }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version >= OLDEST) return pool;
    throw new UserMistake(
      `The server at DATABASE_URL is Postgres ${version}; Statecraft needs Postgres ${OLDEST} or newer.`,
    );
  } catch (error) {
    await pool.end();
    throw error instanceof UserMistake ? error : new UserMistake(whyNoConnection(error, new URL(url)));
  }
}

/**
 * The reader on a Postgres server: its own pool, whose connections take on the role and its settings for
 * good.
 */
export async function openServerReader(
  url: string,
  owner: Pool,
): Promise<Reader & { close(): Promise<void> }> {
  const { rows } = await owner.query<{ settings: string[] | null }>(
    'select rolconfig as settings from pg_roles where rolname = $1',
    [READER_ROLE],
  );
  const settings = (rows[0]?.settings ?? []).map(setting => setting.split(/=(.*)/s) as [string, string]);
  const pool = poolOn(url, async client => {
    await client.query(`set role ${READER_ROLE}`);
    // SET ROLE, unlike logging in, does not apply the role's own settings, such as statement_timeout.
    for (const [name, value] of settings)
      await client.query('select set_config($1, $2, false)', [name, value]);
  });

  return {
    run: statement => runOn(pool, statement),
    runTogether: async (statements, modes) => {
      const client = await pool.connect();
      try {
        await client.query(`begin ${modes}`);
        const results: QueryResult[] = [];
        for (const statement of statements) results.push(await runOn(client, statement));
        await client.query('commit');
        client.release();
        return results;
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          broken => client.release(broken),
        );
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

function poolOn(url: string, onConnect?: (client: ClientBase) => Promise<void>): Pool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    ...(onConnect && { onConnect }),
  });
  // An idle connection that breaks is replaced at the next query; without a listener, it would end the process.
  pool.on('error', () => {});
  return pool;
}

async function runOn(client: Pool | ClientBase, statement: Query): Promise<QueryResult> {
  refuseEscapes(statement);
  const extended: QueryArrayConfig & { queryMode: 'extended' } = {
    text: statement.query,
    values: statement.params,
    rowMode: 'array',
    types: { getTypeParser: () => (text: string) => text },
    // The simple protocol, which node-postgres uses when there are no parameters, would run several
    // statements in one text.
    queryMode: 'extended',
  };
  const { command, rowCount, fields, rows } = await client.query<(string | null)[]>(extended);
  return { command, rowCount, fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })), rows };
}

function whyNoConnection(error: unknown, { hostname, port, pathname, username }: URL): string {
  const { code } = error as { code?: string };
  const server = `${hostname || 'localhost'}:${port || 5432}`;
  if (code === '28P01' || code === '28000')
    return `Postgres at ${server} does not let ${username} in: check the user and password in DATABASE_URL.`;
  if (code === '3D000')
    return `Postgres at ${server} has no database ${pathname.slice(1)}: create it, or correct DATABASE_URL.`;
  return `No Postgres answers at ${server} (${code ?? (error as Error).message}): start it, or correct DATABASE_URL.`;
}
