import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProjectCopy } from './projectCopy.ts';

// Watch mode itself, on a copy of the project: a run of its own, since this one has its databases already.
const copy = new ProjectCopy();
let vitest: ChildProcess;
let output = '';

async function finishes(): Promise<string> {
  while (!/(Waiting|Watching) for file changes/.test(output))
    await once(vitest.stdout as NodeJS.EventEmitter, 'data');
  const finished = output;
  output = '';
  return finished;
}

beforeAll(() => {
  const test = 'tests/database/db/adjacency.test.ts';
  vitest = spawn(
    process.execPath,
    [join(copy.directory, 'node_modules/vitest/vitest.mjs'), '--watch', '--project', 'database', test],
    { cwd: copy.directory, env: { ...process.env, CI: '', NO_COLOR: '1', FORCE_COLOR: '' }, detached: true },
  );
  for (const stream of [vitest.stdout, vitest.stderr])
    stream?.on('data', text => {
      output += text;
    });
});
afterAll(async () => {
  // To vitest alone, as a signal that it handles: it has a Postgres server to stop.
  vitest.kill('SIGINT');
  await once(vitest, 'close');
  copy.remove();
});

test('watch mode turns red over broken SQL, and green when it is mended', async () => {
  expect(await finishes()).toMatch(/Test Files +1 passed/);
  copy.edit('src/db/functions/adjacency.sql', 'LANGUAGE plpgsql', 'LANGUAGE plpgsqk');
  expect(await finishes()).toMatch(/Test Files +1 failed/);
  copy.edit('src/db/functions/adjacency.sql', 'LANGUAGE plpgsqk', 'LANGUAGE plpgsql');
  expect(await finishes()).toMatch(/Test Files +1 passed/);
});
