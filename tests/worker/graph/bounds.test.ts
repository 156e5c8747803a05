import { describe, expect, test } from 'vitest';
import { ask, read, refusal } from '../schema/ask.ts';
import { sharedStack } from '../stack.ts';

describe('traversal through the API:', () => {
  const stack = sharedStack();

  const tooMany = JSON.stringify(Array(101).fill({ slug: 'niger' })).replaceAll('"slug"', 'slug');
  const outside = [-1, 0, 1_000_000_000];
  const niger = '{ slug: "niger" }';
  test.each([
    ...outside.map(value => `{ neighborhood(of: [${niger}], depth: ${value}) { truncated } }`),
    ...outside.map(value => `{ neighborhood(of: [${niger}], limit: ${value}) { truncated } }`),
    ...outside.map(value => `{ paths(from: ${niger}, to: ${niger}, maxLength: ${value}) { truncated } }`),
    ...outside.map(value => `{ paths(from: ${niger}, to: ${niger}, first: ${value}) { truncated } }`),
    ...outside.map(value => `{ sharedNeighbors(of: [${niger}], first: ${value}) { entity { name } } }`),
    `{ neighborhood(of: [${niger}], depth: 5) { truncated } }`,
    `{ neighborhood(of: [${niger}], limit: 501) { truncated } }`,
    `{ paths(from: ${niger}, to: ${niger}, maxLength: 9) { truncated } }`,
    `{ paths(from: ${niger}, to: ${niger}, first: 21) { truncated } }`,
    `{ sharedNeighbors(of: [${niger}], first: 101) { entity { name } } }`,
    '{ neighborhood(of: []) { truncated } }',
    '{ sharedNeighbors(of: []) { entity { name } } }',
    '{ neighborhood(of: [{ id: "nonsense" }]) { truncated } }',
  ])('%s is refused, and told what would do', async document => {
    expect(await refusal(stack.url, document)).toMatch(
      / from \d+ to \d+\.$|must have \d+ to \d+ items\.$|is not an id/,
    );
  });

  test.each(['neighborhood', 'sharedNeighbors', 'avoid'])(
    'a list of 101 entities for %s is refused',
    async field => {
      const of = field === 'avoid' ? `[${niger}], filter: { avoid: ${tooMany} }` : tooMany;
      const document =
        field === 'sharedNeighbors'
          ? `{ sharedNeighbors(of: ${of}) { entity { name } } }`
          : `{ neighborhood(of: ${of}) { truncated } }`;
      const { errors } = await ask(stack.url, document);
      expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    },
  );

  test.each([
    `{ neighborhood(of: [${niger}, { slug: "atlantis" }]) { truncated } }`,
    `{ paths(from: ${niger}, to: { slug: "atlantis" }) { truncated } }`,
    `{ paths(from: { slug: "atlantis" }, to: ${niger}) { truncated } }`,
    '{ sharedNeighbors(of: [{ slug: "atlantis" }]) { entity { name } } }',
  ])('%s is told that there is no such entity', async document => {
    const { errors } = await ask(stack.url, document);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });

  test('one entity, named by its id and by its slug, is one', async () => {
    const { country } = await read<{ country: { id: string } }>(
      stack.url,
      `{ country(by: ${niger}) { id } }`,
    );
    const answer = await read(
      stack.url,
      `query ($id: ID!) {
        neighborhood(of: [{ id: $id }, ${niger}], limit: 1) { nodes { depth entity { name } } }
        sharedNeighbors(of: [{ id: $id }, ${niger}, ${niger}], first: 1) { entity { name } }
      }`,
      country,
    );
    expect(answer).toMatchObject({
      neighborhood: { nodes: [{ depth: 0, entity: { name: 'Niger' } }] },
      sharedNeighbors: [expect.anything()],
    });
  });

  test('half a surrogate pair names nothing', async () => {
    const half = { slug: '\ud800' };
    const near = `query ($of: [EntityRef!]!, $avoid: [EntityRef!]) {
      neighborhood(of: $of, filter: { avoid: $avoid }) { truncated } }`;
    const paths = `query ($from: EntityRef!) { paths(from: $from, to: ${niger}) { truncated } }`;
    for (const { errors } of [
      await ask(stack.url, near, { of: [half] }),
      await ask(stack.url, paths, { from: half }),
    ]) {
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
    const avoid = [half, { slug: 'a,"b}' }];
    expect(await read(stack.url, near, { of: [{ slug: 'niger' }], avoid })).toEqual({
      neighborhood: { truncated: false },
    });
  });
});
