import { useEffect } from 'react';

interface WorkspaceKeys {
  readonly onPalette: () => void;
  readonly onFind: () => void;
  readonly onSpell: () => void;
  readonly onSave: (as: boolean) => void;
  readonly onStepChange: (by: 1 | -1) => void;
  /** The former wording where one is: shown, or put away again. */
  readonly onWording: () => void;
  /** Comments on the selected words. */
  readonly onComment: () => void;
  readonly onStepComment: (by: 1 | -1) => void;
  /** Takes the suggestion at the caret; yields whether there is one. */
  readonly onTake: () => boolean;
  /** Puts away what lies over the page; `null` where nothing does. */
  readonly onEscape: (() => void) | null;
}

/** F6: from the chapters to the text to the panel and round again. */
function focusNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + (backwards ? -1 : 1) + regions.length) % regions.length];
  const target = next?.querySelector<HTMLElement>(
    '[contenteditable="true"], [role="grid"], [role="tab"][aria-selected="true"]',
  );
  (target ?? next)?.focus();
}

/** The keys that work wherever one is in the window. */
export function useWorkspaceKeys({
  onPalette,
  onFind,
  onSpell,
  onSave,
  onStepChange,
  onWording,
  onComment,
  onStepComment,
  onTake,
  onEscape,
}: WorkspaceKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (control && key === 'k') onPalette();
      else if (control && key === 'f') onFind();
      else if (control && key === 's') onSave(event.shiftKey);
      else if (control && event.altKey && key === 'm') onComment();
      else if (event.key === 'F8' && event.altKey) onStepComment(event.shiftKey ? -1 : 1);
      else if (event.key === 'F7') onSpell();
      else if (event.key === 'F8') onStepChange(event.shiftKey ? -1 : 1);
      else if (event.key === 'F9') onWording();
      else if (event.key === 'Escape' && onEscape !== null) onEscape();
      else if (event.key === 'F6') focusNextRegion(event.shiftKey);
      else return;
      event.preventDefault();
    };
    // Before the page hears of it, where Enter divides a block.
    const onKeyFirst = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.altKey || !onTake()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('keydown', onKeyFirst, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keydown', onKeyFirst, { capture: true });
    };
  }, [onPalette, onFind, onSpell, onSave, onStepChange, onWording, onComment, onStepComment, onTake, onEscape]);
}
