import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFailures, type ImportFailureCode } from '#shared/import/failures';
import { hostileFiles } from '../../support/hostileFiles';
import { buildForTests, type BuiltCli } from './builtCli';

const SECONDS = 2;
const MEBIBYTES = 512;

/** Tells at the end what the process has cost, on a third channel. */
const measuring = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();writeSync(2,'\\nCOST '+(u.userCPUTime+u.systemCPUTime)/1e6+' '+u.maxRSS/1024+'\\n')})`;

describe('Hostile and broken files through the command line', () => {
  let cli: BuiltCli;
  beforeAll(async () => {
    cli = await buildForTests('hostile-import');
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  for (const { name, bytes, code } of hostileFiles())
    it(`IZ7 «${name}»: one Norwegian sentence, exit 3, within ${String(SECONDS)} s of work and ${String(MEBIBYTES)} MB, nothing written and nothing fetched`, async () => {
      cli.write(name, bytes);
      const before = readdirSync(cli.path('.')).sort();
      const trace = `${cli.path('.')}-trace`;
      const { status, stdout, stderr } = await traced(trace, cli, ['import', name, '--json']);
      const said = stderr.replace(/\nCOST .*\n$/s, '\n').trim();
      expect(said).toMatch(sentenceOf(code, name));
      expect(status).toBe(3);
      expect(stdout).toBe('');
      const [seconds = Infinity, mebibytes = Infinity] = (/COST (\S+) (\S+)/.exec(stderr) ?? []).slice(1).map(Number);
      expect(seconds).toBeLessThan(SECONDS);
      expect(mebibytes).toBeLessThan(MEBIBYTES);
      expect(readdirSync(cli.path('.')).sort()).toEqual(before);
      expect(reachedOut(readFileSync(trace, 'utf8'))).toEqual([]);
      execFileSync('rm', [trace]);
    }, 60_000);
});

/** The whole of what is said: the Norwegian sentence of that failure. */
function sentenceOf(code: ImportFailureCode, name: string): RegExp {
  const literal = importFailures[code].nb.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace('{name}', name.replace('.', '\\.')).replace('{format}', '.+')}$`);
}

interface Traced {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command under strace, which writes down every call that could reach the network or change a file. */
const traced = (trace: string, cli: BuiltCli, args: readonly string[]): Promise<Traced> =>
  new Promise((resolve) => {
    const calls =
      'connect,bind,sendto,open,openat,creat,mkdir,mkdirat,rename,renameat2,unlink,unlinkat,symlink,symlinkat';
    execFile(
      'strace',
      ['-f', '-qq', '-e', `trace=${calls}`, '-o', trace, process.execPath, `--import=${measuring}`, cli.entry, ...args],
      { cwd: cli.path('.'), maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
      },
    );
  });

/** Calls that opened a file for writing, changed a folder, or went to the network. */
const reachedOut = (trace: string): readonly string[] =>
  trace
    .split('\n')
    .filter(
      (line) =>
        /\b(?:connect|bind|sendto|creat|mkdir|mkdirat|rename\w*|unlink\w*|symlink\w*)\(/.test(line) ||
        /O_(?:WRONLY|RDWR|CREAT)/.test(line),
    )
    .filter((line) => !/"\/(?:dev\/(?:null|tty)|proc\/)/.test(line));
