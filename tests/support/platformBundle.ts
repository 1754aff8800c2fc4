import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Script that puts the rules, and the browser's platform, on a page as `contract`. */
export async function platformBundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { platformRules } from './tests/support/platformRules';
        export { createBrowserPlatform } from './renderer/platform/browser';
      `,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'contract',
    target: 'chrome130',
    // A plain `var` would be local to where Playwright evaluates the script.
    footer: { js: 'globalThis.contract = contract;' },
  });
  return outputFiles.map(({ text }) => text).join('\n');
}
