import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Language } from '#shared/core/failure';
import type { Block } from '#shared/domain/block';
import { formatsInOrder, withFormats } from '#shared/domain/formats';
import { withoutReferences } from '#shared/domain/references';
import { createUndo, readDraft, seedDraft, type DraftBlock } from '#shared/schema/draft';
import type { EditedProgramme } from './Editor';

/** Some blocks to write in without changing what they were copied from. */
export interface WorkingCopy {
  /** What `Editor` works on. */
  readonly session: EditedProgramme;
  /** The blocks as they are written now; the same list until something is written. */
  readonly read: () => readonly DraftBlock[];
  readonly subscribe: (listener: () => void) => () => void;
  dispose(): void;
}

/** A copy with the ids of the blocks it is made of, and an undo of its own. */
export function createWorkingCopy(blocks: readonly Block[], language: Language): WorkingCopy {
  const draft = new Y.Doc();
  // A part of a text cannot tell what the numbers of the whole are: its references are words.
  const plain = blocks.map(({ formats, ...block }) => ({
    ...block,
    ...withFormats(formatsInOrder(withoutReferences(formats), block.text.length)),
  }));
  seedDraft(draft, { title: '', period: null, language, blocks: plain });
  const undo = createUndo(draft);
  const awareness = new Awareness(draft);
  let written: readonly DraftBlock[] | null = null;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    written = null;
    for (const listener of listeners) listener();
  };
  draft.on('update', changed);
  return {
    session: { draft, undo, awareness },
    read: () => (written ??= readDraft(draft)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      draft.off('update', changed);
      awareness.destroy();
      undo.destroy();
      draft.destroy();
    },
  };
}
