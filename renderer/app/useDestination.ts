import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { EditorHandle, PagePlace } from '../features/editor';
import { bringToMiddle } from '../ui/sight';
import type { Mode } from './TopBar';

interface Destination {
  readonly goTo: (block: BlockId) => void;
  /** To be called when the draft's page is drawn and can be gone to. */
  readonly onPageReady: () => void;
  /** To be called when the draft's page is about to go, with where one is on it: there one comes back to. */
  readonly onPageLeft: (place: PagePlace | null) => void;
}

/** A block to go to once the view that shows it is there: the view may have to be drawn first. With none, one comes back to the draft where one left it. */
export function useDestination(
  mode: Mode,
  editor: RefObject<EditorHandle | null>,
  stage: RefObject<HTMLElement | null>,
): Destination {
  const [destination, setDestination] = useState<BlockId | null>(null);
  const [pagesReady, setPagesReady] = useState(0);
  const left = useRef<PagePlace>(null);
  const goTo = useCallback((block: BlockId) => {
    left.current = null;
    setDestination(block);
  }, []);
  const onPageReady = useCallback(() => {
    if (left.current) editor.current?.goBack(left.current);
    left.current = null;
    setPagesReady((pages) => pages + 1);
  }, [editor]);
  const onPageLeft = useCallback((place: PagePlace | null) => {
    left.current = place;
  }, []);
  useEffect(() => {
    if (destination === null || (mode === 'draft' && editor.current === null)) return;
    if (mode === 'draft') editor.current?.focusBlock(destination);
    else {
      const block = stage.current?.querySelector(`[data-block-id="${CSS.escape(destination)}"]`);
      if (block) bringToMiddle(block);
    }
    setDestination(null);
  }, [destination, editor, mode, pagesReady, stage]);
  return { goTo, onPageReady, onPageLeft };
}
