import { useEffect, useState, type RefObject } from 'react';
import type { EditorHandle } from '../features/editor';
import type { Peer } from '../session';

export interface Following {
  /** Whom the page follows; `null` for nobody. */
  readonly followed: Peer | null;
  readonly follow: (clientId: number | null) => void;
}

/** Keys that only look, or are pressed with others: a person who presses one goes on following. */
const isQuiet = ({ key }: KeyboardEvent): boolean =>
  ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Tab'].includes(key) || /^F\d+$/u.test(key);

/** Lets the page go where someone else is, until one types, presses Esc or they leave. The own caret stays where it is. */
export function useFollowing(peers: readonly Peer[], editor: RefObject<EditorHandle | null>): Following {
  const [clientId, follow] = useState<number | null>(null);
  const followed = peers.find((peer) => peer.clientId === clientId) ?? null;
  const block = followed?.block ?? null;
  useEffect(() => {
    if (block !== null) editor.current?.scrollToBlock(block);
  }, [block, editor]);
  useEffect(() => {
    if (clientId === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isQuiet(event)) follow(null);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [clientId]);
  return { followed, follow };
}
