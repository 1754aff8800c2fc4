/** `npm run soak:papers [revisions]`: tracked changes of so many random revisions (1 000) rejected and accepted in LibreOffice, in DOCX and in ODT. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build-state.mjs';

const [revisions = '1000'] = process.argv.slice(2);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const tests = ['run', 'tests/interop/tracked.test.ts', '--maxWorkers=1', '--testTimeout=1200000'];
const { status } = spawnSync(process.execPath, [vitest, ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PAPER_REVISIONS: revisions },
});
process.exit(status ?? 1);
