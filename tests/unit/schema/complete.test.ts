import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  GraphQLFloat,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../src/schema/complete.ts';
import type { Connection } from '../../../src/schema/cursors.ts';

type Field = GraphQLFieldConfig<unknown, unknown>;

const schemaOf = (fields: Record<string, Field>) =>
  new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });

const pages = new GraphQLObjectType({
  name: 'Pages',
  fields: {
    pageInfo: {
      type: new GraphQLObjectType({ name: 'PageInfo', fields: { hasNextPage: { type: GraphQLBoolean } } }),
    },
  },
});
const bounds = { extensions: { bounds: [0, 100] } };
const paging = { first: { type: GraphQLInt, ...bounds }, after: { type: GraphQLString } };
const cursorsOf = (name: string): Connection => ({ name, parts: ['text', 'row'] });

const field = (connection: Connection): Field => ({ type: pages, args: paging, extensions: { connection } });

describe('there is no schema with a connection', () => {
  const incomplete = (field: string) =>
    `${field} is a connection, and has no cursors of its own. Make it with an order.`;

  test.each<[what: string, field: Field]>([
    ['that takes cursors and does not say which', { type: GraphQLString, args: paging }],
    ['that gives pages and does not say by which cursors', { type: pages }],
    ['whose cursors nobody named', field(cursorsOf(''))],
    [
      'whose cursors hold nothing',
      {
        type: pages,
        args: paging,
        extensions: { connection: { name: 'Query.things', parts: [] } },
      },
    ],
  ])('%s', (_, things) => {
    expect(() => complete(schemaOf({ things }))).toThrow(incomplete('Query.things'));
  });

  test('on an interface alone that does not say which cursors it takes', () => {
    const Thing = new GraphQLInterfaceType({ name: 'Thing', fields: { parts: { type: pages } } });
    expect(() => complete(schemaOf({ thing: { type: Thing } }))).toThrow(incomplete('Thing.parts'));
  });

  test('whose cursors bear the name of another', () => {
    const connection = cursorsOf('Query.one');
    for (const two of [connection, cursorsOf('Query.one'), cursorsOf('Thing.two')]) {
      expect(() => complete(schemaOf({ one: field(connection), two: field(two) }))).toThrow(
        incomplete('Query.two'),
      );
    }
  });

  test('whose cursors bear the name of an interface that has another', () => {
    const Thing = new GraphQLInterfaceType({
      name: 'Thing',
      fields: { parts: field(cursorsOf('Thing.parts')) },
    });
    const One = new GraphQLObjectType({
      name: 'One',
      interfaces: [Thing],
      fields: { parts: field(cursorsOf('Thing.parts')) },
    });
    expect(() => complete(schemaOf({ one: { type: One } }))).toThrow(incomplete('One.parts'));
  });
});

describe('there is no schema with an argument', () => {
  const withArgument = (type: GraphQLInputType, extensions = {}) =>
    schemaOf({ walk: { type: GraphQLString, args: { limit: { type, extensions } } } });

  test.each<[what: string, type: GraphQLInputType]>([
    ['Int', GraphQLInt],
    ['Int!', new GraphQLNonNull(GraphQLInt)],
    ['Float', GraphQLFloat],
    ['[String]!', new GraphQLNonNull(new GraphQLList(GraphQLString))],
  ])('%s that has no bounds', (_, type) => {
    expect(() => complete(withArgument(type))).toThrow('Query.walk(limit) has no bounds.');
    expect(complete(withArgument(type, { bounds: [1, 4] }))).toBeInstanceOf(GraphQLSchema);
  });

  test('[Int], whose bounds could be of the list or of its numbers', () => {
    expect(() => complete(withArgument(new GraphQLList(GraphQLInt), { bounds: [1, 4] }))).toThrow(
      'Query.walk(limit) is a list of numbers, and only one of the two can have bounds.',
    );
  });

  test('whose type has a number without bounds in it', () => {
    const Filter = new GraphQLInputObjectType({ name: 'Filter', fields: { depth: { type: GraphQLInt } } });
    expect(() => complete(withArgument(Filter))).toThrow('Filter.depth has no bounds.');
  });
});

test('a schema that says all of it is given back', () => {
  const connection = cursorsOf('Thing.parts');
  const parts = field(connection);
  const Thing = new GraphQLInterfaceType({ name: 'Thing', fields: { parts } });
  const One = new GraphQLObjectType({ name: 'One', interfaces: [Thing], fields: { parts } });
  const schema = schemaOf({
    one: { type: One },
    things: field(cursorsOf('Query.things')),
    walk: { type: GraphQLString, args: { kinds: { type: new GraphQLList(GraphQLString) } } },
  });
  expect(complete(schema)).toBe(schema);
});
