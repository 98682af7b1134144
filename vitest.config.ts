import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgres.ts', 'test/trained.ts'],
    // Most tests wait for sockets, processes and browsers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What is waited for comes at once on an idle machine, and later on a busy one.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
