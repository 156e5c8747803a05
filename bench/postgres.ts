import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { UserMistake } from '../src/mistake.ts';
import { freePort, postgresBinaries } from '../tests/setup/postgres.ts';

/** A running Postgres server that keeps its databases in `directory`. */
export interface Server {
  directory: string;
  version: string;
  /** The address of a database, as the superuser: a load has to turn off the triggers. */
  url(database: string): string;
  /** An open connection to a database; the caller ends it. */
  connect(database: string): Promise<pg.Client>;
  stop(): void;
}

/**
 * Starts the Postgres server of `directory` on a free port of 127.0.0.1, and makes it first if there is none.
 * Its memory is set as for a server that has the machine to itself (a quarter for shared_buffers, as the manual
 * advises); nothing is synced to disk. All other settings are Postgres's own.
 * Throws UserMistake when the machine has no Postgres, or another run has this server open.
 */
export async function startPostgres(directory: string): Promise<Server> {
  if (!postgresBinaries)
    throw new UserMistake(
      'This machine has no Postgres server: install the package postgresql, so that initdb is found.',
    );
  const binaries = postgresBinaries;
  // Postgres refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined;
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(binaries, program), args, {
      ...user,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    });

  mkdirSync(directory, { recursive: true });
  if (user) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'postgres');
  if (existsSync(join(data, 'postmaster.pid')))
    throw new UserMistake(
      `Another run has the Postgres of ${data} open: wait for it or, if it was killed, end its server with pg_ctl stop -D ${data}.`,
    );
  if (!existsSync(data))
    run('initdb', ...'-U postgres -A trust -E UTF8 --locale C --no-sync -D'.split(' '), data);

  const [version = ''] =
    /[\d.]+/.exec(execFileSync(join(binaries, 'postgres'), ['--version'], { encoding: 'utf8' })) ?? [];
  const port = await freePort();
  // Nothing is awaited from here on: a signal in between would leave a server that nobody can stop.
  const memory = Math.floor(totalmem() / 4 / 2 ** 20);
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    "unix_socket_directories=''",
    ...['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=16GB'],
    // Each database is vacuumed when it is made, and never changes.
    'autovacuum=off',
    `shared_buffers=${memory}MB`,
    `effective_cache_size=${3 * memory}MB`,
    'maintenance_work_mem=1GB',
  ];
  const options = settings.map(setting => `-c ${setting}`).join(' ');
  run('pg_ctl', 'start', '--wait', '-D', data, '-l', join(directory, 'postgres.log'), '-o', options);

  const url = (database: string) => `postgresql://postgres:unneeded@127.0.0.1:${port}/${database}`;
  const connect = async (database: string) => {
    const client = new pg.Client(url(database));
    // When a comparison fails, the server stops while connections are open. Only the failure is worth reporting.
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  return {
    directory,
    version,
    url,
    connect,
    stop: () => run('pg_ctl', 'stop', '--wait', '-D', data, '-m', 'fast'),
  };
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}
