import type { ErrorObject } from 'ajv';

/** Where something stands in a file: keys and positions, outermost first. */
export type Path = (string | number)[];

/** What does not fit the format, and where. */
export interface ShapeProblem {
  path: Path;
  sentence: string;
}

/**
 * What one error of Ajv (with `verbose`) says to the writer of the file; undefined for an error that only
 * repeats another.
 */
export function shapeProblem({
  keyword,
  instancePath,
  params,
  parentSchema,
  data,
}: ErrorObject): ShapeProblem | undefined {
  const path = instancePath
    .split('/')
    .slice(1)
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));
  const name = path.findLast(step => typeof step === 'string');
  const here = name === undefined ? 'The file' : `"${name}"`;
  const meaning: string = parentSchema?.description ?? '';

  switch (keyword) {
    case 'if':
      return undefined;
    case 'required':
      return { path, sentence: `"${params.missingProperty}" is missing here: add it.` };
    case 'additionalProperties':
      return {
        path: [...path, params.additionalProperty],
        sentence: `"${params.additionalProperty}" is not known here: use ${Object.keys(parentSchema?.properties).join(', ')}.`,
      };
    case 'type':
      return { path, sentence: `${here} must be ${typeNames(params.type)}, not ${shown(data)}.` };
    case 'enum':
      return { path, sentence: `${here} cannot be ${shown(data)}: use ${params.allowedValues.join(', ')}.` };
    case 'const':
      return { path, sentence: `${here} must be ${params.allowedValue}, not ${shown(data)}. ${meaning}` };
    case 'maxLength':
      return {
        path,
        sentence: `${here} is ${[...(data as string)].length} characters long: cut it to ${params.limit}.`,
      };
    case 'minItems':
      return { path, sentence: `${here} is empty: give at least one.` };
    case 'uniqueItems':
      return { path, sentence: `${here} has ${shown((data as unknown[])[params.i])} twice: take one out.` };
    default:
      return { path, sentence: `${here} cannot be ${shown(data)}. ${meaning}` };
  }
}

const names: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};

function typeNames(types: string | string[]): string {
  return [types]
    .flat()
    .map(type => names[type] ?? type)
    .join(' or ');
}

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
