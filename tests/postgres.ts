import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** The directory of the newest Postgres server binaries on this machine, or undefined when it has none. */
export const postgresBinaries: string | undefined = [
  ...globSync('/usr/lib/postgresql/*/bin').sort((a, b) => b.localeCompare(a, 'en', { numeric: true })),
  ...(process.env.PATH ?? '').split(delimiter),
].find(directory => existsSync(join(directory, 'initdb')) && existsSync(join(directory, 'postgres')));

/**
 * Starts a Postgres server of its own, in a temporary directory and on a free port of 127.0.0.1, and gives the
 * address of its owner: a role that, as Neon's, may make databases and roles but is no superuser.
 */
export async function startPostgres(binaries: string): Promise<{ url: string; stop(): void }> {
  const directory = mkdtempSync(join(tmpdir(), 'statecraft-postgres-'));
  const data = join(directory, 'data');
  // Postgres refuses to run as root.
  const user = process.getuid?.() === 0 ? idsOf('postgres') : undefined;
  if (user) chownSync(directory, user.uid, user.gid);
  // pg_ctl's server outlives it and would hold a pipe open, so nobody listens to what they print.
  const run = (program: string, ...args: string[]) =>
    promisify(execFile)(join(binaries, program), args, { ...user, cwd: directory });

  await run(
    'initdb',
    '--pgdata',
    data,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
    '--no-sync',
  );
  const port = await freePort();
  const settings = `-h 127.0.0.1 -p ${port} -k ${directory} -c fsync=off -c full_page_writes=off -c synchronous_commit=off`;
  await run(
    'pg_ctl',
    'start',
    '--wait',
    '--silent',
    '--pgdata',
    data,
    '--log',
    join(directory, 'log'),
    '--options',
    settings,
  );
  await run(
    'psql',
    '-h',
    directory,
    '-p',
    `${port}`,
    '-U',
    'postgres',
    '-c',
    'create role owner login createdb createrole',
    '-c',
    'create database owner owner owner',
  );
  return {
    url: `postgresql://owner:unneeded@127.0.0.1:${port}/owner`,
    stop: () => {
      execFileSync(join(binaries, 'pg_ctl'), ['stop', '--pgdata', data, '--mode', 'immediate', '--silent'], {
        ...user,
        cwd: directory,
      });
      rmSync(directory, { recursive: true });
    },
  };
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
