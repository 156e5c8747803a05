import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { examples } from '../../examples.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

test('a first visit offers at least nine examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(9);
});

test.each(examples)('$file is a valid query of the public schema', ({ text }) => {
  expect(validate(schema, parse(text)).map(error => error.message)).toEqual([]);
});

test.each(examples)('$file says in one to three lines what it shows', ({ text }) => {
  const lines = text.split('\n');
  const said = lines.findIndex(line => !line.startsWith('# '));
  expect(said).toBeGreaterThanOrEqual(1);
  expect(said).toBeLessThanOrEqual(3);
});

test('every tab has a title of its own, the name of its one query', () => {
  const names = examples.map(({ text }) => {
    const queries = parse(text).definitions.filter(
      definition => definition.kind === Kind.OPERATION_DEFINITION,
    );
    expect(queries).toHaveLength(1);
    return queries[0]?.name?.value;
  });
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
});
