import { GraphQLError } from 'graphql';

/** An error the caller can mend: `message` says in one sentence what was wrong and what to do instead. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
