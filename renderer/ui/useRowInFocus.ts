import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

interface Row {
  readonly id: string;
}

interface RowInFocus {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

export const focusRow = (list: RefObject<HTMLElement | null>, id: string): void =>
  list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus();

/**
 * Keeps the focus in a list of which rows may go away, by others or by what is done in them: from such a row it goes to the one that takes its place, or where none does to the last
 * one, from the only one to the list, and not to the start of the window. Each row's element has its id as `data-key` and can take the focus. Yields what the list is to hear.
 */
export function useRowInFocus(list: RefObject<HTMLElement | null>, rows: readonly Row[]): RowInFocus {
  const inFocus = useRef<string | null>(null);
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
    if (next) focusRow(list, next.id);
    else list.current?.focus();
  }, [list, rows]);
  return {
    onFocus: ({ target }) => {
      inFocus.current = target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null;
    },
    onBlur: ({ target }) => {
      // While the person is in another window, the focus of this one stays where it is.
      if (document.activeElement !== target) inFocus.current = null;
    },
  };
}
