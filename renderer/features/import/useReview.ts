import { useCallback, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure';
import type { BlockId } from '#shared/core/ids';
import type { Result } from '#shared/core/result';
import {
  beginHistory,
  beginReview,
  correctFurther,
  isDoubtful,
  redo,
  undo,
  type Correction,
  type ImportedDocument,
  type ReviewBlock,
  type ReviewHistory,
} from '#shared/import';

/** A review as the view works with it: what is chosen, and the corrections so far. */
export interface OpenReview {
  readonly history: ReviewHistory;
  readonly blocks: readonly ReviewBlock[];
  /** The part that the keys and tools are about. */
  readonly current: BlockId | null;
  readonly choose: (block: BlockId) => void;
  /** The failure where the correction cannot be made; the review is then as it was. */
  readonly apply: (correction: Correction) => Failure | null;
  /** `false` where there is nothing to take back. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

/** Which part to choose after the blocks have changed: the same, else the one that stands where it stood. */
function chosenAfter(
  before: readonly ReviewBlock[],
  after: readonly ReviewBlock[],
  chosen: BlockId | null,
): BlockId | null {
  if (after.some(({ id }) => id === chosen)) return chosen;
  const at = before.findIndex(({ id }) => id === chosen);
  return after[Math.min(Math.max(0, at - 1), after.length - 1)]?.id ?? null;
}

/** Begins a review of `document`, with the first doubtful part chosen. */
export function useReview(document: ImportedDocument): OpenReview {
  const [history, setHistory] = useState(() => beginHistory(beginReview(document)));
  const [current, setCurrent] = useState<BlockId | null>(
    () => (history.present.blocks.find(isDoubtful) ?? history.present.blocks[0])?.id ?? null,
  );
  // Two keys may come before the next drawing: both must see what the first one did.
  const latest = useRef(history);

  const go = useCallback((next: ReviewHistory) => {
    const before = latest.current.present.blocks;
    latest.current = next;
    setHistory(next);
    setCurrent((chosen) => chosenAfter(before, next.present.blocks, chosen));
  }, []);

  const apply = useCallback(
    (correction: Correction): Failure | null => {
      const corrected: Result<ReviewHistory, Failure> = correctFurther(latest.current, correction);
      if (!corrected.ok) return corrected.failure;
      go(corrected.value);
      return null;
    },
    [go],
  );
  const travel = useCallback(
    (step: (history: ReviewHistory) => ReviewHistory): boolean => {
      const next = step(latest.current);
      if (next === latest.current) return false;
      go(next);
      return true;
    },
    [go],
  );

  return {
    history,
    blocks: history.present.blocks,
    current,
    choose: setCurrent,
    apply,
    undo: useCallback(() => travel(undo), [travel]),
    redo: useCallback(() => travel(redo), [travel]),
  };
}
