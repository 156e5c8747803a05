import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/prepare.ts',
    // Far beyond what any test takes: to end one that hangs, not to time it.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
