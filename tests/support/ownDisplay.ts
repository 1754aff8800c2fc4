import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

export interface OwnDisplay {
  /** What `DISPLAY` is to be. */
  readonly name: string;
  readonly end: () => void;
}

/**
 * An X display for this worker alone: on a common one the windows of the others come over its own, take the focus and the clipboard, and make the pointer enter and leave. `null` where
 * the system has no Xvfb.
 */
export async function ownDisplay(): Promise<OwnDisplay | null> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = createInterface({ input: server.stdio[3] as Readable });
  const started = await Promise.race([
    once(number, 'line').then(([line]) => String(line)),
    once(server, 'exit').then(() => null),
    once(server, 'error').then(() => null),
  ]).catch(() => null);
  return started === null ? null : { name: `:${started}`, end: () => server.kill() };
}
