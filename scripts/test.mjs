/**
 * `npm test`: sees to the system's packages, checks, builds, and runs every test, the last ones in the real program.
 * Ends with one line that sums all runners: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll } from './build.mjs';
import { root } from './build-state.mjs';
import { runChecks } from './check.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { endToEndFailures, unitFailures } from './failures.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const results = join(root, 'test-results');
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed and why, said once more at the end: all that is seen of a long log may be its tail. */
const failures = [];
const add = (name, { passed, failed, skipped = 0 }) => {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  console.error(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
};

const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);
/** A runner that failed without a failed test (it crashed, or found none) counts as one failure. */
const atLeastOne = (failed, succeeded) => (succeeded ? failed : Math.max(failed, 1));

function unitTests() {
  const report = join(results, 'vitest.json');
  const succeeded = run(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { NO_COLOR: '1' },
  );
  const told = readJson(report) ?? {};
  failures.push(...unitFailures(told));
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = told;
  return { passed: numPassedTests, failed: atLeastOne(numFailedTests, succeeded), skipped: numPendingTests };
}

async function endToEndTests() {
  const electron = await resolveElectron();
  console.error(electron.says);
  const report = join(results, 'e2e.json');
  rmSync(report, { force: true });
  const playwright = [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test'];
  const override = electron.executablePath.includes('node_modules')
    ? {}
    : { ELECTRON_OVERRIDE_DIST_PATH: dirname(electron.executablePath) };
  const succeeded = run(process.execPath, playwright, override);
  const told = readJson(report) ?? {};
  failures.push(...endToEndFailures(told));
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = told.stats ?? {};
  return { passed: expected, failed: atLeastOne(unexpected + flaky, succeeded), skipped };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

if (!ensureSystemPackages()) console.error('Going on without them; the tests that need them will fail.');

const held = runChecks();
add('Checks', {
  passed: held.filter((check) => check.held).length,
  failed: held.filter((check) => !check.held).length,
});

const notBuilt = buildAll();
add('Builds', { passed: 3 - notBuilt.length, failed: notBuilt.length });

add('Unit, property, integration and interop tests', unitTests());
if (notBuilt.length === 0) add('End-to-end tests', await endToEndTests());

if (failures.length > 0) console.log(`\n${failures.join('\n\n')}\n`);
if (totals.skipped > 0)
  console.log(`${totals.skipped} skipped: they need material that is not here, and say so in their titles`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
