/** What every field has to say of itself before there is a schema, so that no guard can be forgotten. */
import {
  type GraphQLArgument,
  type GraphQLField,
  GraphQLFloat,
  type GraphQLInputField,
  GraphQLInt,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { boundsOf } from './bounds.ts';
import { connectionOf, isPlace } from './cursors.ts';

type Field = GraphQLField<unknown, unknown>;

/** Whether a field is read page by page: it takes cursors, or gives pages. */
function isConnection({ args, type }: Field): boolean {
  const given = getNamedType(type);
  return args.some(({ name }) => isPlace(name)) || (isObjectType(given) && 'pageInfo' in given.getFields());
}

/** What a number or a list has to be told that `input` is not; null when all is said. */
function missingBounds({ type, extensions }: GraphQLArgument | GraphQLInputField): string | null {
  const isNumber = [GraphQLInt, GraphQLFloat].some(number => number === getNamedType(type));
  const isList = isListType(getNullableType(type));
  if (isNumber && isList) return 'is a list of numbers, and only one of the two can have bounds';
  // A list without bounds of its own holds at most `longest.list` items. One that has to be given may have a least, too.
  const needsBounds = isNumber || (isList && isNonNullType(type));
  return needsBounds && !boundsOf({ extensions }) ? 'has no bounds' : null;
}

/** Whether a connection has cursors that bear its own name, or that of the interface from which its type has it. */
function hasCursors(type: GraphQLObjectType | GraphQLInterfaceType, field: Field): boolean {
  const connection = connectionOf(field);
  if (!connection || connection.parts.length === 0) return false;
  return [type, ...type.getInterfaces()].some(owner => {
    const owned = owner.getFields()[field.name];
    return owned && connectionOf(owned) === connection && connection.name === `${owner}.${field.name}`;
  });
}

/**
 * The schema, in which every connection knows its cursors and every number its bounds.
 *
 * @throws Error that names the field or argument: a field that takes or gives cursors and does not say what they
 *   hold, or gives them the name of another; a number or a required list without bounds
 */
export function complete(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        refuse(`${type}.${field.name}`, missingBounds(field));
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const path = `${type}.${field.name}`;
      for (const argument of field.args) refuse(`${path}(${argument.name})`, missingBounds(argument));
      if (isConnection(field) && !hasCursors(type, field)) {
        refuse(path, 'is a connection, and has no cursors of its own. Make it with an order');
      }
    }
  }
  return schema;
}

function refuse(path: string, reason: string | null): void {
  if (reason) throw new Error(`${path} ${reason}.`);
}
