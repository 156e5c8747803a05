import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import './src/cli/drizzleModules.ts';

// What Node has compiled it keeps for the other processes: a run has dozens of them, and they load the same packages.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/statecraft/compiled');

/** A project for each kind of test, by its folder, with only the set-up that it needs. */
const project = (name: string, globalSetup?: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], globalSetup },
});

export default defineConfig({
  // As Node finds it: Vite would take graphql's other build, a second one beside that of the packages around it.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // More than there are cores: much of the time is spent waiting for other processes, and for timeouts.
    maxWorkers: '150%',
    // Tests leave nothing behind in their process, so their files share what they import, and Postgres compiled.
    isolate: false,
    setupFiles: ['src/cli/drizzleModules.ts'],
    // Far beyond what any test takes: to end one that hangs, not to time it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What databases are made of is read, not imported, so Vite does not know that tests depend on it.
    forceRerunTriggers: ['**/src/**/*.{sql,yaml}', '**/package.json', '**/vitest.config.ts'],
    projects: [
      project('unit'),
      project('database', 'tests/setup/database.ts'),
      project('worker', 'tests/setup/worker.ts'),
      project('commands', 'tests/setup/commands.ts'),
      project('pages', 'tests/setup/worker.ts'),
      // What only the files of public datasets can show: npm run test:datasets.
      project('datasets', 'tests/setup/database.ts'),
    ],
  },
});
