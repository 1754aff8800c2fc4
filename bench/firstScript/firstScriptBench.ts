/**
 * What the window has to fetch before its first screen stands (the three doors), and before a programme does, against the script that any
 * editor of this kind needs: Lexical, Yjs, y-indexeddb and React, bundled and minified together. Gzipped bytes; run after `npm run build`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const built = 'dist/renderer';

/** The scripts that a page or a chunk cannot run without, itself included. */
function closureOf(script: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(script)) return seen;
  seen.add(script);
  const text = readFileSync(join(built, 'assets', script), 'utf8');
  for (const [, needed] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (needed) closureOf(needed, seen);
  return seen;
}

const gzipped = (scripts: Iterable<string>): number =>
  [...scripts].reduce((sum, script) => sum + gzipSync(readFileSync(join(built, 'assets', script))).length, 0);

async function peer(imports: readonly string[]): Promise<number> {
  const contents = imports.map((name, index) => `export * as part${index} from '${name}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
    write: false,
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + gzipSync(bytes).length, 0);
}

const page = readFileSync(join(built, 'index.html'), 'utf8');
const entry = /src="[^"]*\/([^"/]+\.js)"/.exec(page)?.[1];
if (entry === undefined) throw new Error('Build first: npm run build');
const first = closureOf(entry);
const workspace = /["'`]\.\/(Workspace-[^"'`]+\.js)["'`]/.exec(readFileSync(join(built, 'assets', entry), 'utf8'))?.[1];
if (workspace === undefined) throw new Error('The workspace is no chunk of its own any more');
const whole = closureOf(workspace, new Set(first));
const peers = await peer(['lexical', 'yjs', 'y-indexeddb', 'react', 'react-dom/client']);

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
const shown = (bytes: number): string => `${kilobytes(bytes)} = ${(bytes / peers).toFixed(2)} of the peers`;
console.log(`Lexical + Yjs + y-indexeddb + React   ${kilobytes(peers)} gzip`);
console.log(`first screen (goal 1.25)              ${shown(gzipped(first))}`);
console.log(`with a programme open                 ${shown(gzipped(whole))}`);
