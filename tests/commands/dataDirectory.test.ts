import {
  chmodSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/local/database.ts';
import { UserMistake } from '../../src/mistake.ts';
import { temporaryDirectory } from '../files.ts';
import { unpackTemplate } from '../template.ts';
import { Command } from './command.ts';

// One database for all: what damages it puts back what it took.
const DATA_DIR = mkdtempSync(join(tmpdir(), 'statecraft-data-'));
const postgres = join(DATA_DIR, 'postgres');
beforeAll(() => unpackTemplate('migrated', DATA_DIR));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

/** Moves a part of the database away until the test is finished. */
function takeAway(part: string): void {
  const aside = join(DATA_DIR, 'aside');
  renameSync(join(postgres, part), aside);
  onTestFinished(() => {
    rmSync(join(postgres, part), { recursive: true, force: true });
    renameSync(aside, join(postgres, part));
  });
}

async function migrate(directory = DATA_DIR): Promise<{ code: number | null; output: string }> {
  const command = new Command('migrate.ts', { DATA_DIR: directory });
  return { code: await command.exit(), output: command.output };
}

/** Changes with any file in the directory. */
function state(): string {
  return globSync('**', { cwd: postgres })
    .sort()
    .map(path => {
      const { size, mtimeMs } = statSync(join(postgres, path));
      return `${path} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

test('a database that was there is from then on for nobody else to read or write, and its directory keeps its mode', async () => {
  chmodSync(DATA_DIR, 0o755);
  expect(statSync(postgres).mode & 0o777).not.toBe(0o700);
  expect(await migrate()).toEqual({ code: 0, output: 'The database is up to date.\n' });
  expect(statSync(postgres).mode & 0o777).toBe(0o700);
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o755);
});

describe('a database of which a part is missing is left as it is:', () => {
  const complaint = (part: string) =>
    `The database in ${postgres} is incomplete (${part} is missing) and was left untouched: ` +
    'restore it from a backup, or move it away to start with a new one.';

  test.each([
    'PG_VERSION',
    'base',
    'global/pg_control',
    'pg_wal',
    'pg_xact',
    'global/pg_filenode.map',
    'pg_multixact',
    'pg_subtrans',
    'pg_tblspc',
    'base/1',
    'base/5',
  ])('%s', async part => {
    takeAway(part);
    const before = state();
    await expect(openDatabase({ url: undefined, dataDir: DATA_DIR })).rejects.toThrow(
      new UserMistake(complaint(part)),
    );
    expect(state()).toBe(before);
  });

  test('which a command says in one sentence', async () => {
    takeAway('base');
    expect(await migrate()).toEqual({ code: 1, output: `${complaint('base')}\n` });
  });
});

describe('damaged files are one sentence:', () => {
  test.each<[string, (postgres: string) => void]>([
    ['another version of Postgres', postgres => writeFileSync(join(postgres, 'PG_VERSION'), '12\n')],
    [
      'a log that is cut short',
      postgres => {
        for (const file of globSync('pg_wal/0*', { cwd: postgres })) truncateSync(join(postgres, file), 100);
      },
    ],
  ])('%s', async (_what, damage) => {
    // One of its own: Postgres opens it, and may write to it before it notices.
    const DATA_DIR = temporaryDirectory();
    unpackTemplate('migrated', DATA_DIR);
    damage(join(DATA_DIR, 'postgres'));
    const { code, output } = await migrate(DATA_DIR);
    expect(code).toBe(1);
    expect(output).toMatch(/^The database .*\bdamaged\b.*\brestore it from a backup.*\.\n$/);
    expect(output.length).toBeLessThan(500);
  });
});

describe('a database of which a part is empty is left as it is:', () => {
  const emptied = (part: string) => {
    takeAway(part);
    mkdirSync(join(postgres, part));
  };
  const overwritten = (part: string, content: string | Buffer) => {
    takeAway(part);
    writeFileSync(join(postgres, part), content);
  };
  const control = 'global/pg_control';
  test.each<[string, () => void, string]>([
    ['base', () => emptied('base'), 'base/1 is missing, base/5 is missing'],
    ['pg_wal', () => emptied('pg_wal'), 'pg_wal is empty'],
    ['pg_xact', () => emptied('pg_xact'), 'pg_xact is empty'],
    [
      'a control file cut to nothing',
      () => overwritten(control, ''),
      'global/pg_control is empty or cut short',
    ],
    [
      'a control file of zeros',
      () => overwritten(control, Buffer.alloc(8192)),
      'global/pg_control is empty or cut short',
    ],
  ])('%s', async (_what, damage, named) => {
    damage();
    const before = state();
    await expect(openDatabase({ url: undefined, dataDir: DATA_DIR })).rejects.toThrow(
      ` is incomplete (${named}) and was left untouched: `,
    );
    expect(state()).toBe(before);
  });
});

test('a file where the database belongs is one sentence', async () => {
  const dataDir = temporaryDirectory();
  const file = join(dataDir, 'postgres');
  writeFileSync(file, '');
  await expect(openDatabase({ url: undefined, dataDir })).rejects.toThrow(
    new UserMistake(`The database belongs in ${file}, which is a file: move it away.`),
  );
});
