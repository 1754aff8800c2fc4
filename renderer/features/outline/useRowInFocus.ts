import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { BlockId } from '#shared/core/ids';

interface Row {
  readonly id: BlockId;
}

/**
 * Keeps the focus in a list of chapters of which others may take away the one that it is on: it goes to the row that takes its place, or where none does to the last
 * one, and not to the start of the window. To be told where in the list the focus is; `null`: elsewhere.
 */
export function useRowInFocus(list: RefObject<HTMLElement | null>, rows: readonly Row[]): (id: BlockId | null) => void {
  const inFocus = useRef<BlockId | null>(null);
  const former = useRef(rows);
  useLayoutEffect(() => {
    const before = former.current;
    former.current = rows;
    const gone = inFocus.current;
    const isLeft = ({ id }: Row): boolean => rows.some((row) => row.id === id);
    if (gone === null || isLeft({ id: gone })) return;
    inFocus.current = null;
    const at = before.findIndex(({ id }) => id === gone);
    const next = before.slice(at + 1).find(isLeft) ?? before.slice(0, Math.max(at, 0)).findLast(isLeft);
    if (next) list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.id)}"]`)?.focus();
  }, [list, rows]);
  return (id) => {
    inFocus.current = id;
  };
}
