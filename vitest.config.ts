import { defineConfig } from 'vitest/config';

/** Tests that start other programs (servers, LibreOffice) live in projects of their own, so that the fast ones stay fast. */
const project = (name: string, folders: readonly string[], testTimeout: number, isolate = true) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `tests/${folder}/**/*.test.ts`), testTimeout, isolate },
});

export default defineConfig({
  test: {
    // By default one core is left idle: on the two that CI has, that is half of the time.
    maxWorkers: '100%',
    projects: [
      // What these test keeps nothing between calls: the modules are read once a worker, which takes a third off the whole.
      project('fast', ['unit', 'property', 'contract', 'golden'], 30_000, false),
      project('integration', ['integration'], 60_000),
      project('interop', ['interop'], 120_000),
    ],
  },
});
