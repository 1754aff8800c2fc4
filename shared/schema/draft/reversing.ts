import * as Y from 'yjs';
import { draftReader, type DraftBlock } from './reader';
import { writeTyped } from './typed';
import { createUndo } from './writing';

/**
 * The text as it would be if the next step were taken back, or done again: tried on a copy, so that nobody hears of it and the step stays where it is. Costs the
 * document. What an earlier undo has put anew is not followed: a step that would take that away changes nothing here.
 */
export function afterReversal(undo: Y.UndoManager, direction: 'undo' | 'redo'): readonly DraftBlock[] {
  writeTyped(undo.doc);
  // With what was deleted: it may come back.
  const copy = new Y.Doc({ gc: false });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(undo.doc));
  const trial = createUndo(copy);
  trial.undoStack = [...undo.undoStack];
  trial.redoStack = [...undo.redoStack];
  trial[direction]();
  const { blocks } = draftReader(copy);
  copy.destroy();
  return blocks;
}
