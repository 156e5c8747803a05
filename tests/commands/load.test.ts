import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbedded } from '../../src/local/embedded.ts';
import { temporaryDirectory } from '../files.ts';
import { unpackTemplate } from '../template.ts';
import { Command } from './command.ts';

async function run(environment: Record<string, string>, ...args: string[]) {
  const command = new Command('load.ts', environment, ...args);
  return { code: await command.exit(), output: command.output };
}

test('--help says what the command does and which settings it knows', async () => {
  const { code, output } = await run({}, '--help');
  expect(code).toBe(0);
  for (const word of ['dataset:load', '--check', 'DATABASE_URL', 'DATA_DIR']) expect(output).toContain(word);
});

test('--check holds the files against their format without a database', async () => {
  const { code, output } = await run({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nowhere' }, '--check');
  expect(output).toMatch(/^The curated facts are in order: \d+ of them\.\n$/);
  expect(code).toBe(0);
});

test('a database of an older version is answered with the command that brings it up to date', async () => {
  const DATA_DIR = temporaryDirectory();
  unpackTemplate('migrated', DATA_DIR);
  const postgres = await openEmbedded({ dataDir: join(DATA_DIR, 'postgres') });
  await postgres.exec(`alter table event drop column deadline;
    delete from installed where part like '%_event_outcome'`);
  await postgres.close();
  const { code, output } = await run({ DATA_DIR });
  expect(output).toMatch(
    /\nThe database does not match this version of Statecraft: run npm run db:migrate, then this again\.\n$/,
  );
  expect(code).toBe(1);
});

test('a database without tables is answered with the command that makes them', async () => {
  const DATA_DIR = temporaryDirectory();
  unpackTemplate('blank', DATA_DIR);
  const { code, output } = await run({ DATA_DIR });
  expect(output).toContain('The database has no tables yet: run npm run db:migrate, then this again.');
  expect(output).not.toContain('at ');
  expect(code).toBe(1);
});
