import { describe, expect, test } from 'vitest';
import { sharedStack } from '../stack.ts';
import { ask } from './ask.ts';

const stack = sharedStack();

// What a front end sends on its first render, before it has the values.
describe('a value that is null or missing where one is needed is the caller’s mistake, and is named:', () => {
  test.each<[string, string, object, RegExp]>([
    [
      'an argument',
      'query ($by: CountryRef = { slug: "niger" }) { country(by: $by) { name } }',
      { by: null },
      /"by"/,
    ],
    [
      'an argument deep in the document',
      `query ($day: Date = "2023-08-04") { country(by: { slug: "niger" }) { leaders { nodes { period { on(day: $day) } } } } }`,
      { day: null },
      /"day"/,
    ],
    [
      'an argument of a traversal',
      'query ($to: EntityRef = { slug: "mali" }) { paths(from: { slug: "niger" }, to: $to) { truncated } }',
      { to: null },
      /"to"/,
    ],
    [
      'the one field of a reference',
      'query ($slug: String) { entity(by: { slug: $slug }) { name } }',
      {},
      /slug/,
    ],
    [
      'the one field of a reference, null',
      'query ($slug: String = "niger") { entity(by: { slug: $slug }) { name } }',
      { slug: null },
      /slug/,
    ],
    ['an item of a list', 'query ($id: ID = "x") { nodes(ids: [$id]) { id } }', { id: null }, /id/],
    [
      'an item of a list of references',
      'query ($who: EntityRef = { slug: "mali" }) { sharedNeighbors(of: [{ slug: "niger" }, $who]) { entity { name } } }',
      { who: null },
      /who|"of"/,
    ],
    [
      '@include',
      'query ($more: Boolean = true) { country(by: { slug: "niger" }) { name @include(if: $more) } }',
      { more: null },
      /"if"/,
    ],
    [
      '@skip at the top',
      'query ($less: Boolean = true) { dataset @skip(if: $less) { version } }',
      { less: null },
      /"if"/,
    ],
    [
      '@include on a fragment',
      'query ($more: Boolean = true) { country(by: { slug: "niger" }) { ... @include(if: $more) { name } } }',
      { more: null },
      /"if"/,
    ],
    ['a variable', 'query ($by: CountryRef!) { country(by: $by) { name } }', {}, /\$by/],
  ])('%s', async (_, query, variables, named) => {
    const { errors = [] } = await ask(stack.url, query, variables);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(errors[0]?.message).toMatch(named);
    expect(errors[0]?.message).toMatch(/\.$/);
  });
});
