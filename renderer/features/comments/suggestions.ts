import { useEffect } from 'react';
import { readComments, writeComment, type Comment, type SuggestionOutcome } from '#shared/schema/comments';
import { keepTakesSingle } from '#shared/schema/takes';
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

/** A suggestion that another took is theirs: no step of this window takes it back, or takes it again. */
const dropSteps = ({ undo }: ProgrammeSession, suggestion: string): void => {
  for (const stack of [undo.undoStack, undo.redoStack]) {
    const at = stack.findIndex(({ meta }) => meta.get(TAKEN) === suggestion);
    if (at >= 0) stack.splice(at, 1);
  }
};

/**
 * While it is used: a step of undo or redo that a suggestion was taken with says so of the suggestion, too; and a suggestion that others took at the same
 * time is taken once, where this person writes.
 */
export function useSuggestionUndo(session: ProgrammeSession, canWrite: boolean): void {
  const { comments, undo } = session;
  useEffect(
    () => (canWrite ? keepTakesSingle(session.draft, (suggestion) => dropSteps(session, suggestion)) : undefined),
    [canWrite, session],
  );
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
