/** Tells whether dist/ was built from the sources as they are now. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
export const stampFile = join(root, 'dist', '.built-from');
const sources = [
  ...['cli', 'electron', 'renderer', 'resources', 'server', 'shared'],
  ...[
    'electron.vite.config.ts',
    'vite.browser.config.ts',
    'renderer.plugins.ts',
    'package-lock.json',
    'scripts/build-cli.mjs',
  ],
];

function newestUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}

/** When the youngest source was written, in milliseconds. */
export const newestSource = () => Math.max(...sources.map((source) => newestUnder(join(root, source))));

export const isBuilt = () => existsSync(stampFile) && Number(readFileSync(stampFile, 'utf8')) >= newestSource();
