import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

/** Draws the pictures of the README and the guide anew, in the program as it is: `npm run pictures`, under a display. No test runs by it. */
export default defineConfig({
  testDir: import.meta.dirname,
  globalSetup: join(import.meta.dirname, '..', 'support', 'electronRuntime.ts'),
  outputDir: join(import.meta.dirname, '..', '..', 'test-results'),
  timeout: 300_000,
  workers: 1,
  reporter: 'line',
});
