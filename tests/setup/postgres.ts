import { type ChildProcess, execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** The directory of the newest Postgres server binaries on this machine, or undefined when it has none. */
export const postgresBinaries: string | undefined = [
  ...globSync('/usr/lib/postgresql/*/bin').sort((a, b) => b.localeCompare(a, 'en', { numeric: true })),
  ...(process.env.PATH ?? '').split(delimiter),
].find(directory => existsSync(join(directory, 'initdb')) && existsSync(join(directory, 'postgres')));

/** A Postgres server that keeps everything in one directory. */
export class PostgresServer {
  #binaries: string;
  #directory: string;
  #running: ChildProcess | undefined;
  // Postgres refuses to run as root.
  #user = process.getuid?.() === 0 ? idsOf('postgres') : undefined;

  /** Prepares a server in a new directory, with the binaries in `binaries`; nothing runs yet. */
  constructor(binaries: string, directory: string) {
    this.#binaries = binaries;
    this.#directory = directory;
    mkdirSync(directory);
    if (this.#user) chownSync(directory, this.#user.uid, this.#user.gid);
  }

  /**
   * Starts the server on a free port of 127.0.0.1 and gives the address of its owner: a role that, as Neon's, may make
   * databases and roles but is no superuser.
   */
  async start(): Promise<string> {
    const port = `${await freePort()}`;
    const socket = `-h 127.0.0.1 -p ${port} -k ${this.#directory}`;
    const careless = '-c fsync=off -c full_page_writes=off -c synchronous_commit=off';
    // An autovacuum worker is the superuser's, so while one is at work the owner may not drop its database.
    const quiet = '-c autovacuum=off';
    await this.#run('initdb', ...'-D data -U postgres -A trust -E UTF8 --locale C --no-sync'.split(' '));
    await this.#run(
      'pg_ctl',
      'start',
      '--wait',
      '-D',
      'data',
      '-l',
      'log',
      '-o',
      `${socket} ${careless} ${quiet}`,
    );
    const commands = ['create role owner login createdb createrole', 'create database owner owner owner'];
    const psql = ['-h', this.#directory, '-p', port, '-U', 'postgres'];
    await this.#run('psql', ...psql, ...commands.flatMap(command => ['-c', command]));
    return `postgresql://owner:unneeded@127.0.0.1:${port}/owner`;
  }

  /** Stops the server, or what it takes to start it, before it returns. */
  stop(): void {
    this.#running?.kill('SIGKILL');
    // initdb, too, leaves a postmaster.pid for a while; the log is begun by pg_ctl.
    const started = ['log', 'data/postmaster.pid'].every(file => existsSync(join(this.#directory, file)));
    if (!started) return;
    const stop = ['stop', '-D', 'data', '-m', 'immediate'];
    execFileSync(join(this.#binaries, 'pg_ctl'), stop, {
      ...this.#user,
      cwd: this.#directory,
      stdio: 'ignore',
    });
  }

  async #run(program: string, ...args: string[]): Promise<void> {
    const options = { ...this.#user, cwd: this.#directory };
    const run = promisify(execFile)(join(this.#binaries, program), args, options);
    this.#running = run.child;
    await run;
    this.#running = undefined;
  }
}

/** A port of 127.0.0.1 that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
