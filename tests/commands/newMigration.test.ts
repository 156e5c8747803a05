import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../setup/postgres.ts';
import { unpackTemplate } from '../template.ts';
import { Command } from './command.ts';
import { ProjectCopy } from './projectCopy.ts';

test('a new database takes a migration that uses the value it adds, and npm start says that npm run schema was forgotten', async () => {
  const copy = new ProjectCopy();
  onTestFinished(() => copy.remove());
  const migration = join(copy.directory, 'src/db/migrations/20991231000000_admires');
  mkdirSync(migration);
  writeFileSync(
    join(migration, 'migration.sql'),
    [
      `ALTER TYPE "relationship_type" ADD VALUE 'ADMIRES' BEFORE 'CONTROLS';`,
      `ALTER TABLE "relationship" ADD CONSTRAINT "nobody_admires" CHECK (type <> 'ADMIRES');`,
    ].join('--> statement-breakpoint\n'),
  );
  // The countries are left, which is enough to load.
  for (const facts of ['niger-2023', 'west-africa'])
    rmSync(join(copy.directory, 'src/curated/facts', facts), { recursive: true });
  const DATA_DIR = join(copy.directory, '.data');
  unpackTemplate('blank', DATA_DIR);

  const command = new Command('start.ts', {
    PROJECT: copy.directory,
    DATA_DIR,
    PORT: `${await freePort()}`,
  });
  expect(await command.exit()).toBe(1);
  expect(command.output.trim().split('\n').at(-1)).toBe(
    'The SQL in src/db has changed since src/db/expected.ts was written: run npm run schema, then this again.',
  );
  expect(command.output).not.toContain('    at ');
});
