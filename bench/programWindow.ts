import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import prepare from '../tests/support/electronRuntime';

/** Ends the bench of that name, with a sentence, where there is no window to measure; else sees that Electron is there. */
export function needWindow(bench: string): void {
  if (process.platform === 'linux' && process.env.DISPLAY === undefined) {
    console.log(`${bench}: no display, so no window to measure. Run it with xvfb-run.`);
    process.exit(0);
  }
  prepare();
}

/** A folder for the bench's files; gone when the bench ends. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'programrevisjon-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An application of a sandboxed window with `page` (HTML) and nothing else; its folder, where the page finds what it asks for. */
export function bareApplication(name: string, page: string): string {
  const folder = join('build', 'bench', name);
  mkdirSync(folder, { recursive: true });
  copyFileSync('bench/bareWindow.mjs', join(folder, 'main.mjs'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, main: 'main.mjs' }));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8">${page}`);
  return folder;
}

/** What Chromium is told in every application that is measured; it keeps its own in the folder `data`. */
export const switchesFor = (data: string): readonly string[] => [
  '--disable-gpu',
  '--log-level=3',
  '--lang=nb',
  `--user-data-dir=${data}`,
];

/** Starts an application (`.` is ours) with what it keeps in `folder`; `args` come after its own. */
export const launchProgram = (
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> =>
  _electron.launch({
    chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses to run as root with it
    args: [...switchesFor(join(folder, 'data')), ...args],
    env: Object.assign({}, process.env, env),
  });
