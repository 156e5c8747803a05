import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from '../../../src/local/lock.ts';

let directory: string;
let lock: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'statecraft-lock-'));
  lock = join(directory, 'lock');
});
afterEach(() => rmSync(directory, { recursive: true }));

const inUse = (pid: number) => `The database in ${directory} is in use by process ${pid}:`;

test('a directory is locked once, and free again afterwards', () => {
  const unlock = lockDirectory(directory);
  expect(readFileSync(lock, 'utf8')).toBe(`${process.pid}`);
  expect(() => lockDirectory(directory)).toThrow(inUse(process.pid));
  unlock();
  expect(existsSync(lock)).toBe(false);
  lockDirectory(directory)();
});

test('a lock of another living process holds', () => {
  writeFileSync(lock, `${process.ppid}`);
  expect(() => lockDirectory(directory)).toThrow(inUse(process.ppid));
  expect(readFileSync(lock, 'utf8')).toBe(`${process.ppid}`);
});

test.each([
  ['a process that is gone', () => spawnSync('true').pid],
  ['an earlier process with the id of this one', () => process.pid],
  ['a process that died while it wrote the lock', () => ''],
])('a lock left behind by %s is taken over', (_, leftBehind) => {
  writeFileSync(lock, `${leftBehind()}`);
  const unlock = lockDirectory(directory);
  expect(readFileSync(lock, 'utf8')).toBe(`${process.pid}`);
  unlock();
});

test('a missing directory is made, for nobody else; one that is there keeps its mode', () => {
  const missing = join(directory, 'a/b');
  lockDirectory(missing)();
  expect(statSync(missing).mode & 0o777).toBe(0o700);
  chmodSync(missing, 0o755);
  lockDirectory(missing)();
  expect(statSync(missing).mode & 0o777).toBe(0o755);
});
