/** The answer to a request that does not reach GraphQL, in the shape of a GraphQL answer. */
export function refusal(status: number, code: string, message: string, requestId?: string): Response {
  return Response.json(
    { errors: [{ message, extensions: { code, requestId } }] },
    { status, headers: { 'Access-Control-Allow-Origin': '*' } },
  );
}

const methods = ['GET', 'POST', 'OPTIONS'];
const longestUrl = 8_192;

/**
 * Why a request to /graphql is refused before it is read, or null if it may go on. A body must be JSON: the
 * form encodings, which any page can post without a preflight, are not accepted.
 */
export function refuse(request: Request): Response | null {
  if (!methods.includes(request.method)) {
    const response = refusal(405, 'METHOD_NOT_ALLOWED', 'Send a query with POST, or with GET as ?query=…');
    response.headers.set('Allow', methods.join(', '));
    return response;
  }
  if (request.url.length > longestUrl) {
    return refusal(
      414,
      'URI_TOO_LONG',
      `Send a query this long with POST; a URL may have at most ${longestUrl} characters.`,
    );
  }
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (request.method === 'POST' && type !== 'application/json') {
    return refusal(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the query as JSON, with Content-Type: application/json.',
    );
  }
  return null;
}
