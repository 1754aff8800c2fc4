import { isFieldToWriteIn } from './whereOneIs';

const isHistory = (event: Event): boolean => event instanceof InputEvent && event.inputType.startsWith('history');

/**
 * The browser keeps one list of steps for all that is written in a window. Where a field has nothing more to take back, its key would go on in the field, or on the page, where one wrote
 * before, whether that is in sight or not.
 */
export function keepUndoInItsField(): void {
  const keep = (event: Event) => {
    if (!isHistory(event) || event.target === document.activeElement) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('beforeinput', keep, { capture: true });
}

/** Nothing but this takes back a step in a field; deprecated or not, it is what all browsers do. */
const command = (direction: 'undo' | 'redo'): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand(direction);

/** For the menu: takes back, or does again, what was written in the field that has the focus. Tells whether there is such a field; a page has its own steps. */
export function undoInField(direction: 'undo' | 'redo'): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !isFieldToWriteIn(field) || field.isContentEditable) return false;
  const elsewhere: Event[] = [];
  // Nothing is asked before a script's command: what it did elsewhere is put back before anybody hears of it.
  const watch = (event: Event) => {
    if (event.target === field) return;
    elsewhere.push(event);
    event.stopImmediatePropagation();
  };
  window.addEventListener('input', watch, { capture: true });
  command(direction);
  if (elsewhere.length > 0) {
    command(direction === 'undo' ? 'redo' : 'undo');
    field.focus({ preventScroll: true });
  }
  window.removeEventListener('input', watch, { capture: true });
  return true;
}
