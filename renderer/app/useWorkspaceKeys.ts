import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { MenuCommand } from '#shared/ipc/platform';
import { pressed, type Shortcut } from '../ui/shortcuts';
import { isAsked, isFieldToWriteIn } from '../ui/whereOneIs';
import type { Perform } from './menu';
import type { Mode } from './TopBar';

/** Keys of what the menu does, too: a browser has no menu. */
const menuKeys: readonly (readonly [Shortcut, MenuCommand])[] = [
  ['freeze', 'programme.freeze'],
  ['export', 'file.export'],
  ['share', 'programme.share'],
  ['marks', 'view.marks'],
  ['sideBySide', 'view.compare'],
  ['help', 'help.shortcuts'],
];

interface WorkspaceKeys {
  readonly menu: Perform;
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

/** F6: from the chapters to the text to the panel, at the comment that is looked at there, and round again. */
function focusNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + (backwards ? -1 : 1) + regions.length) % regions.length];
  if (next) focusRegion(next);
}

function focusRegion(region: HTMLElement): void {
  const target =
    region.querySelector<HTMLElement>('[data-region-start]') ??
    region.querySelector<HTMLElement>(
      '[contenteditable="true"], [role="row"][tabindex="0"], [role="tab"][aria-selected="true"]',
    );
  // The text brings the caret into sight, and not its start.
  (target ?? region).focus({ preventScroll: target?.isContentEditable === true });
}

/** A view that takes the place of the one in which the focus was gets it: with it gone, keys would reach nobody. */
export function useFocusInView(mode: Mode, stage: RefObject<HTMLElement | null>): void {
  const shown = useRef(mode);
  useLayoutEffect(() => {
    const isOther = shown.current !== mode;
    shown.current = mode;
    if (isOther && stage.current && document.activeElement === document.body) focusRegion(stage.current);
  }, [mode, stage]);
}

/** The keys that work wherever one is in the window. */
export function useWorkspaceKeys({
  menu,
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
      const is = (name: Shortcut): boolean => pressed(event, name) !== null;
      /** Of a shortcut's two keys the first goes on, the second back. */
      const way = (name: Shortcut): 1 | -1 => (pressed(event, name) === 1 ? -1 : 1);
      if (is('save')) onSave(pressed(event, 'save') === 1);
      else if (isAsked(event.target)) return;
      else if (is('palette')) onPalette();
      else if (is('find')) onFind();
      else if (is('comment')) onComment();
      else if (is('comments')) onStepComment(way('comments'));
      else if (is('spelling')) onSpell();
      else if (is('changes')) onStepChange(way('changes'));
      else if (is('wording')) onWording();
      else if (event.key === 'Escape' && onEscape !== null) onEscape();
      else if (is('regions')) focusNextRegion(way('regions') === -1);
      else if (is('undo') && !isFieldToWriteIn(event.target)) menu[way('undo') === 1 ? 'edit.undo' : 'edit.redo']?.();
      else {
        const command = menuKeys.find(([name]) => is(name))?.[1];
        if (command === undefined) return;
        menu[command]?.();
      }
      event.preventDefault();
    };
    // Before the page hears of it, where Enter divides a block.
    const onKeyFirst = (event: KeyboardEvent) => {
      if (pressed(event, 'take') === null || !onTake()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('keydown', onKeyFirst, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keydown', onKeyFirst, { capture: true });
    };
  }, [menu, onPalette, onFind, onSpell, onSave, onStepChange, onWording, onComment, onStepComment, onTake, onEscape]);
}
