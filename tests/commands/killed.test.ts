import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { describe, expect, inject, test, vi } from 'vitest';
import { loadCurated } from '../../src/curated/load.ts';
import type { Owner } from '../../src/db/owner.ts';
import { datasetSources } from '../../src/importers/datasets/index.ts';
import { createServerDatabase } from '../databases.ts';
import { temporaryDirectory, temporaryFile } from '../files.ts';
import { sizes } from '../importLines.ts';
import { Command } from './command.ts';

const rows = 60_000;
const batch = 20_000;

/** Events of two hundred bodies over half a year, each differing from the others. */
const stream = () => {
  const lines = Array.from({ length: rows }, (_, index) => {
    const day = new Date(Date.UTC(2014, 0, 1 + Math.floor(index / 200))).toISOString().slice(0, 10);
    return `${day}\tBody ${index % 200}\tConsult\tMali`;
  });
  return temporaryFile('events.tsv', `date\tsource\tevent\ttarget\n${lines.join('\n')}\n`);
};

// The embedded Postgres admits nobody else while an import has it open, so that nobody could see how far it is.
describe.skipIf(!inject('server'))('on a Postgres server', () => {
  test('an import that is killed has lost nothing that it wrote, and goes on from there', async () => {
    const { url, drop } = await createServerDatabase('migrated');
    const client = new pg.Client(url);
    await client.connect();
    try {
      const owner = drizzle({ client }) as unknown as Owner;
      await loadCurated(owner, { cited: datasetSources });
      const before = await sizes(owner);
      const file = stream();
      const settings = { DATABASE_URL: url, INIT_CWD: temporaryDirectory() };

      const killed = new Command('import.ts', settings, 'icews', file);
      const written = async () => ((await sizes(owner)).events ?? 0) - (before.events ?? 0);
      // Counting without a pause would take half of the machine.
      const seen = await vi.waitUntil(written, { interval: 20, timeout: 120_000 });
      killed.signal('SIGKILL');
      await killed.exit();
      // What was under way when it was killed is rolled back as soon as the server has noticed.
      await client.query(`select pg_terminate_backend(pid, 60000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);

      const events = await written();
      expect(events).toBeGreaterThanOrEqual(seen);
      expect(events).toBeLessThan(rows);
      expect(events % batch).toBe(0);
      const after = await sizes(owner);
      expect((after.relationships ?? 0) - (before.relationships ?? 0)).toBe(2 * events);
      expect((after.ends ?? 0) - (before.ends ?? 0)).toBe(4 * events);
      expect((after.evidence ?? 0) - (before.evidence ?? 0)).toBe(events);

      const again = new Command('import.ts', settings, 'icews', file);
      expect(await again.exit()).toBe(0);
      const count = (number: number) => number.toLocaleString('en');
      expect(again.output).toContain(`${count(rows - events)} facts new, ${count(events)} unchanged`);
      expect(await written()).toBe(rows);
    } finally {
      await client.end();
      await drop();
    }
  });
});
