import { GraphQLError, getOperationAST } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Database } from '../db/client.ts';
import { refusedArguments } from '../schema/arguments.ts';
import { schema } from '../schema/index.ts';
import { presentableErrors } from './errors.ts';

export type RequestContext = { db: Database; requestId: string };

/** The largest request body, in bytes; the largest of the project's own queries has about 2,000. */
const largestBody = 100_000;

/** Checks every argument against its bounds before anything is resolved. */
const boundedArguments: Plugin = {
  onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
    const operation = getOperationAST(document, operationName);
    const errors = operation ? refusedArguments(schema, document, operation, variableValues ?? {}) : [];
    if (errors.length > 0) setResultAndStopExecution({ errors });
  },
};

/**
 * Answers a query that is sent as its hash alone. Clients that do so (Apollo's, urql's) know this message and code, and send
 * the query in full from then on.
 */
const persistedQueries: Plugin = {
  onParams({ params: { query, extensions } }) {
    if (query || !extensions?.persistedQuery) return;
    const code = 'PERSISTED_QUERY_NOT_SUPPORTED';
    throw new GraphQLError('PersistedQueryNotSupported', { extensions: { code, http: { status: 200 } } });
  },
};

/** GraphQL over HTTP. Made once; everything that belongs to one request comes in its context. */
export const graphql = createYoga<RequestContext>({
  schema,
  graphqlEndpoint: '/graphql',
  graphiql: false,
  landingPage: false,
  multipart: false,
  batching: false,
  maxRequestBodySize: largestBody,
  // Public data and no cookies: any page may ask, with whatever headers its client adds, and no browser says who is asking.
  cors: {
    origin: '*',
    credentials: false,
    methods: ['GET', 'POST', 'OPTIONS'],
    exposedHeaders: ['X-Request-Id'],
    maxAge: 86_400,
  },
  // presentableErrors does this with the request id at hand.
  maskedErrors: false,
  logging: false,
  plugins: [persistedQueries, boundedArguments, presentableErrors],
});
