import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { EditorHandle } from '../features/editor';
import type { Peer } from '../session';
import type { Mode } from './TopBar';

export interface Following {
  /** Whom the page follows; `null` for nobody. */
  readonly followed: Peer | null;
  readonly follow: (clientId: number | null) => void;
  /** To be called when the page is drawn: it goes where they are. */
  readonly onPageReady: () => void;
}

interface Surroundings {
  readonly mode: Mode;
  readonly onDraft: () => void;
  readonly editor: RefObject<EditorHandle | null>;
}

/** Keys that only look, or are pressed with others: a person who presses one goes on following. */
const isQuiet = ({ key }: KeyboardEvent): boolean =>
  ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Tab'].includes(key) || /^F\d+$/u.test(key);

const isWithin = ({ target }: Event, part: string): boolean =>
  target instanceof Element && target.closest(part) !== null;

/** Whether one goes one's own way with it. What is done at the faces chooses whom to follow, and the tools above the page leave it where it is. */
function leadsElsewhere(event: Event): boolean {
  if (event instanceof KeyboardEvent) return event.key === 'Escape' || (!isQuiet(event) && !isWithin(event, '.people'));
  if (event instanceof WheelEvent) return isWithin(event, 'main');
  return isWithin(event, '[data-region]');
}

const ownWays = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * Lets the page go where someone else is, until one types, clicks or scrolls, turns to another view, presses Esc or they leave. The own caret stays where it is. Whoever follows sees the
 * draft: of the other views it is not known where in them somebody is.
 */
export function useFollowing(peers: readonly Peer[], { mode, onDraft, editor }: Surroundings): Following {
  const [clientId, setFollowed] = useState<number | null>(null);
  const followed = peers.find((peer) => peer.clientId === clientId) ?? null;
  const block = followed?.block ?? null;
  const sought = useRef<typeof block>(null);
  const show = useCallback(() => {
    if (sought.current !== null) editor.current?.scrollToBlock(sought.current);
  }, [editor]);
  useEffect(() => {
    sought.current = block;
    show();
  }, [block, show]);
  const [shown, setShown] = useState(mode);
  if (shown !== mode) {
    setShown(mode);
    if (mode !== 'draft') setFollowed(null);
  }
  useEffect(() => {
    if (clientId === null) return;
    const end = (event: Event) => {
      if (leadsElsewhere(event)) setFollowed(null);
    };
    const listening = { capture: true, passive: true };
    for (const way of ownWays) window.addEventListener(way, end, listening);
    return () => {
      for (const way of ownWays) window.removeEventListener(way, end, listening);
    };
  }, [clientId]);
  const follow = (next: number | null) => {
    if (next !== null && mode !== 'draft') onDraft();
    setFollowed(next);
  };
  return { followed, follow, onPageReady: show };
}
