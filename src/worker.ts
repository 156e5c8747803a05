/** Where requests arrive: it reads the bindings, and picks who answers by the path. */
import { connect } from './db/client.ts';
import { type Bindings, EnvError, readEnv } from './env.ts';
import { graphql } from './http/graphql.ts';
import { health, ready } from './http/health.ts';
import { page, wantsPage } from './http/pages.ts';
import { refusal, refuse } from './http/refusal.ts';

async function answer(request: Request, bindings: Bindings, requestId: string): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  // What needs no database answers even if none is set up.
  if (pathname === '/health') return health();
  if (pathname === '/') return Response.redirect(new URL('/graphiql', request.url).href, 302);
  if (pathname === '/graphiql') return page(request, '/graphiql/', bindings.ASSETS);
  if (pathname.startsWith('/graphiql/')) return page(request, pathname, bindings.ASSETS);
  if (pathname === '/graphql') {
    if (wantsPage(request) && !searchParams.has('query')) return page(request, '/graphiql/', bindings.ASSETS);
    return refuse(request) ?? graphql.fetch(request, { db: database(bindings, requestId), requestId });
  }
  if (pathname === '/ready') return ready(database(bindings, requestId));
  return refusal(404, 'NOT_FOUND', 'There is nothing here. The API is at /graphql, GraphiQL at /graphiql.');
}

function database(bindings: Bindings, requestId: string) {
  const { databaseUrl, databaseEndpoint } = readEnv(bindings);
  return connect(databaseUrl, databaseEndpoint ? { url: databaseEndpoint, requestId } : undefined);
}

/** The answer when there could be no other. */
function failure(error: unknown, requestId: string): Response {
  console.error(JSON.stringify({ requestId, error: String(error) }));
  const message =
    error instanceof EnvError ? 'The server is not set up.' : 'Something went wrong on our side.';
  return refusal(500, 'INTERNAL_SERVER_ERROR', `${message} Report the request id.`, requestId);
}

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    const requestId = crypto.randomUUID();
    const response = await answer(request, bindings, requestId).catch(error => failure(error, requestId));
    const named = new Response(response.body, response);
    named.headers.set('X-Request-Id', requestId);
    return named;
  },
};
