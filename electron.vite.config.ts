import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import { fetchedWithThePage, rendererPlugins } from './renderer.plugins';

const at = (...path: string[]): string => join(import.meta.dirname, ...path);

/** Each entry is a process of its own: the main process, the typesetter, the dictionary and the sync server. */
const mainEntries = {
  main: at('electron/main/main.ts'),
  spellingHost: at('electron/main/spelling/spellingHost.ts'),
  typesetHost: at('electron/main/typesetting/typesetHost.ts'),
  syncHost: at('electron/main/sharing/syncHost.ts'),
};

// The targets are those of Electron 33, the oldest that the code must run on; electron-vite does not know the newest.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'dist/electron/main',
      minify: true,
      rolldownOptions: { input: mainEntries, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'dist/electron/preload',
      minify: true,
      externalizeDeps: false, // a sandboxed preload can load nothing: it must be one file
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [...rendererPlugins(), fetchedWithThePage(['openings', 'Workspace'])],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: at('dist/renderer'),
      minify: true,
      assetsInlineLimit: 0, // the policy allows no data: scripts, and fonts come from our own origin
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
