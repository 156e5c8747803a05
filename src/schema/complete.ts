/** What every field must declare before there is a schema, so that no guard can be forgotten. */
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

/** Whether a field is read page by page: it takes cursors, or returns pages. */
function isConnection({ args, type }: Field): boolean {
  const given = getNamedType(type);
  return args.some(({ name }) => isPlace(name)) || (isObjectType(given) && 'pageInfo' in given.getFields());
}

/** What is wrong with the bounds of a number or a list; null if nothing is. */
function missingBounds({ type, extensions }: GraphQLArgument | GraphQLInputField): string | null {
  const isNumber = [GraphQLInt, GraphQLFloat].some(number => number === getNamedType(type));
  const isList = isListType(getNullableType(type));
  if (isNumber && isList) return 'is a list of numbers, and only one of the two can have bounds';
  // A list without bounds of its own holds at most `longest.list` items. A required one may have a minimum,
  // too.
  const needsBounds = isNumber || (isList && isNonNullType(type));
  return needsBounds && !boundsOf({ extensions }) ? 'has no bounds' : null;
}

/** Whether a connection's cursors bear its own name, or its name on an interface of its type. */
function hasCursors(type: GraphQLObjectType | GraphQLInterfaceType, field: Field): boolean {
  const connection = connectionOf(field);
  if (!connection || connection.parts.length === 0) return false;
  return [type, ...type.getInterfaces()].some(owner => {
    const owned = owner.getFields()[field.name];
    return owned && connectionOf(owned) === connection && connection.name === `${owner}.${field.name}`;
  });
}

/**
 * Returns the schema, once it is certain that every connection has its cursors and every number its bounds.
 *
 * @throws Error that names the field or argument: a field that takes or gives cursors without saying what they
 *   hold, or under another field's name; a number or a required list without bounds
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
