// Bundles the seeded schedules with esbuild and runs them: `npm run soak [schedules] [first seed] [workers]`. The bundle needs nothing beside it.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

mkdirSync('build/soak', { recursive: true });
const outfile = resolve('build/soak/soak.mjs');
await build({ entryPoints: ['tests/property/draft/soak.ts'], bundle: true, platform: 'node', format: 'esm', outfile });
await import(pathToFileURL(outfile).href);
