// Bundles benches with esbuild and runs them from the root of the repository: `node bench/run.mjs` runs all, `node bench/run.mjs compare [seed]` one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

const benches = new Map(
  readdirSync('bench', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const file = readdirSync(`bench/${name}`).find((candidate) => candidate.endsWith('Bench.ts'));
      return file === undefined ? [] : [[name, `bench/${name}/${file}`]];
    }),
);

const [chosen, ...rest] = process.argv.slice(2);
if (chosen !== undefined && !benches.has(chosen)) {
  console.error(`There is no bench «${chosen}»; there are: ${[...benches.keys()].join(', ')}.`);
  process.exit(2);
}

mkdirSync('build/bench', { recursive: true });
for (const [name, entry] of benches) {
  if (chosen !== undefined && name !== chosen) continue;
  const bundle = `build/bench/${name}.mjs`;
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    logLevel: 'warning',
    // CommonJS peers inside the bundle ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    // Bring binaries of their own.
    external: ['@myriaddreamin/typst-ts-node-compiler', '@playwright/test', 'esbuild'],
  });
  process.exitCode ||= spawnSync(process.execPath, [bundle, ...rest], { stdio: 'inherit' }).status ?? 1;
}
