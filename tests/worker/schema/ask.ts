import { expect } from 'vitest';

export interface Answer<Data> {
  data?: Data | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; requestId?: string };
  }[];
}

/** Sends a document to the Worker at `url` as a client would, and gives the whole answer. */
export async function ask<Data>(url: string, query: string, variables: object = {}): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<Data>;
}

/** Sends a document that has to be answered without errors, and gives the data. */
export async function read<Data>(url: string, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await ask<Data>(url, query, variables);
  expect(errors).toBeUndefined();
  return data as Data;
}

/** Sends a document that has to be refused for the caller's mistake, and gives what it is told. */
export async function refusal(url: string, query: string, variables: object = {}): Promise<string> {
  const answer = await ask(url, query, variables);
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(JSON.stringify(answer).length).toBeLessThan(4_096);
  return answer.errors?.[0]?.message ?? '';
}
