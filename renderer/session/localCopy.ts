import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A document's working copy in the browser. Beside the journal, never instead of it: browsers may drop it. */
export interface LocalCopy {
  /** Resolves when what was kept is in the document, or when it is clear that nothing can be. */
  readonly loaded: Promise<void>;
  destroy(): Promise<void>;
}

export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy;

const GIVE_UP_MS = 2_000;
const none: LocalCopy = { loaded: Promise.resolve(), destroy: () => Promise.resolve() };

/** IndexedDB where there is one. A browser that refuses it (private window, full disk) costs nothing but the copy. */
export const openIndexedDbCopy: OpenLocalCopy = (name, doc) => {
  if (typeof indexedDB === 'undefined') return none;
  const persistence = new IndexeddbPersistence(`programrevisjon/${name}`, doc);
  const giveUp = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, GIVE_UP_MS);
    void persistence.whenSynced.then(() => {
      clearTimeout(timer);
    });
  });
  return {
    loaded: Promise.race([persistence.whenSynced.then(() => undefined), giveUp]),
    destroy: () => persistence.destroy().catch(() => undefined),
  };
};
