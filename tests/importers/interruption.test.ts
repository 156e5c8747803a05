import { expect, test } from 'vitest';
import { Interruption } from '../../src/cli/interruption.ts';
import type { Row } from '../../src/importers/file/row.ts';

async function* chunks(): AsyncGenerator<Row[]> {
  for (let line = 1; line <= 3; line++) yield [{ line, fields: {} }];
}

/** The lines that arrive when Ctrl-C is pressed at the second one, in this process alone. */
async function linesOf(
  interruption: Interruption,
  rows: AsyncIterable<Row[]>,
  press: boolean,
): Promise<number[]> {
  const lines: number[] = [];
  try {
    for await (const [row] of rows) {
      lines.push(row?.line ?? 0);
      if (press && row?.line === 2) interruption.ask();
    }
  } finally {
    interruption.end();
  }
  return lines;
}

test('without Ctrl-C all rows arrive', async () => {
  const [one, other] = [new Interruption(), new Interruption()];
  expect(await linesOf(one, one.cut(chunks()), false)).toEqual([1, 2, 3]);
  expect(await linesOf(other, other.refuse(chunks()), false)).toEqual([1, 2, 3]);
  expect([one.hasCut, other.hasCut]).toEqual([false, false]);
});

test('Ctrl-C ends a stream after the chunk in hand', async () => {
  const interruption = new Interruption();
  expect(await linesOf(interruption, interruption.cut(chunks()), true)).toEqual([1, 2]);
  expect(interruption.hasCut).toBe(true);
});

test('Ctrl-C never makes what has to be taken as a whole look shorter: it fails', async () => {
  const interruption = new Interruption();
  await expect(linesOf(interruption, interruption.refuse(chunks()), true)).rejects.toThrow(
    'Stopped by Ctrl-C: nothing was written.',
  );
  expect(interruption.hasCut).toBe(true);
});

test('Ctrl-C is listened to only while an import is under way', () => {
  const before = process.listenerCount('SIGINT');
  const interruption = new Interruption();
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  interruption.end();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
