/** `npm run check`: types, lint, boundaries, unused code, format. Runs all of them, then says which did not hold. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build-state.mjs';

const bin = (name, file) => {
  const folder = join(root, 'node_modules', name);
  const { bin: entries } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof entries === 'string' ? entries : entries[file ?? name]);
};

const run = (command, ...args) =>
  spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0' },
  }).status === 0;

const parts = ['shared', 'server', 'cli', 'electron', 'renderer', 'tests'];
/** Fewer modules than this were not looked at for some reason other than that all is well (so it goes with a wrong TypeScript). */
const fewestModules = 200;

/** dependency-cruiser passes where it has understood nothing, so we count. */
function boundaries() {
  const report = join(root, 'build', 'boundaries.json');
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--output-to', report];
  run(bin('dependency-cruiser', 'depcruise'), ...options, ...parts);
  if (!existsSync(report)) return false;
  const { summary, modules } = JSON.parse(readFileSync(report, 'utf8'));
  const followed = modules.filter(
    ({ source, dependencies }) => source.match(/\.tsx?$/) && dependencies.length > 0,
  ).length;
  for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
  console.error(
    `${summary.totalCruised} modules, ${followed} with imports, ${summary.violations.length} against the directions.`,
  );
  if (followed < fewestModules)
    console.error(`Only ${followed} modules were understood; at least ${fewestModules} should be.`);
  return summary.error === 0 && followed >= fewestModules;
}

const checks = {
  types: () => run(bin('typescript', 'tsc'), '-b'),
  lint: () => run(bin('eslint'), '.', '--max-warnings', '0', '--concurrency', '2'),
  boundaries,
  'unused code': () => run(bin('knip'), '--no-progress'),
  format: () => run(bin('prettier'), '--check', '.', '--log-level', 'warn'),
};

/** Yields, for each check, its name, whether it held, and how long it took. */
export function runChecks(names = Object.keys(checks)) {
  return names.map((name) => {
    const startedAt = performance.now();
    const held = checks[name]();
    const seconds = (performance.now() - startedAt) / 1000;
    console.error(`${held ? '✓' : '✗'} ${name} (${seconds.toFixed(0)} s)`);
    return { name, held };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const chosen = process.argv.slice(2);
  const failed = runChecks(chosen.length > 0 ? chosen : undefined).filter(({ held }) => !held);
  if (failed.length > 0) {
    console.error(`Did not hold: ${failed.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 1;
  }
}
