/** The Worker's bindings, as Cloudflare passes them: not checked yet. */
export type Bindings = {
  DATABASE_URL?: string;
  DATABASE_ENDPOINT?: string;
  /** The built pages. */
  ASSETS: { fetch(request: Request): Promise<Response> };
};

/** What it takes to reach the database. */
export type Env = {
  /** Postgres connection string of a role that can only SELECT. */
  databaseUrl: string;
  /** Where to speak Neon's HTTP protocol; by default, the host of `databaseUrl`. */
  databaseEndpoint?: string;
};

/** A binding is missing or malformed: the operator's mistake, in one sentence. */
export class EnvError extends Error {}

/**
 * Reads and checks the bindings.
 *
 * @throws EnvError when one is missing or malformed
 */
export function readEnv({ DATABASE_URL, DATABASE_ENDPOINT }: Bindings): Env {
  if (!DATABASE_URL) {
    throw new EnvError('DATABASE_URL is not set. Set it with `wrangler secret put DATABASE_URL`.');
  }
  if (!/^postgres(ql)?:\/\//.test(DATABASE_URL) || !URL.canParse(DATABASE_URL)) {
    throw new EnvError(
      'DATABASE_URL is not a Postgres address. Give postgres://user:password@host/database.',
    );
  }
  if (DATABASE_ENDPOINT && !URL.canParse(DATABASE_ENDPOINT)) {
    throw new EnvError(
      'DATABASE_ENDPOINT is not a web address. Give http://host:port/sql, or leave it unset.',
    );
  }
  return { databaseUrl: DATABASE_URL, databaseEndpoint: DATABASE_ENDPOINT || undefined };
}
