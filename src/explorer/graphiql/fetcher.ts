import type { GraphiQLProps } from 'graphiql';

type Fetcher = GraphiQLProps['fetcher'];

function failure(message: string) {
  return { errors: [{ message }] };
}

/**
 * Sends one operation to this origin's /graphql and returns the answer unchanged, errors included. It never
 * throws: no connection, or a reply that is not JSON, becomes an answer with one error whose message says
 * what to do. Media types: https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types
 */
export const fetchFromThisOrigin: Fetcher = async (operation, options) => {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        ...options?.headers,
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
      },
      body: JSON.stringify(operation),
    });
  } catch {
    return failure(
      'The server did not answer. Check your connection and that the server is running, then try again.',
    );
  }
  try {
    return await response.json();
  } catch {
    return failure(`The server answered ${response.status} without GraphQL. Try again in a moment.`);
  }
};
