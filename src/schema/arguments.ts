/** Checks every argument of a document before anything is resolved. */
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
 * The arguments of a document that the schema's types allow but this API refuses: a page that is too
 * long, both `first` and `last`, a cursor of another connection, a list or text beyond its bounds, NUL.
 *
 * @param variables as the caller sent them
 * @returns one BAD_USER_INPUT error for each, located in the document; none if all are valid
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
          // A fragment may use variables of another operation in the document.
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

/** What is wrong with the value of an argument or an input field; nothing if it is fine. */
function* outOfBounds(input: Input, value: unknown, connection?: Connection): Generator<string> {
  const { name } = input;
  const type = getNullableType(input.type);
  if (value == null) return;
  if (connection && isPlace(name)) {
    if (!isCursor(connection, value as string)) yield notACursor(name);
  } else if (typeof value === 'string') {
    if (value.length > longest.text) yield `\`${name}\` is too long: at most ${longest.text} characters.`;
    if (value.includes('\0')) yield `\`${name}\` contains a NUL character. Remove it.`;
  } else if (typeof value === 'number') {
    const [least, most] = boundsOf(input) as Bounds; // no schema is built without them
    const more = connection ? '; use a cursor to get more' : '';
    if (!(value >= least && value <= most)) yield `\`${name}\` must be from ${least} to ${most}${more}.`;
  } else if (isListType(type)) {
    const items = value as unknown[];
    const [least, most] = boundsOf(input) ?? [0, longest.list];
    if (items.length > most) yield `\`${name}\` is too long: at most ${most} items.`;
    else if (items.length < least) yield `\`${name}\` must have ${least} to ${most} items.`;
    else for (const item of items) yield* outOfBounds({ ...input, type: type.ofType }, item);
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield* outOfBounds(field, (value as Values)[field.name]);
    }
  }
}
