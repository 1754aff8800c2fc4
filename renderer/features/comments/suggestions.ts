import { useEffect } from 'react';
import { readComments, writeComment } from '#shared/schema/comments';
import { keepTakesSingle, takenAgain } from '#shared/schema/takes';
import { openedAgain, resolvedAs, takeSuggestion, threadsOf, type Thread } from '#shared/schema/threads';
import type { ProgrammeSession } from '../../session';

/** On a step of undo: the suggestion that was taken with it. */
const TAKEN = 'suggestion';

/** Takes what a thread proposes into the text; yields whether it could. Undo gives the words back, and opens the thread again. */
export function take({ draft, comments, undo }: ProgrammeSession, thread: Thread): boolean {
  if (!takeSuggestion(draft, thread)) return false;
  undo.undoStack.at(-1)?.meta.set(TAKEN, thread.first.id);
  writeComment(comments, resolvedAs(thread, 'taken'));
  return true;
}

export function decline({ comments }: ProgrammeSession, thread: Thread): void {
  writeComment(comments, resolvedAs(thread, 'declined'));
}

export function setResolved({ comments }: ProgrammeSession, thread: Thread, resolved: boolean): void {
  const outcome = thread.isInText ? 'taken' : thread.first.outcome;
  writeComment(comments, resolved ? resolvedAs(thread, outcome) : openedAgain(thread));
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
  const { draft, comments, undo } = session;
  useEffect(
    () => (canWrite ? keepTakesSingle(draft, (suggestion) => dropSteps(session, suggestion)) : undefined),
    [canWrite, draft, session],
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
      const thread = threadsOf(readComments(comments)).find(({ first }) => first.id === id);
      if (thread === undefined) return;
      // The step that takes this one back has just been put on the other stack.
      const opposite = type === 'undo' ? undo.redoStack : undo.undoStack;
      const step = opposite.at(-1);
      step?.meta.set(TAKEN, thread.first.id);
      if (step && type === 'redo') takenAgain(draft, thread.first.id, step);
      writeComment(comments, type === 'undo' ? openedAgain(thread) : resolvedAs(thread, 'taken'));
    };
    undo.on('stack-item-popped', popped);
    return () => undo.off('stack-item-popped', popped);
  }, [comments, draft, undo]);
}
