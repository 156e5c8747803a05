/** What every argument is held to before anything is resolved, wherever in the document it stands. */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLInputField,
  type GraphQLSchema,
  getNullableType,
  getVariableValues,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Bounds, boundsOf, longest } from './bounds.ts';
import { type Connection, connectionOf, isCursor, isPlace, notACursor } from './cursors.ts';

type Values = Record<string, unknown>;

/**
 * The arguments of a document that the schema's types let through and this API refuses: a page that is too
 * long, both `first` and `last`, a cursor of another connection, a list or text beyond its bounds, NUL.
 *
 * @param variables as the caller sent them
 * @returns one BAD_USER_INPUT error for each, located in the document; none when all are in order
 */
export function refusedArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
): GraphQLError[] {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  });
  if (!coerced) return []; // the executor says what is wrong with the variables
  const errors: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const field = types.getFieldDef();
        if (!field || !node.arguments?.length) return;
        const connection = connectionOf(field);
        const values: Values = {};
        const reasons: string[] = [];
        for (const { name, value } of node.arguments) {
          const argument = field.args.find(argument => argument.name === name.value);
          // A fragment may be written for the variables of another operation of the document.
          if (!argument || (value.kind === Kind.VARIABLE && !(value.name.value in coerced))) continue;
          values[name.value] = valueFromAST(value, argument.type, coerced);
          reasons.push(...outOfBounds(argument, values[name.value], connection));
        }
        if (connection && values.first != null && values.last != null) {
          reasons.push('Give `first` or `last`, not both.');
        }
        for (const reason of reasons) {
          errors.push(new GraphQLError(reason, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } }));
        }
      },
    }),
  );
  return errors;
}

type Input = Pick<GraphQLInputField, 'name' | 'type' | 'extensions'>;

/** Why a value may not be what an argument, or a field of an input, is given; nothing when it may. */
function* outOfBounds(input: Input, value: unknown, connection?: Connection): Generator<string> {
  const { name } = input;
  const type = getNullableType(input.type);
  if (value == null) return;
  if (connection && isPlace(name)) {
    if (!isCursor(connection, value as string)) yield notACursor(name);
  } else if (typeof value === 'string') {
    if (value.length > longest.text) yield `\`${name}\` is too long: at most ${longest.text} characters.`;
    if (value.includes('\0')) yield `\`${name}\` holds a NUL character. Leave it out.`;
  } else if (typeof value === 'number') {
    const [least, most] = boundsOf(input) as Bounds; // no schema is built without
    const more = connection ? '; read on with a cursor for more' : '';
    if (!(value >= least && value <= most)) yield `\`${name}\` must be from ${least} to ${most}${more}.`;
  } else if (isListType(type)) {
    const items = value as unknown[];
    const [least, most] = boundsOf(input) ?? [0, longest.list];
    if (items.length > most) yield `\`${name}\` is too long: at most ${most} items.`;
    else if (items.length < least) yield `\`${name}\` must hold from ${least} to ${most}.`;
    else for (const item of items) yield* outOfBounds({ ...input, type: type.ofType }, item);
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield* outOfBounds(field, (value as Values)[field.name]);
    }
  }
}
