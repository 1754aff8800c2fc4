import { useCallback, useState } from 'react';
import type { BlockId } from '#shared/core/ids';

interface Wording {
  /** The block whose previous wording is shown; `null` for none. */
  readonly block: BlockId | null;
  /** It is shown while the pointer rests on the mark, and goes by itself. */
  readonly isPeek: boolean;
  /** It was asked for, and follows the block in focus until put away. */
  readonly stays: boolean;
  readonly toggle: () => void;
  readonly putAway: () => void;
  readonly peek: (block: BlockId | null, stays: boolean) => void;
}

/** The card with the previous wording: a glance with the pointer, or kept open beside the block in focus. */
export function useWording(
  focusBlock: BlockId | null,
  onFocusBlock: (block: BlockId) => void,
  onShow: () => void,
): Wording {
  const [peeked, setPeeked] = useState<BlockId | null>(null);
  const [stays, setStays] = useState(false);
  const toggle = useCallback(() => {
    onShow();
    setStays((shown) => !shown);
  }, [onShow]);
  const putAway = useCallback(() => setStays(false), []);
  const peek = useCallback(
    (block: BlockId | null, asked: boolean) => {
      setPeeked(asked ? null : block);
      if (!asked || block === null) return;
      onFocusBlock(block);
      setStays(true);
    },
    [onFocusBlock],
  );
  return { block: peeked ?? (stays ? focusBlock : null), isPeek: peeked !== null, stays, toggle, putAway, peek };
}
