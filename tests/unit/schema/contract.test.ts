import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../../src/schema/index.ts';
import { sdl } from '../../../src/schema/sdl.ts';

const read = (file: URL) => readFileSync(file, 'utf8');
const ownTypes = Object.values(schema.getTypeMap()).filter(
  type => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

test('schema.graphql is what the code serves; after a change, `npm run schema` writes it', () => {
  expect(read(new URL('../../../schema.graphql', import.meta.url))).toBe(sdl());
});

type Described = { name: string; description?: string | null };

/** Everything of a type that a description belongs to, the type first. */
function* elementsOf(type: GraphQLNamedType): Generator<[path: string, element: Described]> {
  yield [type.name, type];
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value];
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field];
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field];
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name})`, arg];
    }
  }
}

test('every type, field, argument and value is described', () => {
  const undescribed = ownTypes
    .flatMap(type => [...elementsOf(type)])
    .filter(([, { description }]) => !description?.trim())
    .map(([path]) => path);
  expect(undescribed).toEqual([]);
});

test('every page has edges, nodes, pageInfo and a total', () => {
  const connections = ownTypes.filter(({ name }) => name.endsWith('Connection')).filter(isObjectType);
  expect(connections.length).toBeGreaterThan(10);
  for (const connection of connections) {
    expect({ [connection.name]: Object.keys(connection.getFields()) }).toEqual({
      [connection.name]: expect.arrayContaining(['edges', 'nodes', 'pageInfo', 'totalCount']),
    });
  }
});

test('the API is read-only', () => {
  expect(schema.getMutationType()).toBeUndefined();
  expect(schema.getSubscriptionType()).toBeUndefined();
});

/** What clients rely on: the schema as it was last released, without descriptions. A release that adds to it brings it up to date. */
const released = buildSchema(read(new URL('contract.graphql', import.meta.url)));

test('the released schema is kept: nothing of it is missing, means another type or has another default', async () => {
  const changes = await diff(
    released,
    buildSchema(read(new URL('../../../schema.graphql', import.meta.url))),
  );
  const broken = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  expect(broken.map(({ message }) => message)).toEqual([]);
});

test.each([
  ['a field is gone', 'iso2: String\n', ''],
  ['a field may be null', 'basis: OfficeBasis!', 'basis: OfficeBasis'],
  ['an argument has to be given', 'asOf: Date\n', 'asOf: Date!\n'],
  ['a value is gone', 'ALLEGED\n', ''],
])('a schema in which %s would not pass', async (_what, before, after) => {
  const text = read(new URL('contract.graphql', import.meta.url));
  expect(text).toContain(before);
  const changes = await diff(released, buildSchema(text.replace(before, after)));
  expect(changes.map(({ criticality }) => criticality.level)).toContain(CriticalityLevel.Breaking);
});
