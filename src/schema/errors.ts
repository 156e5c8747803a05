import { GraphQLError } from 'graphql';
import { NoSuchEntity } from '../graph/search.ts';

/** An error the caller can fix: `message` says in one sentence what was wrong and what to do instead. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/**
 * What a traversal found.
 *
 * @throws NOT_FOUND when it was asked to begin or to end at an entity that does not exist
 */
export async function orNotFound<Found>(search: Promise<Found>): Promise<Found> {
  try {
    return await search;
  } catch (error) {
    if (!(error instanceof NoSuchEntity)) throw error;
    throw new GraphQLError('There is no entity with this slug or id. Find it with `search`.', {
      extensions: { code: 'NOT_FOUND' },
    });
  }
}
