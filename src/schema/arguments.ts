/** What every argument is held to before anything is resolved, wherever in the document it stands. */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { pageSize } from './builder.ts';
import { type CursorShape, isCursor } from './cursors.ts';

/** The longest list and the longest text that an argument may hold. */
const longest = { list: 100, text: 1_000 };

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
        const values: Values = {};
        for (const argument of node.arguments) {
          const type = field.args.find(({ name }) => name === argument.name.value)?.type;
          // A fragment may be written for the variables of another operation of the document.
          const isUnknown = argument.value.kind === Kind.VARIABLE && !(argument.value.name.value in coerced);
          if (type && !isUnknown) values[argument.name.value] = valueFromAST(argument.value, type, coerced);
        }
        const shape = field.extensions.cursor as CursorShape | undefined;
        const bounds = field.extensions.bounds as Bounds | undefined;
        const reasons = [
          ...outOfBounds(values),
          ...(shape ? badPage(values, shape) : []),
          ...(bounds ? beyond(values, bounds) : []),
        ];
        for (const reason of reasons) {
          errors.push(new GraphQLError(reason, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } }));
        }
      },
    }),
  );
  return errors;
}

/** From which number to which an argument may be, or how many items it may hold, for fields that say so. */
export type Bounds = Record<string, readonly [least: number, most: number]>;

function* beyond(values: Values, bounds: Bounds) {
  for (const [name, [least, most]] of Object.entries(bounds)) {
    const value = values[name];
    const size = Array.isArray(value) ? value.length : value;
    if (typeof size === 'number' && (size < least || size > most)) {
      yield `\`${name}\` must ${Array.isArray(value) ? 'hold' : 'be'} from ${least} to ${most}.`;
    }
  }
}

function* badPage({ first, last, after, before }: Values, shape: CursorShape) {
  for (const [name, value] of Object.entries({ first, last })) {
    if (typeof value === 'number' && (value < 0 || value > pageSize.most)) {
      yield `\`${name}\` must be from 0 to ${pageSize.most}; read on with a cursor for more.`;
    }
  }
  if (first != null && last != null) yield 'Give `first` or `last`, not both.';
  for (const [name, value] of Object.entries({ after, before })) {
    if (typeof value === 'string' && !isCursor(value, shape)) {
      yield `\`${name}\` is not a cursor of this connection. Give one that it answered, unchanged.`;
    }
  }
}

function* outOfBounds(values: Values): Generator<string> {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') {
      if (value.length > longest.text) yield `\`${name}\` is too long: at most ${longest.text} characters.`;
      if (value.includes('\0')) yield `\`${name}\` holds a NUL character. Leave it out.`;
    } else if (Array.isArray(value)) {
      if (value.length > longest.list) yield `\`${name}\` is too long: at most ${longest.list} items.`;
      else yield* value.flatMap(item => [...outOfBounds({ [name]: item })]);
    } else if (value && typeof value === 'object' && !(value instanceof Date)) {
      yield* outOfBounds(value as Values);
    }
  }
}
