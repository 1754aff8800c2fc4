import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import * as Y from 'yjs';
import { untilIdle } from '../ui/untilIdle';

/** A document's working copy in the browser: what it kept comes into the document when it is read. Beside the journal, never instead of it: browsers may drop it. */
export interface LocalCopy {
  destroy(): Promise<void>;
}

export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy;

const none: LocalCopy = { destroy: () => Promise.resolve() };

const KEEP_WITHIN_MS = 60;

/**
 * A transaction of IndexedDB costs more than the key it keeps: what comes until the window has time is kept together. Yields what ends it.
 */
function keepWhenIdle(persistence: IndexeddbPersistence, doc: Y.Doc): () => void {
  const keep = persistence._storeUpdate;
  let waiting: Uint8Array[] = [];
  const keepAll = (): void => {
    if (waiting.length > 0) keep(Y.mergeUpdates(waiting), null);
    waiting = [];
  };
  const collect = (update: Uint8Array, origin: unknown): void => {
    if (origin === persistence) return;
    if (waiting.length === 0) void untilIdle(KEEP_WITHIN_MS).then(keepAll);
    waiting.push(update);
  };
  doc.off('update', keep);
  doc.on('update', collect);
  return () => {
    doc.off('update', collect);
    keepAll();
  };
}

/** IndexedDB where there is one. A browser that refuses it (private window, full disk) costs nothing but the copy. */
export const openIndexedDbCopy: OpenLocalCopy = (name, doc) => {
  if (typeof indexedDB === 'undefined') return none;
  const persistence = new IndexeddbPersistence(`programrevisjon/${name}`, doc);
  const endKeeping = keepWhenIdle(persistence, doc);
  // Each opening adds the whole document to what is kept, and the next one would read all of them.
  void persistence.whenSynced
    .then(() => untilIdle())
    .then(() => storeState(persistence))
    .catch(() => undefined);
  return {
    destroy: () => {
      endKeeping();
      return persistence.destroy().catch(() => undefined);
    },
  };
};
