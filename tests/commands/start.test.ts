import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, inject, test, vi } from 'vitest';
import { openDatabase } from '../../src/local/database.ts';
import { UserMistake } from '../../src/mistake.ts';
import { createServerDatabase } from '../databases.ts';
import { freePort } from '../setup/postgres.ts';
import { Command, stillRunning } from './command.ts';

const directory = mkdtempSync(join(tmpdir(), 'statecraft-start-'));
const DATA_DIR = join(directory, 'data');
const ready = 'Press Ctrl-C to stop.';

const started: Command[] = [];
function start(environment: Record<string, string>, ...args: string[]): Command {
  const command = new Command('start.ts', { DATA_DIR, ...environment }, ...args);
  started.push(command);
  return command;
}
afterEach(() => {
  for (const command of started.splice(0)) command.signal('SIGKILL');
});
afterAll(() => rmSync(directory, { recursive: true }));

async function nameOfNiger(port: number): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ country(by: { slug: \\"niger\\" }) { name } }"}',
  });
  return response.json();
}
const niger = { data: { country: { name: 'Niger' } } };

describe('npm start', () => {
  test('makes the database and serves the API, survives being killed, and ends on Ctrl-C while it starts', async () => {
    const port = await freePort();
    const environment = { PORT: `${port}` };
    mkdirSync(DATA_DIR);
    chmodSync(DATA_DIR, 0o755);
    const whileItMakesTheDatabase = async () => {
      const unfinished = join(DATA_DIR, 'postgres.unfinished');
      await vi.waitUntil(() => existsSync(unfinished), { interval: 20, timeout: 60_000 });
    };
    const whileItLoads = (command: Command) => command.prints('Loading the curated facts');
    for (const moment of [whileItMakesTheDatabase, whileItLoads]) {
      const killed = start(environment);
      await moment(killed);
      killed.signal('SIGKILL');
      await killed.exit();
    }

    const first = start(environment);
    await first.prints(ready);
    expect(first.output).toContain(`http://127.0.0.1:${port}/graphiql`);
    expect(await nameOfNiger(port)).toEqual(niger);
    const made = statSync(join(DATA_DIR, 'postgres/PG_VERSION')).ino;
    // A directory that was there keeps its mode; the new database in it is for nobody else.
    expect([DATA_DIR, join(DATA_DIR, 'postgres')].map(path => statSync(path).mode & 0o777)).toEqual([
      0o755, 0o700,
    ]);

    const other = start({ PORT: `${await freePort()}` });
    expect(await other.exit()).toBe(1);
    expect(other.output).toMatch(/is in use by process \d+: stop it, set DATA_DIR to another directory/);

    const processes = first.processes();
    expect(processes.length).toBeGreaterThan(1);
    first.signal('SIGKILL');
    await first.exit();

    const interrupted = start(environment);
    await interrupted.prints('Opening the database');
    const itsProcesses = interrupted.processes();
    interrupted.signal('SIGINT');
    expect(await interrupted.exit()).toBe(0);
    expect(statSync(join(DATA_DIR, 'postgres/PG_VERSION')).ino).toBe(made);
    expect(stillRunning([...processes, ...itsProcesses])).toEqual([]);
    expect(existsSync(join(DATA_DIR, 'lock'))).toBe(false);

    const database = await openDatabase({ url: undefined, dataDir: DATA_DIR });
    const { rows } = await database.drizzle.execute(sql`select name from entity where slug = 'niger'`);
    expect(rows).toEqual([{ name: 'Niger' }]);
    await database.close();
  });

  test.skipIf(!inject('server'))(
    'serves from the Postgres server at DATABASE_URL, without printing its password',
    async () => {
      const { url, drop } = await createServerDatabase('blank');
      const port = await freePort();
      const command = start({ PORT: `${port}`, DATABASE_URL: url });
      await command.prints(ready);
      expect(await nameOfNiger(port)).toEqual(niger);
      const processes = command.processes();
      command.signal('SIGTERM');
      expect(await command.exit()).toBe(0);
      expect(stillRunning(processes)).toEqual([]);
      expect(command.output).not.toContain(new URL(url).password);
      await drop();
    },
  );
});

describe('npm start says in one sentence what is wrong with', () => {
  async function expectComplaint(
    environment: Record<string, string>,
    complaint: RegExp | string,
    ...args: string[]
  ) {
    const command = start(environment, ...args);
    expect(await command.exit()).toBe(1);
    const lines = command.output.trim().split('\n');
    expect(lines.at(-1)).toMatch(complaint);
    expect(command.output).not.toMatch(/\n {4}at |secret/);
  }

  test.each(['0', '65536', '80.5', '-1', 'http', '8787 '])('PORT=%s', async PORT => {
    await expectComplaint({ PORT }, 'PORT must be a whole number from 1 to 65535.');
  });

  test('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    await expectComplaint(
      { PORT: `${port}` },
      `Port ${port} is taken: choose another, for example PORT=${port + 1} npm start.`,
    );
    server.close();
  });

  test.each(['mysql://u:secret@localhost/x', 'localhost:5432', 'postgres'])(
    'DATABASE_URL=%s',
    async DATABASE_URL => {
      await expectComplaint(
        { DATABASE_URL, PORT: `${await freePort()}` },
        'DATABASE_URL must be a Postgres address such as',
      );
    },
  );

  test('a server that does not answer', async () => {
    const port = await freePort();
    const DATABASE_URL = `postgresql://u:secret@127.0.0.1:${port}/x`;
    const complaint = `No Postgres answers at 127.0.0.1:${port} (ECONNREFUSED): start it, or correct DATABASE_URL.`;
    await expectComplaint({ DATABASE_URL, PORT: `${await freePort()}` }, complaint);
  });

  test('an argument', async () => {
    await expectComplaint(
      {},
      'This command cannot be run with --port 1: it takes --watch, --help.',
      '--port',
      '1',
    );
  });
});

// A command says it as it says the others.
describe('a place for the database is refused in one sentence:', () => {
  test('a DATA_DIR that is a file', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    await expect(openDatabase({ url: undefined, dataDir: file })).rejects.toThrow(
      new UserMistake(
        `DATA_DIR (${file}) is not a directory that can be written to (EEXIST): set it to another.`,
      ),
    );
  });

  test.skipIf(!inject('server'))('a database that is not there', async () => {
    const url = new URL('/nowhere', inject('server')?.url);
    await expect(openDatabase({ url: url.href, dataDir: '' })).rejects.toThrow(
      new UserMistake(`Postgres at ${url.host} has no database nowhere: create it, or correct DATABASE_URL.`),
    );
  });
});

test('npm start --help tells every setting', async () => {
  const command = start({}, '--help');
  expect(await command.exit()).toBe(0);
  for (const setting of ['PORT', 'DATA_DIR', 'DATABASE_URL']) expect(command.output).toContain(setting);
});
