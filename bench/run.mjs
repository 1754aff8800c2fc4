// Bundles a bench with esbuild and runs it: `node bench/run.mjs compare [seed]`, from the root of the repository.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

const [name, ...rest] = process.argv.slice(2);
const entry = name && readdirSync(`bench/${name}`).find((file) => file.endsWith('Bench.ts'));
if (!entry) {
  console.error('usage: node bench/run.mjs <bench> [seed], where bench/<bench>/ holds a file …Bench.ts');
  process.exit(2);
}
const bundle = `build/bench/${name}.mjs`;
mkdirSync('build/bench', { recursive: true });
await build({
  entryPoints: [`bench/${name}/${entry}`],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
});
process.exit(spawnSync(process.execPath, [bundle, ...rest], { stdio: 'inherit' }).status ?? 1);
