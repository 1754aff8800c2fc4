import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { afterPaint } from '../ui/afterPaint';

/** A document's working copy in the browser. Beside the journal, never instead of it: browsers may drop it. */
export interface LocalCopy {
  /** Resolves when what was kept is in the document, or when it is clear that nothing can be. */
  readonly loaded: Promise<void>;
  destroy(): Promise<void>;
}

export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy;

const GIVE_UP_MS = 2_000;
const none: LocalCopy = { loaded: Promise.resolve(), destroy: () => Promise.resolve() };

/**
 * A transaction of IndexedDB costs more than the key it keeps: what comes before the next paint is kept together, after it. Yields what ends it.
 */
function keepAfterPaint(persistence: IndexeddbPersistence, doc: Y.Doc): () => void {
  const keep = persistence._storeUpdate;
  let waiting: Uint8Array[] = [];
  const keepAll = (): void => {
    if (waiting.length > 0) keep(Y.mergeUpdates(waiting), null);
    waiting = [];
  };
  const collect = (update: Uint8Array, origin: unknown): void => {
    if (origin === persistence) return;
    if (waiting.length === 0) void afterPaint().then(keepAll);
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
  const endKeeping = keepAfterPaint(persistence, doc);
  const giveUp = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, GIVE_UP_MS);
    void persistence.whenSynced.then(() => {
      clearTimeout(timer);
    });
  });
  return {
    loaded: Promise.race([persistence.whenSynced.then(() => undefined), giveUp]),
    destroy: () => {
      endKeeping();
      return persistence.destroy().catch(() => undefined);
    },
  };
};
