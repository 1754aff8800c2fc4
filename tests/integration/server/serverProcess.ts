import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Compiles the server for a process of its own, as the product's build does, into `file`. */
export function buildServer(file: string): void {
  buildSync({
    stdin: {
      contents: `
        import { createSyncServer } from '#server/index';
        const started = await createSyncServer({ dataFolder: process.argv[2], port: 0, host: '127.0.0.1', browserClientFolder: null });
        console.log(JSON.stringify(started.ok ? { url: started.value.url, adminInvite: started.value.adminInvite } : started));
      `,
      resolveDir: repository,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: file,
  });
}

export interface ServerProcess {
  readonly url: string;
  readonly adminInvite: string;
  /** Everything it has printed, on both streams. */
  output(): string;
  /** SIGKILL: nothing is written any more, nothing is told. */
  kill(): Promise<void>;
}

export async function spawnServer(file: string, dataFolder: string): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, [file, dataFolder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('no pipes');
  const printed: string[] = [];
  stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const lines = createInterface(stdout);
  lines.on('line', (line) => printed.push(line));
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error(`The server did not start: ${printed.join('\n')}`);
    }),
  ])) as [string];
  const ready = JSON.parse(line) as { url: string; adminInvite: string };
  return {
    ...ready,
    output: () => printed.join('\n'),
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
