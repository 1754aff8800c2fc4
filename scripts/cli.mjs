// `npm run -s cli -- …`: runs the built command line, and builds it first where it is missing or older than its sources.
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/programrevisjon.js', import.meta.url);

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Some 300 files: about 10 ms. A folder's own time tells of files that were taken away. */
const newestUnder = (folder) =>
  readdirSync(folder, { recursive: true }).reduce(
    (newest, name) => Math.max(newest, changedAt(`${folder}/${name}`)),
    changedAt(folder),
  );

const sources = ['../cli', '../shared', '../server', './build-cli.mjs'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);
const newestSource = () =>
  Math.max(...sources.map((source) => (source.endsWith('.mjs') ? changedAt(source) : newestUnder(source))));

if (changedAt(fileURLToPath(built)) < newestSource()) {
  const { buildCli } = await import('./build-cli.mjs');
  await buildCli();
}
await import(built.href);
