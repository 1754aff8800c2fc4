import { useMemo, useSyncExternalStore } from 'react';
import type { BlockId } from '#shared/core/ids';
import { observeComments, readCarried, readComments } from '#shared/schema/comments';
import { draftReader, type DraftChange } from '#shared/schema/draft';
import { placeThread, threadsOf, type Thread } from '#shared/schema/threads';
import type { ProgrammeSession } from '../../session';

const blocksOf = ({ block, ranges }: Thread): readonly (BlockId | null)[] => [
  block,
  ...ranges.map((range) => range.block),
];

/** The threads where their words are now, in the order of the text; the same list until one changes or moves. */
function createThreadStore({ draft, comments }: ProgrammeSession) {
  const reader = draftReader(draft);
  const inOrder = (threads: readonly Thread[]): readonly Thread[] => {
    const orderOf = ({ block, ranges }: Thread): readonly [number, number] => [
      (block === null ? null : reader.indexOf(block)) ?? Infinity,
      ranges[0]?.rangeInText.start ?? -1,
    ];
    return threads.toSorted((a, b) => {
      const [[blockA, startA], [blockB, startB]] = [orderOf(a), orderOf(b)];
      return blockA === blockB ? startA - startB : blockA - blockB;
    });
  };
  const placedAnew = (): readonly Thread[] =>
    inOrder(threadsOf(readComments(comments), readCarried(comments)).map((thread) => placeThread(draft, thread)));

  let current = placedAnew();
  const listeners = new Set<() => void>();
  const tell = (next: readonly Thread[]): void => {
    current = next;
    for (const listener of [...listeners]) listener();
  };
  /** Typing in a block costs the threads of that block. */
  const follow = ({ order, changed }: DraftChange): void => {
    const concerned = current.filter((thread) =>
      blocksOf(thread).some((block) => block !== null && changed.has(block)),
    );
    if (current.length === 0 || (!order && concerned.length === 0)) return;
    const moved = new Set(order ? current : concerned);
    tell(inOrder(current.map((thread) => (moved.has(thread) ? placeThread(draft, thread) : thread))));
  };
  let stop = (): void => undefined;
  return {
    get: () => current,
    subscribe: (listener: () => void) => {
      if (listeners.size === 0) {
        const ends = [reader.subscribe(follow), observeComments(comments, () => tell(placedAnew()))];
        stop = () => {
          for (const end of ends) end();
        };
        // What happened between the first look and now.
        current = placedAnew();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
  };
}

/** The threads of a programme, kept in step with the text and with whoever writes in them. */
export function useThreads(session: ProgrammeSession): readonly Thread[] {
  const store = useMemo(() => createThreadStore(session), [session]);
  return useSyncExternalStore(store.subscribe, store.get);
}
