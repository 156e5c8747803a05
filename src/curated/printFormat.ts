import type { TSchema, TSchemaOptions } from 'typebox';
import { definitions, format } from './format.ts';

/**
 * The format of a file of facts as JSON Schema (draft 7), the text of format.schema.json, by which editors complete and
 * check the files. What the format uses in several places is printed once, under `definitions`.
 */
export function printFormat(): string {
  const names = new Map<unknown, string>(
    Object.entries(definitions).map(([name, definition]) => [definition, name]),
  );
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Statecraft facts',
    ...descriptionFirst(format),
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([name, definition]) => [name, descriptionFirst(definition)]),
    ),
  };
  const asReference = (_key: string, value: unknown) =>
    names.has(value) ? { $ref: `#/definitions/${names.get(value)}` } : value;
  return `${JSON.stringify(schema, asReference, 2)}\n`;
}

// A copy, which is therefore printed whole and not as a reference to itself.
function descriptionFirst(schema: TSchema): object {
  const { description } = schema as TSchemaOptions;
  return { description, ...schema };
}
