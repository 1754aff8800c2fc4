import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';
import { writeAtomically } from '../atomicWrite';

const ANY_FREE = 0;
const portFile = (dataFolder: string): string => join(dataFolder, 'port.txt');

/** The port of the last sharing from this folder; any free one where there was none, or nothing sensible is written there. */
async function rememberedPort(dataFolder: string): Promise<number> {
  const written = await readFile(portFile(dataFolder), 'utf8').catch(() => '');
  const port = Number(written);
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : ANY_FREE;
}

/**
 * Starts a server on the port of the time before, so that the links that were handed out go on working; where somebody else has taken it,
 * on any free one. `startOn` says with `port-in-use` that it is taken.
 */
export async function startOnRememberedPort<Server extends { readonly url: string }>(
  dataFolder: string,
  startOn: (port: number) => Promise<Result<Server, Failure>>,
): Promise<Result<Server, Failure>> {
  const port = await rememberedPort(dataFolder);
  const first = await startOn(port);
  const isTaken = !first.ok && first.failure.code === 'port-in-use' && port !== ANY_FREE;
  const started = isTaken ? await startOn(ANY_FREE) : first;
  // Without it sharing works as well; the next links will be others.
  if (started.ok) await writeAtomically(portFile(dataFolder), new URL(started.value.url).port).catch(() => undefined);
  return started;
}
