import { globSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/local/database.ts';
import { UserMistake } from '../../src/mistake.ts';
import { temporaryDirectory } from '../files.ts';
import { unpackTemplate } from '../template.ts';
import { Command } from './command.ts';

let DATA_DIR: string;
let postgres: string;
beforeEach(() => {
  DATA_DIR = temporaryDirectory();
  postgres = join(DATA_DIR, 'postgres');
  unpackTemplate('migrated', DATA_DIR);
});

async function migrate(): Promise<{ code: number | null; output: string }> {
  const command = new Command('migrate.ts', { DATA_DIR });
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

test('what lies in DATA_DIR is for nobody else to read or write, whoever made it', async () => {
  expect(await migrate()).toEqual({ code: 0, output: 'The database is up to date.\n' });
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
});

describe('a database of which a part is missing is left as it is:', () => {
  const complaint = (part: string) =>
    `The database in ${postgres} is incomplete (${part} is missing) and was left untouched: ` +
    'restore it from a backup, or move it away to start with a new one.';

  test.each(['PG_VERSION', 'base', 'global/pg_control', 'pg_wal', 'pg_xact'])('%s', async part => {
    rmSync(join(postgres, part), { recursive: true });
    const before = state();
    await expect(openDatabase({ url: undefined, dataDir: DATA_DIR })).rejects.toThrow(
      new UserMistake(complaint(part)),
    );
    expect(state()).toBe(before);
  });

  test('which a command says in one sentence', async () => {
    rmSync(join(postgres, 'base'), { recursive: true });
    expect(await migrate()).toEqual({ code: 1, output: `${complaint('base')}\n` });
  });
});

describe('damaged files are one sentence:', () => {
  test.each<[string, () => void]>([
    ['a control file cut to nothing', () => truncateSync(join(postgres, 'global/pg_control'), 0)],
    ['another version of Postgres', () => writeFileSync(join(postgres, 'PG_VERSION'), '12\n')],
    [
      'a log that is cut short',
      () => {
        for (const file of globSync('pg_wal/0*', { cwd: postgres })) truncateSync(join(postgres, file), 100);
      },
    ],
  ])('%s', async (_what, damage) => {
    damage();
    const { code, output } = await migrate();
    expect(code).toBe(1);
    expect(output).toMatch(/^The database .*\bdamaged\b.*\brestore it from a backup.*\.\n$/);
    expect(output.length).toBeLessThan(500);
  });
});
