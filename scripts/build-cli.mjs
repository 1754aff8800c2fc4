// Builds the command line: one small entry, and a chunk for each command that is loaded when it is asked for.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** These bring a binary of their own and must be found where npm put them. */
const external = ['@myriaddreamin/typst-ts-node-compiler', 'node-sqlite3-wasm'];

export async function buildCli(outdir = 'dist/cli') {
  await rm(`${root}${outdir}`, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: { programrevisjon: 'cli/main.ts' },
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    external,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    banner: {
      // CommonJS libraries inside the bundle ask for Node's own modules by `require`.
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli();
