import { decodeGlobalID } from '@pothos/plugin-relay';
import { badUserInput } from './errors.ts';

/**
 * The type and the row that a global id names.
 *
 * @param id as the API gave it: base64 of `Type:number`
 * @param types the types it may be of
 * @throws BAD_USER_INPUT when it is not an id of this API, or is of another type
 */
export function decodeId<Type extends string>(
  id: string,
  types: readonly Type[],
): { type: Type; row: number } {
  const [type, row] = decode(id);
  const known = types.find(candidate => candidate === type);
  if (!known)
    throw badUserInput(`That id is of the wrong type. Give an id of ${anyOf(types)}, or use a slug.`);
  return { type: known, row };
}

const malformed = () =>
  badUserInput(
    'That is not an id. Give one that this API returned in an `id` field, unchanged, or use a slug.',
  );

function decode(id: string): [type: string, row: number] {
  if (id.length > 100) throw malformed();
  let decoded: { typename: string; id: string };
  try {
    decoded = decodeGlobalID(id);
  } catch {
    throw malformed();
  }
  const row = /^[1-9]\d{0,9}$/.test(decoded.id) ? Number(decoded.id) : Number.NaN;
  if (!(row <= 2_147_483_647)) throw malformed();
  return [decoded.typename, row];
}

const anyOf = (types: readonly string[]) =>
  types.length > 3 ? 'the right type' : `type ${types.join(' or ')}`;
