import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/importers/datasets/index.ts';
import { temporaryDirectory, temporaryFile } from '../files.ts';
import { unpackTemplate } from '../template.ts';
import { Command } from './command.ts';

async function run(environment: Record<string, string>, ...args: string[]) {
  const command = new Command('import.ts', environment, ...args);
  return { code: await command.exit(), output: command.output };
}
const events = 'date\tsource\tevent\ttarget\n2014-03-05\tKenya\tConsult\tUganda\n';

test('--help tells of every dataset, option and setting, and what becomes of refused rows', async () => {
  const { code, output } = await run({}, '--help');
  expect(code).toBe(0);
  for (const word of ['--dry-run', '--from', '--to', 'DATABASE_URL', 'DATA_DIR', '.refused.csv', 'Ctrl-C'])
    expect(output).toContain(word);
  for (const [name, { source }] of Object.entries(datasets))
    expect(output).toMatch(new RegExp(`^  ${name} +${source.title.replace(/[.()]/g, '\\$&')}`, 'm'));
});

describe('a mistake is answered in one sentence:', () => {
  test.each([
    [
      'nothing is named',
      [],
      /^This command needs arguments: it takes <dataset> <file>, --from <value>, .*\n$/,
    ],
    [
      'no file is named',
      ['icews'],
      /^This command cannot be run with icews: it takes <dataset> <file>, .*\n$/,
    ],
    [
      'an option is unknown',
      ['icews', 'x.tsv', '--form', '2001'],
      /^This command cannot be run with icews x\.tsv --form/,
    ],
    [
      'an option has no value',
      ['icews', 'x.tsv', '--from'],
      /^This command cannot be run with icews x\.tsv --from: /,
    ],
    ['the dataset is unknown', ['icew', 'x.tsv'], /^There is no dataset icew: choose one of icews, .*\n$/],
    ['the file is missing', ['icews', 'none/x.tsv'], /^There is no file \/.*\/none\/x\.tsv\.\n$/],
    ['the file is a directory', ['icews', '.'], /^\/.* is a directory: give a file in it\.\n$/],
    [
      'a day is none',
      ['icews', 'x.tsv', '--from', '2023-02-29'],
      /^--from must be a calendar day, written YYYY-MM-DD\.\n$/,
    ],
    ['a day is a year', ['icews', 'x.tsv', '--to=2023'], /^--to must be a calendar day, .*\n$/],
    [
      'the days are reversed',
      ['icews', 'x.tsv', '--from', '2014-01-02', '--to', '2014-01-01'],
      /^--from, 2014-01-02, must not be after --to, 2014-01-01\.\n$/,
    ],
  ])('%s', async (_, args, sentence) => {
    const { code, output } = await run({ INIT_CWD: temporaryDirectory() }, ...args);
    expect(output).toMatch(sentence);
    expect(code).toBe(1);
  });

  test('the file is of another dataset', async () => {
    const { code, output } = await run({}, 'archigos', temporaryFile('events.tsv', events));
    expect(output).toMatch(
      /^events\.tsv is not archigos: .* Did you mean npm run import -- icews \/.*events\.tsv\?\n$/,
    );
    expect(code).toBe(1);
  });
});

test('a database without tables is answered with the command that makes them', async () => {
  const DATA_DIR = temporaryDirectory();
  unpackTemplate('blank', DATA_DIR);
  const { code, output } = await run(
    { DATA_DIR, INIT_CWD: DATA_DIR },
    'icews',
    temporaryFile('events.tsv', events),
  );
  expect(output).toBe('The database has no tables yet: run npm run db:migrate, then this again.\n');
  expect(code).toBe(1);
  expect(readdirSync(DATA_DIR)).toEqual(['postgres']);
});

test('a file is looked for where the user is, wherever npm runs the command', async () => {
  const INIT_CWD = temporaryDirectory();
  const { output } = await run({ INIT_CWD }, 'icews', 'x.tsv');
  expect(output).toContain(join(INIT_CWD, 'x.tsv'));
});
