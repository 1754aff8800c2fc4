import type * as Y from 'yjs';
import { hasTyped, onTyped } from '#shared/schema/draft';
import type { Saving, SavingState } from './types';

interface SavingSource extends Saving {
  /** The journal says something else now. */
  changed(): void;
  dispose(): void;
}

/** Whether all that was written is on disk: what the page shows and the draft does not have yet (Y24) is not. */
export function createSaving(draft: Y.Doc, ofJournal: () => SavingState): SavingSource {
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const stop = onTyped(draft, changed);
  return {
    get: () => {
      const state = ofJournal();
      return state === 'saved' && hasTyped(draft) ? 'saving' : state;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
    dispose: () => {
      stop();
      listeners.clear();
    },
  };
}
