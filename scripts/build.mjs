/** Builds everything: the desktop program, the browser client and the command line, each into its folder under dist/. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestSource, root, stampFile } from './build-state.mjs';

const steps = [
  ['desktop program', 'node_modules/electron-vite/bin/electron-vite.js', 'build'],
  [
    'browser client',
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'vite.browser.config.ts',
    '--logLevel',
    'warn',
  ],
  ['command line', 'scripts/build-cli.mjs'],
];

/** Yields the names of the steps that failed. */
export function buildAll() {
  const sourcesAt = newestSource();
  const failed = [];
  for (const [name, ...command] of steps) {
    const startedAt = performance.now();
    const { status } = spawnSync(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    });
    if (status === 0) console.error(`Built the ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
    else failed.push(name);
  }
  // The browser client offers the sample too; its server gives it nothing but files of its own.
  const sample = join(root, 'resources', 'sample');
  if (existsSync(sample)) cpSync(sample, join(root, 'dist', 'browser', 'sample'), { recursive: true });
  if (failed.length === 0) {
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stampFile, String(sourcesAt));
  }
  return failed;
}

if (process.argv[1] === import.meta.filename) {
  const failed = buildAll();
  if (failed.length > 0) {
    console.error(`Could not build: ${failed.join(', ')}.`);
    process.exitCode = 1;
  }
}
