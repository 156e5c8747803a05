import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { databaseFailure } from '../db/failure.ts';

/** What the caller is told about a failure that is not their fault. */
const messages = {
  TIMEOUT: 'The database took too long. Ask for less at once, or try again.',
  UNAVAILABLE: 'The database cannot be reached right now. Try again in a moment.',
  INTERNAL_SERVER_ERROR:
    'Something went wrong on our side. Try again; if it keeps happening, report the request id.',
};

/** The longest message in characters; GraphQL's own messages repeat what was sent, however long it is. */
const longestMessage = 300;
const shortened = (message: string) =>
  message.length > longestMessage ? `${message.slice(0, longestMessage)} …` : message;

/** The innermost error that is not GraphQL's own wrapping. */
function cause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? cause(error.originalError) : error;
}

/**
 * Whether GraphQL found fault with a value in the document or its variables while it made the answer: only then does its error
 * say itself which nodes of the document it is about. What it says of a value of ours has none.
 */
const isOfDocument = ({ nodes = [] }: GraphQLError) => nodes.length > 0;

/**
 * The error as the caller may see it: their own mistakes as they are, with a stable code; everything else
 * under one of three codes, without SQL, stack or host, and with the id under which it is logged.
 */
function presentable(error: GraphQLError, requestId: string): GraphQLError {
  const original = cause(error);
  const extensions = { ...error.extensions, ...(original instanceof GraphQLError && original.extensions) };
  if (original instanceof GraphQLError && (extensions.code || !error.path || isOfDocument(original))) {
    return new GraphQLError(shortened(error.message), {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      path: error.path,
      // Yoga keeps the status of the answer here. What is not a GraphQL request gets it whatever the caller
      // accepts.
      extensions: {
        code: extensions.code ?? 'BAD_USER_INPUT',
        http: extensions.code === 'BAD_REQUEST' ? { ...extensions.http, spec: false } : extensions.http,
      },
    });
  }
  const failure = databaseFailure(original);
  const kind = failure === null || failure === 'DEFECT' ? 'INTERNAL_SERVER_ERROR' : failure;
  console.error(JSON.stringify({ requestId, code: kind, path: error.path, error: describe(original) }));
  return new GraphQLError(messages[kind], {
    nodes: error.nodes,
    path: error.path,
    extensions: { code: kind, requestId },
  });
}

/**
 * The longest part of a message that is logged: a statement can be long, and contains what users looked for.
 */
const longestLogged = 500;

const describe = (error: unknown) =>
  error instanceof Error
    ? {
        message: error.message.slice(0, longestLogged),
        cause: error.cause ? String(error.cause).slice(0, longestLogged) : undefined,
        at: error.stack?.split('\n').find(line => line.startsWith('    at ')),
      }
    : String(error);

/** Makes every error of every answer presentable, whichever step of the request it came from. */
export const presentableErrors: Plugin<object, { requestId: string }> = {
  onResultProcess({ result, setResult, serverContext }) {
    if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
    const errors = result.errors.map(error => presentable(error, serverContext.requestId));
    setResult({ ...result, errors });
  },
};
