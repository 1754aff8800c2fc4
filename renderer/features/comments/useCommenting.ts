import { useCallback, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { Held } from '#shared/schema/begunComments';
import { anchorWords, draftReader, resolveWords, type BlockRange, type WordsAnchor } from '#shared/schema/draft';
import { isOpen, wordsNow, type Thread } from '#shared/schema/threads';
import type { CommentedWords, EditorHandle, Remarks } from '../editor';
import type { ProgrammeSession } from '../../session';
import { carryingThreads } from './carrying';
import { take, useSuggestionUndo } from './suggestions';
import { useThreads } from './threadStore';

/** What the window knows of comments while the draft is in it. */
export interface Commenting {
  readonly threads: readonly Thread[];
  readonly openCount: number;
  /** What the page marks. */
  readonly marked: readonly CommentedWords[];
  readonly canWrite: boolean;
  /** What the new comment is about that was begun; `null`: the block in focus. */
  readonly held: Held | null;
  /** Where its words are now; none for a whole block, or when they are gone. */
  readonly inHand: readonly BlockRange[];
  /** Which time one was asked for, by key, button or menu; each begins in its field. */
  readonly asked: number;
  /** Whether the field is to take the focus for that; once. */
  readonly takeAsking: () => boolean;
  /** The thread that is looked at. */
  readonly active: string | null;
  /** Takes the selected words in hand, or the block of the caret, and asks for what is to be said about them. */
  readonly start: () => void;
  /** Stays with the block, wherever the caret goes. */
  readonly hold: (block: BlockId) => void;
  readonly letGo: () => void;
  /** Back to the text, where one was; after the words that were held, which typing on would else replace. Yields whether there is a text to write in. */
  readonly goOn: () => boolean;
  readonly go: (thread: Thread) => void;
  readonly goById: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** What the page takes along with words that are cut and pasted. */
  readonly remarks: Remarks;
  /** Takes a suggestion into the text; yields whether it did. */
  readonly takeThread: (thread: Thread) => boolean;
  /** Takes the suggestion at the caret, which then stands behind it; yields whether there is one. */
  readonly takeHere: () => boolean;
}

interface CommentingSurroundings {
  readonly editor: RefObject<EditorHandle | null>;
  readonly canWrite: boolean;
  /** Whether this person may change the text of a block; tells them why not. */
  readonly mayChange: (block: BlockId) => boolean;
  /** Brings the comments into sight. */
  readonly onShow: () => void;
  readonly onGo: (block: BlockId) => void;
}

const noWords: readonly WordsAnchor[] = [];

/** Where words stand, followed through the draft. */
function useWordsNow(draft: ProgrammeSession['draft'], words: readonly WordsAnchor[]): readonly BlockRange[] {
  const followed = useMemo(() => {
    const reader = draftReader(draft);
    const placed = (): readonly BlockRange[] => (words.length === 0 ? [] : resolveWords(draft, words).ranges);
    let current = placed();
    return {
      get: () => current,
      subscribe: (listener: () => void) =>
        words.length === 0
          ? () => undefined
          : reader.subscribe(() => {
              current = placed();
              listener();
            }),
    };
  }, [draft, words]);
  return useSyncExternalStore(followed.subscribe, followed.get);
}

/** Comments on the draft: which there are, which one is looked at, and which words a new one shall be about. */
export function useCommenting(
  session: ProgrammeSession,
  { editor, canWrite, mayChange, onShow, onGo }: CommentingSurroundings,
): Commenting {
  const threads = useThreads(session);
  useSuggestionUndo(session, canWrite);
  const { unsentComments } = session;
  const held = useSyncExternalStore(unsentComments.subscribe, () => unsentComments.get().held);
  const [asked, setAsked] = useState(0);
  const asking = useRef(false);
  const inHand = useWordsNow(session.draft, held?.words ?? noWords);
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

  const letGo = useCallback(() => unsentComments.hold(null), [unsentComments]);
  const hold = useCallback((block: BlockId) => unsentComments.hold({ block, words: [], quote: '' }), [unsentComments]);
  const start = useCallback(() => {
    if (!canWrite) return;
    setActive(null);
    const page = editor.current;
    const selected = page?.selectedWords() ?? [];
    const block = selected[0]?.block ?? page?.caret()?.block;
    if (block !== undefined)
      unsentComments.hold({
        block,
        words: selected.flatMap((range) => anchorWords(session.draft, range)),
        quote: wordsNow(session.draft, { ranges: selected }),
      });
    asking.current = true;
    setAsked((times) => times + 1);
    onShow();
  }, [canWrite, editor, onShow, session.draft, unsentComments]);
  const takeAsking = useCallback(() => {
    const was = asking.current;
    asking.current = false;
    return was;
  }, []);
  const goOn = useCallback(() => {
    const page = editor.current;
    const last = page?.selectedWords().at(-1);
    if (last) {
      const { end } = last.rangeInText;
      page?.goOn({ block: last.block, offset: end });
    } else page?.goOn();
    return page !== null;
  }, [editor]);
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
    (thread: Thread) => thread.ranges.every(({ block }) => mayChange(block)) && take(session, thread),
    [mayChange, session],
  );
  const remarks = useMemo(() => carryingThreads(session), [session]);
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
    const [start] = here?.ranges ?? [];
    if (here && start && takeThread(here))
      editor.current?.goOn({
        block: start.block,
        offset: start.rangeInText.start + (here.first.suggestion?.length ?? 0),
      });
    return here !== undefined;
  }, [canWrite, editor, open, takeThread]);

  return {
    threads,
    openCount: open.length,
    marked,
    canWrite,
    held,
    inHand,
    asked,
    takeAsking,
    active,
    start,
    hold,
    letGo,
    goOn,
    go,
    goById,
    step,
    remarks,
    takeThread,
    takeHere,
  };
}
