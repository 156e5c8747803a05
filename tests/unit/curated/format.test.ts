import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printFormat } from '../../../src/curated/printFormat.ts';
import * as vocabulary from '../../../src/db/tables/vocabulary.ts';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  description?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

const printed = printFormat();
const schema: Schema & { definitions: Record<string, Schema> } = JSON.parse(printed);

test('format.schema.json is the format as it is; after a change, `npm run schema` writes it', () => {
  const file = new URL('../../../src/curated/format.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8'), 'run npm run schema').toBe(printed);
});

describe('the printed format', () => {
  const objects = Object.entries({ ...schema.definitions, file: schema });

  test('describes every definition and every property, so that editors can', () => {
    const undescribed = objects.flatMap(([name, { description, properties = {} }]) => [
      ...(description ? [] : [name]),
      ...Object.entries(properties)
        .filter(([, { description }]) => !description)
        .map(([property]) => `${name}.${property}`),
    ]);
    expect(undescribed).toEqual([]);
  });

  test('writes every definition once, and refers to it by its name everywhere else', () => {
    const named = new Set(Object.keys(schema.definitions));
    const used = new Set([...printed.matchAll(/"#\/definitions\/(\w+)"/g)].map(([, name]) => name));
    expect([...used].toSorted()).toEqual([...named].toSorted());
    for (const definition of Object.values(schema.definitions)) {
      const written = JSON.stringify(definition.description);
      expect(printed.split(written), written).toHaveLength(2);
    }
  });

  test('knows every relationship type but those that come with events and countries', () => {
    const elsewhere = ['PARTICIPATED_IN', 'RESPONDS_TO', 'BORDERS'];
    const types = vocabulary.relationshipType.enumValues.filter(type => !elsewhere.includes(type));
    expect(schema.definitions.relationship?.properties?.type?.enum).toEqual(types);
  });
});
