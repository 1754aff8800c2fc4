import { join } from 'node:path';
import { defineConfig } from 'vite';
import { rendererPlugins } from './renderer.plugins';

const at = (...path: string[]): string => join(import.meta.dirname, ...path);

/** The same window, built for ordinary browsers; the sync server serves it. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: rendererPlugins(),
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: at('dist/browser'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
  },
});
