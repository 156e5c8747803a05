import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../setup/postgres.ts';
import { unpackTemplate } from '../template.ts';
import { Command, stillRunning } from './command.ts';
import { ProjectCopy } from './projectCopy.ts';

const copy = new ProjectCopy();
let command: Command;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/graphql`;
  const DATA_DIR = join(copy.directory, '.data');
  unpackTemplate('loaded', DATA_DIR);
  // A page without GraphiQL is built as every page is, in a tenth of the time.
  writeFileSync(join(copy.directory, 'src/explorer/graphiql/page.tsx'), 'document.title += "!";');
  const environment = { PROJECT: copy.directory, PORT: `${port}`, DATA_DIR, DEBUG: 'sql' };
  command = new Command('start.ts', environment, '--watch');
  await command.prints('Press Ctrl-C to stop.');
});
afterAll(async () => {
  command.signal('SIGKILL');
  await command.exit();
  copy.remove();
});

async function ask(query: string): Promise<{ data: unknown; requestId: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: unknown };
  return { data, requestId: response.headers.get('X-Request-Id') as string };
}

/** Edits a file, and waits until the command says that it has followed. */
async function edit(file: string, before: string, after: string, said: string): Promise<void> {
  command.output = '';
  copy.edit(file, before, after);
  await command.prints(said);
}

test('DEBUG=sql shows the statements, milliseconds and trips of a request', async () => {
  const { requestId } = await ask('{ paths(from: { slug: "mali" }, to: { slug: "russia" }) { truncated } }');
  await command.prints(`request ${requestId.slice(0, 8)}: trip 2`);
  const id = requestId.slice(0, 8);
  expect(command.output).toMatch(
    new RegExp(
      `request ${id}: trip 1, 1 statement, [\\d.]+ ms \\([\\d.]+ ms so far\\)\\n  select .*find_paths`,
    ),
  );
  expect(command.output).toMatch(new RegExp(`request ${id}: trip 2, 3 statements, `));
});

test('an edited resolver answers', async () => {
  await edit('src/schema/dataset.ts', "'ODbL-1.0'", "'edited'", 'The Worker runs the edited code.');
  expect((await ask('{ dataset { licence } }')).data).toEqual({ dataset: { licence: 'edited' } });
});

test('a mistake in a SQL function is told in a line, with its file; mended, the function is the one that is called', async () => {
  const file = 'src/db/functions/search.sql';
  copy.edit(file, 'THEN 1\n', 'THEN 2\n');
  await edit(file, 'similarity(', 'similarityy(', 'does not exist');
  expect(command.output).toMatch(
    /^src\/db\/functions\/search\.sql failed: function similarityy\(.*\) does not exist\.\n/m,
  );
  await edit(file, 'similarityy(', 'similarity(', 'The database has the edited functions.');
  const { data } = await ask('{ search(text: "niger") { edges { score } } }');
  expect(JSON.stringify(data)).toContain('{"score":2}');
});

test('an edited fact is on record, and a mistake in one is told', async () => {
  const file = 'src/curated/facts/niger-2023/actors.yaml';
  await edit(file, 'slug: wagner-group', 'slog: wagner-group', '"slog" is not known here');
  copy.edit(file, 'name: Wagner Group', 'name: Group Wagner');
  await edit(file, 'slog: wagner-group', 'slug: wagner-group', 'The curated facts are loaded');
  expect((await ask('{ entity(by: { slug: "wagner-group" }) { name } }')).data).toEqual({
    entity: { name: 'Group Wagner' },
  });
});

test('an edited page is built', async () => {
  await edit('src/explorer/graphiql/index.html', '<title>', '<title>Edited ', 'The pages are built.');
  // The Worker takes the new page up a moment later.
  const page = async () => (await fetch(new URL('/graphiql', url))).text();
  await expect.poll(page, { timeout: 60_000 }).toContain('<title>Edited ');
});

test('a file that an editor replaces is followed every time', async () => {
  const health = async () => (await fetch(new URL('/health', url))).json();
  for (const [before, after] of [
    ['ok', 'once'],
    ['once', 'twice'],
  ]) {
    command.output = '';
    copy.replace(
      'src/http/health.ts',
      `health = () => Response.json({ status: '${before}'`,
      `health = () => Response.json({ status: '${after}'`,
    );
    await command.prints('The Worker runs the edited code.');
    expect(await health()).toEqual({ status: after });
  }
});

test('Ctrl-C ends it, with all that it has started', async () => {
  const processes = command.processes();
  expect(processes.length).toBeGreaterThan(1);
  command.signal('SIGINT');
  expect(await command.exit()).toBe(0);
  expect(stillRunning(processes)).toEqual([]);
});
