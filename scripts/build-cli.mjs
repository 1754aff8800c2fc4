// Builds the command line: one small entry, and a chunk for each command that is loaded when it is asked for.
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** These bring a binary of their own and must be found where npm put them. */
const external = ['@myriaddreamin/typst-ts-node-compiler', 'node-sqlite3-wasm'];

/** Puts a whole build in the place of the former one, so that nobody ever starts half of one. */
async function replaceFolder(fresh, target) {
  const former = `${fresh}-former`;
  await rename(target, former).catch(() => undefined);
  await rename(fresh, target);
  await rm(former, { recursive: true, force: true });
}

export async function buildCli(folder = 'dist/cli') {
  const target = join(root, folder);
  const fresh = `${target}-${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { programrevisjon: 'cli/main.ts' },
    outdir: fresh,
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
  await replaceFolder(fresh, target);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli();
