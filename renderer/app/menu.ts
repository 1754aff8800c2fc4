import { useEffect } from 'react';
import type { MenuCommand, Platform } from '#shared/ipc/platform';
import { undoInField } from '../ui/undoInField';
import { isAsked } from '../ui/whereOneIs';

/** What the window's menu does. */
export type Perform = Partial<Readonly<Record<MenuCommand, () => void>>>;

/** What can be done while one is asked something. */
const besides: readonly MenuCommand[] = ['file.save', 'file.saveAs', 'edit.undo', 'edit.redo'];

/** Does what is chosen in the menu, and nothing behind a question: neither is what is asked for laid over it, nor the text changed that one does not see. */
export function useMenu(platform: Platform, perform: Perform): void {
  useEffect(
    () =>
      platform.onMenuCommand((command) => {
        if (!isAsked(document.activeElement) || besides.includes(command)) perform[command]?.();
      }),
    [perform, platform],
  );
}

/** Takes back the last step where one writes: in the field that has the focus, else in the draft, which `isInSight`. */
export function undoWhereOneIs(
  direction: 'undo' | 'redo',
  draft: { readonly undo: Record<'undo' | 'redo', () => unknown>; readonly isInSight: boolean },
): void {
  if (undoInField(direction) || isAsked(document.activeElement) || !draft.isInSight) return;
  draft.undo[direction]();
}
