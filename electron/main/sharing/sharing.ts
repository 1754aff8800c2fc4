import { networkInterfaces } from 'node:os';
import type { Failure } from '../../../shared/core/failure';
import { failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';
import { fail, ok } from '../../../shared/core/result';
import type { SharingInfo } from '../../../shared/ipc/platform';
import type { Utility } from '../utility';
import { startUtility } from '../utility';
import type { SyncHostAnswer, SyncHostOrder } from './messages';

const startTimeoutMs = 15_000;
const stopTimeoutMs = 5_000;
const loopback = '127.0.0.1';
const everyInterface = '0.0.0.0';

export interface Sharing {
  /** Starts the sync server, or tells where it already runs. `onNetwork` lets other machines reach it. */
  start(onNetwork: boolean): Promise<Result<SharingInfo, Failure>>;
  /** Resolves when the server has closed its documents and is gone. */
  stop(): Promise<Result<null, Failure>>;
}

/** The address by which other machines on the network reach this one. */
function networkAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find((address) => address.family === 'IPv4' && !address.internal)?.address ?? null;
}

function reachable(info: SharingInfo, onNetwork: boolean): SharingInfo {
  const address = onNetwork ? networkAddress() : null;
  if (address === null) return info;
  const url = new URL(info.url);
  url.hostname = address;
  return { ...info, url: url.origin };
}

/** The sync server in a process of its own, on the port that it had the last time where that is free. */
export function createSharing(script: string, folders: Omit<SyncHostOrder, 'host'>): Sharing {
  let running: { readonly utility: Utility; readonly answer: Promise<Result<SharingInfo, Failure>> } | null = null;

  const launch = (onNetwork: boolean): Promise<Result<SharingInfo, Failure>> => {
    const utility = startUtility(script, 'Programrevisjon deling');
    const answer = new Promise<Result<SharingInfo, Failure>>((resolve) => {
      const give = (result: Result<SharingInfo, Failure>): void => {
        clearTimeout(tooSlow);
        resolve(result);
      };
      const tooSlow = setTimeout(() => {
        give(fail(failure('sharing-did-not-start', { reason: `${String(startTimeoutMs / 1_000)} s` })));
      }, startTimeoutMs);
      utility.process.once('message', (message: SyncHostAnswer) => {
        give(message.ok ? ok(reachable(message.value, onNetwork)) : message);
      });
      void utility.gone.then(() => {
        give(fail(failure('sharing-did-not-start', { reason: 'exit' })));
        if (running?.utility === utility) running = null;
      });
    });
    running = { utility, answer };
    utility.process.postMessage({ ...folders, host: onNetwork ? everyInterface : loopback } satisfies SyncHostOrder);
    return answer;
  };

  const stop = async (): Promise<Result<null, Failure>> => {
    const { utility } = running ?? {};
    if (utility === undefined) return ok(null);
    utility.process.postMessage('stop');
    const impatient = setTimeout(() => utility.process.kill(), stopTimeoutMs);
    await utility.gone;
    clearTimeout(impatient);
    return ok(null);
  };

  return {
    async start(onNetwork) {
      const info = await (running?.answer ?? launch(onNetwork));
      if (!info.ok) await stop();
      return info;
    },
    stop,
  };
}
