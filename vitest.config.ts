import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As Node finds it: Vite would take graphql's other build, a second one beside that of the packages around it.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/prepare.ts',
    // Far beyond what any test takes: to end one that hangs, not to time it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
