import { neon, neonConfig } from '@neondatabase/serverless';
import { drizzle } from 'drizzle-orm/neon-http';
import { relations } from './relations.ts';

/** An endpoint that speaks Neon's HTTP protocol instead of the database's host. */
export interface LocalEndpoint {
  url: string;
  /** The id of the request that the client serves, which the endpoint gets as the application name. */
  requestId: string;
}

/** How long one call to the database may take, in milliseconds; the reader's statement_timeout is shorter. */
const deadline = 8_000;

/**
 * A database client for one request: Workers may not share I/O between requests. Every call goes over HTTP
 * and is abandoned at its deadline.
 *
 * @param url a Postgres connection string, as Neon gives it, for a role that can only SELECT
 * @param endpoint where to speak Neon's HTTP protocol; by default, the host in `url`
 */
export function connect(url: string, endpoint?: LocalEndpoint) {
  if (endpoint) neonConfig.fetchEndpoint = endpoint.url;
  neonConfig.fetchFunction = (input: string, init: RequestInit) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(deadline) });
  return drizzle({ client: neon(endpoint ? namedAfter(endpoint.requestId, url) : url), relations });
}

function namedAfter(requestId: string, url: string): string {
  const named = new URL(url);
  named.searchParams.set('application_name', requestId);
  return named.href;
}

export type Database = ReturnType<typeof connect>;
