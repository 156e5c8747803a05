import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { databaseFailure } from '../db/failure.ts';

/** What the caller is told when it is not their doing. */
const messages = {
  TIMEOUT: 'The database took too long. Ask for less at once, or try again.',
  UNAVAILABLE: 'The database cannot be reached just now. Try again in a moment.',
  INTERNAL_SERVER_ERROR: 'Something went wrong here. Try again; if it stays, report the request id.',
};

/** The longest message in characters; GraphQL's own repeat what was sent, however long that is. */
const longestMessage = 300;
const shortened = (message: string) =>
  message.length > longestMessage ? `${message.slice(0, longestMessage)} …` : message;

/** The innermost error that is not GraphQL's own wrapping. */
function cause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? cause(error.originalError) : error;
}

/**
 * The error as the caller may see it: their own mistakes as they are, with a stable code; everything else
 * under one of three codes, without SQL, stack or host, and with the id under which it is logged.
 */
function presentable(error: GraphQLError, requestId: string): GraphQLError {
  const original = cause(error);
  if (original instanceof GraphQLError) {
    return new GraphQLError(shortened(error.message), {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      path: error.path,
      extensions: { code: 'BAD_USER_INPUT', ...error.extensions, ...original.extensions },
    });
  }
  const failure = databaseFailure(original);
  const code = failure === null || failure === 'DEFECT' ? 'INTERNAL_SERVER_ERROR' : failure;
  console.error(JSON.stringify({ requestId, code, path: error.path, error: describe(original) }));
  return new GraphQLError(messages[code], {
    nodes: error.nodes,
    path: error.path,
    extensions: { code, requestId },
  });
}

const describe = (error: unknown) =>
  error instanceof Error
    ? { message: error.message, stack: error.stack, cause: error.cause && String(error.cause) }
    : String(error);

/** Makes every error of every answer presentable, whichever step of the request it came from. */
export const presentableErrors: Plugin<object, { requestId: string }> = {
  onResultProcess({ result, setResult, serverContext }) {
    if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
    const errors = result.errors.map(error => presentable(error, serverContext.requestId));
    setResult({ ...result, errors });
  },
};
