import { describe, expect, test } from 'vitest';
import { read } from '../schema/ask.ts';
import { sharedStack } from '../stack.ts';

const stack = sharedStack();

async function sentences(from: string, to: string, asOf?: string): Promise<string[]> {
  const { paths } = await read<{ paths: { paths: { sentence: string }[] } }>(
    stack.url,
    `query ($from: EntityRef!, $to: EntityRef!, $asOf: Date) {
      paths(from: $from, to: $to, maxLength: 1, filter: { asOf: $asOf }) { paths { sentence } } }`,
    { from: { slug: from }, to: { slug: to }, asOf },
  );
  return paths.paths.map(({ sentence }) => sentence);
}

describe('a path is told in the tense that its sources allow:', () => {
  test('the present for a day for which they vouch', async () => {
    expect(await sentences('mali', 'wagner-group', '2023-08-04')).toEqual(['Mali employs Wagner Group']);
    expect(await sentences('joe-biden', 'united-states', '2021-02-01')).toEqual([
      'Joe Biden is the effective leader of the United States',
    ]);
  });

  test('the past, with the last day that they vouch for, where no day is asked', async () => {
    expect(await sentences('mali', 'wagner-group')).toEqual([
      'Mali employed Wagner Group until at least August 4, 2023',
    ]);
    expect(await sentences('joe-biden', 'united-states')).toEqual([
      'Joe Biden was the effective leader of the United States until at least March 2021',
    ]);
  });

  test('nobody is said to hold on a day for which no source vouches', async () => {
    expect(await sentences('joe-biden', 'united-states', '2026-01-01')).toEqual([]);
    expect(await sentences('mali', 'wagner-group', '2023-08-05')).toEqual([]);
  });
});
