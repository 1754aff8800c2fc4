/** Runs in a utility process: starts the sync server as ordered, answers once, and closes it when told to stop. */
import { createSyncServer } from '#server/index';
import { failure } from '../../../shared/core/failure';
import { fail, ok } from '../../../shared/core/result';
import { reasonOf } from '../ioFailure';
import type { SyncHostAnswer, SyncHostOrder } from './messages';
import { startOnRememberedPort } from './rememberedPort';

async function host(order: SyncHostOrder): Promise<{ answer: SyncHostAnswer; close: () => Promise<void> }> {
  const nothingToClose = (): Promise<void> => Promise.resolve();
  try {
    const started = await startOnRememberedPort(order.dataFolder, (port) => createSyncServer({ ...order, port }));
    if (!started.ok) return { answer: started, close: nothingToClose };
    const server = started.value;
    const answer = ok({ url: server.url, adminInvite: server.adminInvite });
    return { answer, close: () => server.close() };
  } catch (error) {
    const answer = fail(failure('sharing-did-not-start', { reason: reasonOf(error) }));
    return { answer, close: nothingToClose };
  }
}

let hosting: ReturnType<typeof host> | null = null;

process.parentPort.on('message', (event: { data: SyncHostOrder | 'stop' }) => {
  if (event.data === 'stop') {
    void Promise.resolve(hosting)
      .then((hosted) => hosted?.close())
      .finally(() => process.exit(0));
    return;
  }
  hosting = host(event.data);
  void hosting.then(({ answer }) => {
    process.parentPort.postMessage(answer);
  });
});
