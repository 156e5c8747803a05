import { decodeGlobalID } from '@pothos/plugin-relay';
import { badUserInput } from './errors.ts';

/**
 * What ids are made of, so that they survive a rebuild from the same data: an entity or a source of its slug, a fact of a
 * fingerprint of what it says.
 */
const keys = {
  slug: /^[a-z0-9]+(-[a-z0-9]+)*(@-?\d+)?$/,
  fingerprint: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** The column that holds the key of a type's ids. */
export type Key = keyof typeof keys;

/**
 * The type and the key that a global id names.
 *
 * @param id as the API gave it: base64 of `Type:key`
 * @param types the types it may be of, each with the sort of key it has
 * @throws BAD_USER_INPUT when it is not an id of this API, or is of another type
 */
export function decodeId<Type extends string>(
  id: string,
  types: Readonly<Record<Type, Key>>,
): { type: Type; key: string } {
  const { typename, id: key } = decode(id);
  const known = Object.keys(types).find(candidate => candidate === typename) as Type | undefined;
  if (!known) {
    throw badUserInput(
      `That id is of the wrong type. Give an id of ${anyOf(Object.keys(types))}, or use a slug.`,
    );
  }
  if (!keys[types[known]].test(key)) throw malformed();
  return { type: known, key };
}

const malformed = () =>
  badUserInput(
    'That is not an id. Give one that this API returned in an `id` field, unchanged, or use a slug.',
  );

function decode(id: string): { typename: string; id: string } {
  if (id.length > 500) throw malformed();
  try {
    const decoded = decodeGlobalID(id);
    if (!/^[A-Z][A-Za-z]*$/.test(decoded.typename)) throw malformed();
    return decoded;
  } catch {
    throw malformed();
  }
}

const anyOf = (types: string[]) => (types.length > 3 ? 'the right type' : `type ${types.join(' or ')}`);
