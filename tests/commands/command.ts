import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/** A command of src/cli as its user meets it: what it prints, and how it ends. */
export class Command {
  output = '';
  #process: ChildProcess;
  #ended: Promise<unknown[]>;

  /** Runs the script with these environment variables and arguments; in another copy of the project where PROJECT names one. */
  constructor(
    script: string,
    { PROJECT = project, ...environment }: Record<string, string>,
    ...args: string[]
  ) {
    // A copy lies elsewhere each time, so nobody would use again what Node keeps of it.
    const unkept = PROJECT === project ? {} : { NODE_COMPILE_CACHE: '' };
    this.#process = spawn(process.execPath, [join('src/cli', script), ...args], {
      cwd: PROJECT,
      // A process group of its own, as a terminal gives it.
      detached: true,
      env: { ...process.env, PORT: '', DATA_DIR: '', DATABASE_URL: '', ...unkept, ...environment },
    });
    this.#ended = once(this.#process, 'close');
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', text => {
        this.output += text;
      });
    }
  }

  /** Waits until it has printed the text; throws if it ends before. */
  async prints(text: string): Promise<void> {
    const ended = this.#ended.then(() => 'ended');
    while (!this.output.includes(text)) {
      const next = await Promise.race([once(this.#process.stdout as NodeJS.EventEmitter, 'data'), ended]);
      if (next === 'ended' && !this.output.includes(text))
        throw new Error(`It ended without printing "${text}":\n${this.output}`);
    }
  }

  /** Its exit code, once it has ended. */
  async exit(): Promise<number | null> {
    return (await this.#ended)[0] as number | null;
  }

  /** Sends the signal to every process of the command, as Ctrl-C (SIGINT) does. */
  signal(name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) process.kill(-(this.#process.pid as number), name);
  }

  /** The ids of its process and of all that it has started, which are still running. */
  processes(): number[] {
    const listing = execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' });
    const running = listing
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/))
      .filter(([, , state]) => !state?.startsWith('Z'))
      .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
    const found = [this.#process.pid as number];
    // The list grows while it is walked, by the children of each process on it.
    for (const pid of found)
      found.push(...running.filter(({ parent }) => parent === pid).map(child => child.pid));
    return found.filter(pid => running.some(process => process.pid === pid));
  }
}

/** Which of the processes are still running. */
export function stillRunning(pids: number[]): number[] {
  const listing = execFileSync('ps', ['-eo', 'pid=,stat='], { encoding: 'utf8' });
  return pids.filter(pid => new RegExp(`^\\s*${pid} [^Z]`, 'm').test(listing));
}
