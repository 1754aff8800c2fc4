import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ProgrammeId } from '#shared/core/ids';
import { sharedDocuments, type SharedDocument } from '#shared/ipc/platform';
import { writeTyped } from '#shared/schema/draft';
import { apiPaths, readKeptOut, roomName, type KeptOutWords, type RoomDocument } from '#shared/sync';
import type { RoomAddress } from '#shared/ipc/platform';

/** The line to the server: one socket, three rooms, and a fourth for those who recommend. Comes back by itself. */
export interface RoomConnection {
  isConnected(): boolean;
  /** Changes of this window that the server has not acknowledged. */
  pending(): number;
  /**
   * Resolves when each room has been in step with the server once; `false` when it refused one, the time ran out (`null`: never), or the
   * line was given up.
   */
  whenInStep(timeoutMs: number | null): Promise<boolean>;
  dispose(): void;
}

export interface ConnectionSettings {
  /** For where there is no WebSocket of its own (Node before 22). */
  readonly webSocket?: unknown;
  /** The first and the longest wait before a new try. */
  readonly retryMs: { readonly least: number; readonly most: number };
}

export const usualConnection: ConnectionSettings = { retryMs: { least: 500, most: 10_000 } };

/**
 * What is written while the line is cut is no message yet: on its return the two tell each other what they lack, in one. Kept for then, letter by letter, it would be
 * sent twice, and each letter weighed by the server for itself.
 */
class LineToRoom extends HocuspocusProvider {
  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.isAuthenticated) super.documentUpdateHandler(update, origin);
  }

  /** What is known of the others ends with the line, how often each had told of themselves, too: else the server would tell of them again in vain until they stir. */
  override onClose(): void {
    super.onClose();
    const { awareness } = this;
    if (!awareness) return;
    for (const client of [...awareness.meta.keys()]) if (client !== awareness.clientID) awareness.meta.delete(client);
  }
}

export function openRoomConnection(
  { url, invite }: RoomAddress,
  programme: ProgrammeId,
  documents: Readonly<Record<SharedDocument, Y.Doc>> & { readonly advice: Y.Doc | null },
  awareness: Awareness,
  settings: ConnectionSettings,
  onChange: () => void,
  onKeptOut: (words: readonly KeptOutWords[]) => void,
): RoomConnection {
  const inStep = new Set<RoomDocument>();
  const refused = new Set<RoomDocument>();
  const watchers = new Set<() => void>();
  let givenUp = false;
  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
    onChange();
  };
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace(/^http/, 'ws')}${apiPaths.sync}`,
    delay: settings.retryMs.least,
    minDelay: settings.retryMs.least,
    maxDelay: settings.retryMs.most,
    onStatus: changed,
    ...(settings.webSocket === undefined ? {} : { WebSocketPolyfill: settings.webSocket }),
  });
  /** Provider counts its handshakes as changes, too; this counts what was written here since all was acknowledged. */
  const unacknowledged = new Map<RoomDocument, number>();
  const stopCounting: (() => void)[] = [];
  const connect = (document: RoomDocument, doc: Y.Doc): HocuspocusProvider => {
    const provider: HocuspocusProvider = new LineToRoom({
      name: roomName(document, programme),
      document: doc,
      token: invite,
      websocketProvider: socket,
      // Who is where is told in the draft's room alone.
      awareness: document === 'programme' ? awareness : null,
      // What comes meets what was typed before it came.
      onMessage: () => writeTyped(doc),
      onSynced: () => {
        inStep.add(document);
        changed();
      },
      onStateless: ({ payload }) => {
        const words = readKeptOut(payload);
        if (words !== null) onKeptOut(words);
      },
      onAuthenticationFailed: () => {
        refused.add(document);
        changed();
      },
      onUnsyncedChanges: ({ number }) => {
        if (number === 0) unacknowledged.set(document, 0);
        changed();
      },
    });
    const count = (_update: Uint8Array, origin: unknown): void => {
      if (origin !== provider) unacknowledged.set(document, (unacknowledged.get(document) ?? 0) + 1);
    };
    doc.on('update', count);
    stopCounting.push(() => {
      doc.off('update', count);
    });
    provider.attach();
    return provider;
  };
  const providers = sharedDocuments.map((document) => connect(document, documents[document]));
  // An older server does not know it; that keeps nobody out of the programme.
  const aside = documents.advice ? [connect('advice', documents.advice)] : [];
  const isConnected = (): boolean => providers.every((provider) => provider.isAuthenticated && provider.synced);

  return {
    isConnected,
    pending: () => [...unacknowledged.values()].reduce((sum, number) => sum + number, 0),
    whenInStep: (timeoutMs) =>
      new Promise((resolve) => {
        const settle = (outcome: boolean): void => {
          if (timer) clearTimeout(timer);
          watchers.delete(check);
          resolve(outcome);
        };
        const check = (): void => {
          if (sharedDocuments.some((document) => refused.has(document)) || givenUp) settle(false);
          else if (sharedDocuments.every((document) => inStep.has(document))) settle(true);
        };
        const giveUp = (): void => {
          settle(false);
        };
        const timer = timeoutMs === null ? null : setTimeout(giveUp, timeoutMs);
        watchers.add(check);
        check();
      }),
    dispose: () => {
      if (givenUp) return;
      givenUp = true;
      for (const watcher of [...watchers]) watcher();
      for (const stop of stopCounting) stop();
      for (const provider of [...providers, ...aside]) provider.destroy();
      socket.destroy();
    },
  };
}
