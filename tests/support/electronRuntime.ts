import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

function runScript(name: string): string {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts', name)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`scripts/${name} failed`);
  return stdout.trim();
}

/** Finds the Electron that all tests drive, once, and sees to it that what they drive is built from the present sources. */
export default function prepare(): void {
  if (process.env.PROGRAMREVISJON_APP === undefined) runScript('build-if-stale.mjs');
  const executable = runScript('electron-runtime.mjs').split('\n').at(-1) ?? '';
  // Playwright starts the `electron` package's own unless told where another is. Given a path it would leave out the loader that holds
  // the first window back until it listens, and then now and then wait for ever for a navigation that is over.
  if (!executable.includes('node_modules')) process.env.ELECTRON_OVERRIDE_DIST_PATH = dirname(executable);
}
