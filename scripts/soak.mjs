// Bundles the seeded schedules with esbuild and runs as many as one has time for: `npm run soak [schedules] [first seed]`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

mkdirSync('build/soak', { recursive: true });
const outfile = 'build/soak/soak.mjs';
await build({ entryPoints: ['tests/property/draft/soak.ts'], bundle: true, platform: 'node', format: 'esm', outfile });
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
