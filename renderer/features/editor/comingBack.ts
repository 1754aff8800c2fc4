import type { LexicalEditor } from 'lexical';
import type { Binding } from './binding';
import { $readSelection, $writeSelection } from './selection';

/**
 * Whoever comes back to the page by keys writes on where they were. The browser has one selection for all of the window: what is written in a field takes it away from the
 * page, which would then begin at its start. A press of the pointer says itself where. Yields what ends it.
 */
export function registerComingBack(editor: LexicalEditor, binding: Binding, page: HTMLElement): () => void {
  let isPressed = false;
  /** Whether the window was left, and not the page in it: who comes back then may be reading elsewhere, and finds all as it was. */
  let isAway = false;
  const leave = (): void => {
    isAway = document.activeElement === page;
  };
  const press = (): void => {
    isPressed = true;
  };
  const release = (): void => {
    isPressed = false;
  };
  const comeBack = (): void => {
    // Not from the browser, which is at the start by now.
    const selection = isPressed || isAway ? null : editor.getEditorState().read(() => $readSelection());
    if (selection === null) return;
    binding.update(() => $writeSelection(selection, binding.$nodeOf));
    binding.bringIntoSight(selection.focus);
  };
  page.addEventListener('pointerdown', press);
  window.addEventListener('pointerup', release, { capture: true });
  window.addEventListener('pointercancel', release, { capture: true });
  page.addEventListener('blur', leave);
  page.addEventListener('focus', comeBack);
  return () => {
    page.removeEventListener('pointerdown', press);
    window.removeEventListener('pointerup', release, { capture: true });
    window.removeEventListener('pointercancel', release, { capture: true });
    page.removeEventListener('blur', leave);
    page.removeEventListener('focus', comeBack);
  };
}
