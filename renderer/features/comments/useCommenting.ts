import { useCallback, useMemo, useState, type RefObject } from 'react';
import type { BlockId } from '#shared/core/ids';
import { anchorWords, resolveWords, type BlockRange, type DraftBlock, type WordsAnchor } from '#shared/schema/draft';
import type { Thread } from '#shared/schema/threads';
import type { CommentedWords, EditorHandle } from '../editor';
import type { ProgrammeSession } from '../../session';
import { take, useSuggestionUndo } from './suggestions';
import { isOpen, useThreads } from './threadStore';

/** What the window knows of comments while the draft is in it. */
export interface Commenting {
  readonly threads: readonly Thread[];
  readonly openCount: number;
  /** What the page marks. */
  readonly marked: readonly CommentedWords[];
  readonly canWrite: boolean;
  /** The words that a new comment shall be about; none for the block in focus. */
  readonly inHand: readonly BlockRange[];
  /** The thread that is looked at. */
  readonly active: string | null;
  /** Takes the selected words in hand, or the block of the caret. */
  readonly start: () => void;
  readonly letGo: () => void;
  readonly go: (thread: Thread) => void;
  readonly goById: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** Takes a suggestion into the text. */
  readonly takeThread: (thread: Thread) => void;
  /** Takes the suggestion at the caret; yields whether there is one. */
  readonly takeHere: () => boolean;
}

interface CommentingSurroundings {
  readonly editor: RefObject<EditorHandle | null>;
  readonly blocks: readonly DraftBlock[];
  readonly canWrite: boolean;
  /** Whether this person may change the text of a block; tells them why not. */
  readonly mayChange: (block: BlockId) => boolean;
  /** Brings the comments into sight. */
  readonly onShow: () => void;
  readonly onGo: (block: BlockId) => void;
}

/** Comments on the draft: which there are, which one is looked at, and which words a new one shall be about. */
export function useCommenting(
  session: ProgrammeSession,
  { editor, blocks, canWrite, mayChange, onShow, onGo }: CommentingSurroundings,
): Commenting {
  const threads = useThreads(session);
  useSuggestionUndo(session, canWrite);
  /** By anchors, so that they stay the same words whatever others write meanwhile. */
  const [held, setHeld] = useState<readonly WordsAnchor[]>([]);
  const inHand = useMemo(
    // The anchors are read from the draft, which changes with its blocks.
    () => (blocks.length === 0 || held.length === 0 ? [] : resolveWords(session.draft, held).ranges),
    [blocks, held, session.draft],
  );
  const [active, setActive] = useState<string | null>(null);
  const open = useMemo(() => threads.filter(isOpen), [threads]);
  const marked = useMemo(
    (): readonly CommentedWords[] => [
      ...open.flatMap(({ first, block, ranges }) =>
        block === null
          ? []
          : [
              {
                id: first.id,
                block,
                ranges,
                look: first.id === active ? 'here' : first.suggestion === null ? 'comment' : 'suggestion',
              } as const,
            ],
      ),
      ...(inHand[0] ? [{ id: null, block: inHand[0].block, ranges: inHand, look: 'here' } as const] : []),
    ],
    [active, inHand, open],
  );

  const letGo = useCallback(() => setHeld([]), []);
  const start = useCallback(() => {
    if (!canWrite) return;
    setActive(null);
    setHeld((editor.current?.selectedWords() ?? []).flatMap((range) => anchorWords(session.draft, range)));
    onShow();
  }, [canWrite, editor, onShow, session.draft]);
  const go = useCallback(
    (thread: Thread) => {
      setActive(thread.first.id);
      onShow();
      const [place] = thread.ranges;
      if (place && editor.current)
        editor.current.selectPlace({
          ...place,
          rangeInText: { start: place.rangeInText.start, end: place.rangeInText.start },
        });
      else if (thread.block) onGo(thread.block);
    },
    [editor, onGo, onShow],
  );
  const goById = useCallback(
    (id: string) => {
      const thread = threads.find(({ first }) => first.id === id);
      if (thread) go(thread);
    },
    [go, threads],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const at = open.findIndex(({ first }) => first.id === active);
      const next = at < 0 ? (by === 1 ? open[0] : open.at(-1)) : open.at((at + by) % open.length);
      if (next) go(next);
    },
    [active, go, open],
  );
  const takeThread = useCallback(
    (thread: Thread) => {
      if (thread.ranges.every(({ block }) => mayChange(block))) take(session, thread);
    },
    [mayChange, session],
  );
  const takeHere = useCallback(() => {
    const caret = editor.current?.caret() ?? null;
    if (!canWrite || caret === null) return false;
    const here = open.find(
      ({ first, ranges }) =>
        first.suggestion !== null &&
        ranges.some(
          ({ block, rangeInText: { start: from, end } }) =>
            block === caret.block && from <= caret.offset && caret.offset <= end,
        ),
    );
    if (here) takeThread(here);
    return here !== undefined;
  }, [canWrite, editor, open, takeThread]);

  return {
    threads,
    openCount: open.length,
    marked,
    canWrite,
    inHand,
    active,
    start,
    letGo,
    go,
    goById,
    step,
    takeThread,
    takeHere,
  };
}
