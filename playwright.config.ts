import { defineConfig } from '@playwright/test';

/** The real program, driven from outside; on Linux each worker has a display of its own (`ownDisplay`). */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/electronRuntime.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // Two cores: more windows at once than that only wait for each other.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: [[process.stdout.isTTY ? 'line' : 'dot'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
