import { defineConfig } from 'vitest/config';

/** A project for each kind of test, by its folder, with only the set-up that it needs. */
const project = (
  name: string,
  options: { globalSetup?: string; isolate?: boolean; pool?: 'threads'; maxWorkers?: number } = {},
) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...options },
});

export default defineConfig({
  // As Node finds it: Vite would take graphql's other build, a second one beside that of the packages around it.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Vitest leaves a core free by itself: of two that is half, and most of the time is spent waiting for other processes.
    maxWorkers: '100%',
    setupFiles: ['src/cli/drizzleModules.ts'],
    // Far beyond what any test takes: to end one that hangs, not to time it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What databases are made of is read, not imported, so Vite does not know that tests depend on it.
    forceRerunTriggers: ['**/src/**/*.{sql,yaml}', '**/package.json', '**/vitest.config.ts'],
    projects: [
      // Pure tests leave nothing behind, so their files share what they import: it costs more than the tests do.
      project('unit', { isolate: false, pool: 'threads', maxWorkers: 1 }),
      project('database', { globalSetup: 'tests/setup/database.ts' }),
      project('worker', { globalSetup: 'tests/setup/worker.ts' }),
      project('commands', { globalSetup: 'tests/setup/commands.ts' }),
      project('pages', { globalSetup: 'tests/setup/worker.ts' }),
    ],
  },
});
