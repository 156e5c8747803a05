import { describe, expect, test } from 'vitest';
import { duration, ProgressDisplay, progressLine } from '../../../src/cli/progress.ts';
import { summaryLines } from '../../../src/cli/summary.ts';

describe('the line of progress', () => {
  const half = { rows: 12_000, bytes: 500, totalBytes: 1000, milliseconds: 4_000 };

  test('tells the part that is read, the rows, their speed, and the time left', () => {
    expect(progressLine(half)).toBe('50 %  12,000 rows, 3,000 rows/s, 4.0 s left');
  });

  test('has a bar of one length on a terminal', () => {
    expect(progressLine(half, true)).toBe(
      `${'█'.repeat(12)}${'░'.repeat(12)}  50 %  12,000 rows, 3,000 rows/s, 4.0 s left`,
    );
    const bars = [0, 1, 999, 1000].map(bytes => progressLine({ ...half, bytes }, true).split('%')[0]?.length);
    expect(new Set(bars).size).toBe(1);
  });

  test('promises nothing at the beginning and at the end', () => {
    expect(progressLine({ ...half, rows: 0, bytes: 0, milliseconds: 0 })).toBe('0 %  0 rows, 0 rows/s');
    expect(progressLine({ ...half, bytes: 1000 })).toBe('100 %  12,000 rows, 3,000 rows/s');
  });

  test('stays within bounds when the file has grown, or is empty', () => {
    expect(progressLine({ ...half, bytes: 5000 }, true)).toContain(' 100 %');
    expect(progressLine({ ...half, bytes: 0, totalBytes: 0 })).toContain('100 %');
  });

  test.each([
    [4_123, '4.1 s'],
    [9_960, '10 s'],
    [59_400, '59 s'],
    [125_000, '2 min 5 s'],
    [12_000_000, '3 h 20 min'],
  ])('%d ms are %s', (milliseconds, words) => expect(duration(milliseconds)).toBe(words));
});

describe('the display', () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    const write = (text: string) => written.push(text);
    return { written, as: { isTTY, columns: 40, write } as unknown as NodeJS.WriteStream };
  };

  test('leaves nothing on a terminal for the summary to stand behind', () => {
    const { written, as } = stream(true);
    const display = new ProgressDisplay(as, 100);
    display.update({ rows: 1, bytes: 100 });
    display.end();
    expect(written.at(-1)).toBe('\r\x1b[K');
  });

  test('says nothing elsewhere when it was over before a line was due', () => {
    const { written, as } = stream(false);
    const display = new ProgressDisplay(as, 100);
    display.update({ rows: 1 });
    display.end();
    expect(written).toEqual([]);
  });
});

describe('the summary', () => {
  const summary = { read: 3409, outside: 0, refused: 29, added: 3380, unchanged: 0, superseded: 0 };
  const outcome = {
    name: 'archigos',
    summary,
    milliseconds: 4_100,
    refusedFile: 'leaders.refused.csv',
    dryRun: false,
    interrupted: false,
  };

  test('tells what was read, what came of it, and where the refused rows are', () => {
    expect(summaryLines(outcome).slice(0, -1)).toEqual([
      'archigos: 3,409 rows read in 4.1 s',
      '  3,380 facts new, 0 unchanged, 0 superseded',
      '  29 rows refused: see leaders.refused.csv',
    ]);
  });

  test('counts one as one', () => {
    const one = { ...summary, read: 1, outside: 1, refused: 1, added: 1 };
    expect(summaryLines({ ...outcome, summary: one }).slice(0, -1)).toEqual([
      'archigos: 1 row read in 4.1 s',
      '  1 fact new, 0 unchanged, 0 superseded',
      '  1 row outside the period',
      '  1 row refused: see leaders.refused.csv',
    ]);
  });

  test('names no file where no row was refused, and the period where rows lay outside of it', () => {
    expect(
      summaryLines({ ...outcome, summary: { ...summary, refused: 0, outside: 12 } }).slice(2, -1),
    ).toEqual(['  12 rows outside the period', '  0 rows refused']);
  });

  test('says that nothing was written, and that an interrupted import can go on', () => {
    expect(summaryLines({ ...outcome, dryRun: true }).join('\n')).toContain(
      'Nothing was written (--dry-run)',
    );
    expect(summaryLines({ ...outcome, interrupted: true }).join('\n')).toContain(
      'Run the same command to go on from here.',
    );
  });
});
