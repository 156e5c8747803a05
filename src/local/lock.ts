import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { UserMistake } from '../mistake.ts';

const held = new Set<string>();

/**
 * Locks the directory for this process, making it if it is missing, and returns the function that unlocks it.
 * The lock is a file `lock` with the process id; one left behind by a process that is gone is taken over.
 * Throws UserMistake when another running process has it, or the directory cannot be written to.
 */
export function lockDirectory(directory: string): () => void {
  makeDirectory(directory);
  const lock = resolve(directory, 'lock');
  const holder = take(lock);
  if (holder !== undefined) {
    if (isAlive(holder, lock)) throw heldBy(holder, directory, lock);
    removeStale(lock, holder, directory);
    const winner = take(lock);
    if (winner !== undefined) throw heldBy(winner, directory, lock);
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}

function makeDirectory(directory: string): void {
  try {
    // A directory that was there, perhaps for other things as well, keeps its mode.
    if (mkdirSync(directory, { recursive: true })) chmodSync(directory, 0o700);
    accessSync(directory, constants.W_OK);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UserMistake(
      `DATA_DIR (${directory}) is not a directory that can be written to (${code}): set it to another.`,
    );
  }
}

function take(lock: string): number | undefined {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    return Number(readFileSync(lock, 'utf8'));
  }
}

// Two processes may find the same stale lock. Renaming is atomic, so if the file moved aside is not the stale
// one, the other process has just put its own there: it gets it back.
function removeStale(lock: string, stale: number, directory: string): void {
  const aside = `${lock}.${process.pid}`;
  renameSync(lock, aside);
  const moved = Number(readFileSync(aside, 'utf8'));
  if (moved !== stale) linkSync(aside, lock);
  rmSync(aside);
  if (moved !== stale) throw heldBy(moved, directory, lock);
}

function isAlive(pid: number, lock: string): boolean {
  // In a container, this process often has the same id as the one before it.
  if (pid === process.pid) return held.has(lock);
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

function heldBy(pid: number, directory: string, lock: string): UserMistake {
  return new UserMistake(
    `The database in ${directory} is in use by process ${pid}: stop it, set DATA_DIR to another directory, or ` +
      `delete ${lock} if that process is not Statecraft.`,
  );
}
