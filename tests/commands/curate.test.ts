import { expect, test } from 'vitest';
import { Command } from './command.ts';

test('npm run curate says without a stack what is wrong, and --help tells of it', async () => {
  const command = new Command('curate.ts', {}, '/no/such/folder');
  expect(await command.exit()).toBe(1);
  expect(command.output).toBe('There is no folder /no/such/folder.\n');
  const help = new Command('curate.ts', {}, '--help');
  expect(await help.exit()).toBe(0);
  expect(help.output).toContain('npm run curate -- <folder>');
});
