import { existsSync, readFileSync } from 'node:fs';
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
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { sdl } from '../../src/schema/sdl.ts';

const read = (file: URL) => readFileSync(file, 'utf8');
const ownTypes = Object.values(schema.getTypeMap()).filter(
  type => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

test('schema.graphql is what the code serves; after a change, `npm run schema` writes it', () => {
  expect(read(new URL('../../schema.graphql', import.meta.url))).toBe(sdl());
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

const contract = new URL('../../../shared/contract.graphql', import.meta.url);

// The contract is kept beside the project, not in it: whoever has only the project has nothing to compare with.
describe.skipIf(!existsSync(contract) && !process.env.CI)('the public contract', () => {
  test('is kept: nothing of it is missing or means another type', async () => {
    const changes = await diff(
      buildSchema(read(contract)),
      buildSchema(read(new URL('../../schema.graphql', import.meta.url))),
    );
    const broken = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
    expect(broken.map(({ message }) => message)).toEqual([]);
  });
});
