import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCli {
  /** Runs a command to its end. */
  run(...args: readonly string[]): Promise<Run>;
  /** Starts a command that goes on. */
  start(...args: readonly string[]): ChildProcessWithoutNullStreams;
  /** A file in a folder of this suite's own. */
  path(name: string): string;
  /** The built program. */
  readonly entry: string;
  /** Writes one there and yields its path. */
  write(name: string, content: string | Uint8Array | object): string;
  remove(): void;
}

/** Builds the command line as it is now, into a folder of its own so that suites can run beside each other. */
export async function buildForTests(suite: string): Promise<BuiltCli> {
  const outdir = `build/cli-tests/${suite}-${String(process.pid)}`;
  await new Promise<void>((resolve, reject) => {
    const script = `const { buildCli } = await import('./scripts/build-cli.mjs'); await buildCli(${JSON.stringify(outdir)});`;
    execFile(process.execPath, ['--input-type=module', '-e', script], { cwd: root }, (error, _stdout, stderr) => {
      if (error) reject(new Error(stderr));
      else resolve();
    });
  });
  const entry = join(root, outdir, 'programrevisjon.js');
  const folder = mkdtempSync(join(tmpdir(), `programrevisjon-${suite}-`));
  const path = (name: string) => join(folder, name);
  return {
    entry,
    path,
    write(name, content) {
      const isData = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(path(name), isData ? content : JSON.stringify(content));
      return path(name);
    },
    start: (...args) => spawn(process.execPath, [entry, ...args], { cwd: folder }),
    run(...args) {
      return new Promise((resolve) => {
        execFile(
          process.execPath,
          [entry, ...args],
          { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
          (error, stdout, stderr) => {
            const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
            resolve({ code, stdout, stderr });
          },
        );
      });
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
      rmSync(join(root, outdir), { recursive: true, force: true });
    },
  };
}

export const samplePath = join(root, 'resources/sample/arbeidsprogram.txt');
