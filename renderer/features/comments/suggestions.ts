import { useEffect } from 'react';
import { readComments, writeComment, type Comment, type SuggestionOutcome } from '#shared/schema/comments';
import { takeSuggestion, type Thread } from '#shared/schema/threads';
import type { ProgrammeSession } from '../../session';

/** On a step of undo: the suggestion that was taken with it. */
const TAKEN = 'suggestion';

const settled = (comment: Comment, outcome: SuggestionOutcome | null): Comment => ({
  ...comment,
  outcome,
  resolved: outcome !== null,
});

/** Takes what a thread proposes into the text. Undo gives the words back, and opens the thread again. */
export function take({ draft, comments, undo }: ProgrammeSession, thread: Thread): void {
  if (!takeSuggestion(draft, thread)) return;
  undo.undoStack.at(-1)?.meta.set(TAKEN, thread.first.id);
  writeComment(comments, settled(thread.first, 'taken'));
}

export function decline({ comments }: ProgrammeSession, { first }: Thread): void {
  writeComment(comments, settled(first, 'declined'));
}

export function setResolved({ comments }: ProgrammeSession, { first }: Thread, resolved: boolean): void {
  writeComment(comments, resolved ? { ...first, resolved } : settled(first, null));
}

/** While it is used: a step of undo or redo that a suggestion was taken with says so of the suggestion, too. */
export function useSuggestionUndo({ comments, undo }: ProgrammeSession): void {
  useEffect(() => {
    const popped = ({
      stackItem,
      type,
    }: {
      stackItem: { meta: Map<unknown, unknown> };
      type: 'undo' | 'redo';
    }): void => {
      const id = stackItem.meta.get(TAKEN);
      const comment = readComments(comments).find((one) => one.id === id);
      if (comment === undefined) return;
      // The step that takes this one back has just been put on the other stack.
      const opposite = type === 'undo' ? undo.redoStack : undo.undoStack;
      opposite.at(-1)?.meta.set(TAKEN, comment.id);
      writeComment(comments, settled(comment, type === 'undo' ? null : 'taken'));
    };
    undo.on('stack-item-popped', popped);
    return () => undo.off('stack-item-popped', popped);
  }, [comments, undo]);
}
