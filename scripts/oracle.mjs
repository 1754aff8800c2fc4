// Runs the amendments against the naive oracle: `npm run oracle -- [sets] [seed]`, 10 000 sets by default. What `npm test` runs is smaller.
import { spawnSync } from 'node:child_process';

const [sets = '10000', seed = '20270528'] = process.argv.slice(2);
const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/property/amendment/oracle.test.ts', '--maxWorkers=1'],
  { stdio: 'inherit', env: { ...process.env, AMENDMENT_SETS: sets, AMENDMENT_SEED: seed } },
);
process.exitCode = run.status ?? 1;
