import { graphql } from 'graphql';
import { expect } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { schema } from '../../src/schema/index.ts';

/** Answers a document without a Worker, and gives the data; there must be no errors. */
export async function answer<Data>(db: Database, source: string, variableValues = {}): Promise<Data> {
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { db } });
  expect(errors).toBeUndefined();
  return data as Data;
}
