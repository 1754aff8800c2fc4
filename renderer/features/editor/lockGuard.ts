import type { BlockId } from '#shared/core/ids';
import { pressed } from '../../ui/shortcuts';
import type * as Y from 'yjs';
import { afterReversal, guardUndo, wordsOfReversal, type DraftBlock } from '#shared/schema/draft';
import { changedUnderLock, indented, lockedBefore, lockedInWay, selectedStep } from './arranging';
import type { Binding } from './binding';
import { blocksWithin } from './selected';
import { $writeSelection, collapsedAt, isCollapsed, type ModelSelection } from './selection';

/** What keeps the writer out of a block, told to them in a sentence; `null` where they may write. */
export type KeptOut = (block: BlockId) => string | null;

/** Where nothing is locked: known by being this one, so that no key there waits for a look at where the caret is. */
export const nowhere: KeptOut = () => null;

/** Keys that change the text; every other one only looks, or is a command of the window. */
const changes = (event: KeyboardEvent): boolean =>
  (['formats', 'link', 'footnote', 'reference', 'move'] as const).some((name) => pressed(event, name) !== null) ||
  (event.key === 'Enter' && pressed(event, 'follow') === null) ||
  event.key === 'Backspace' ||
  event.key === 'Delete' ||
  (event.key === 'Tab' && !event.ctrlKey && !event.metaKey);

/** Which neighbour a key joins with or writes beside: the block before (-1) or after (1) the caret's; 0 for neither. */
function reachesTo(event: Event, block: DraftBlock | null, selection: ModelSelection): -1 | 0 | 1 {
  if (block === null || !isCollapsed(selection)) return 0;
  const { offset } = selection.focus;
  const does = (key: string, input: RegExp): boolean =>
    event instanceof KeyboardEvent ? event.key === key : event instanceof InputEvent && input.test(event.inputType);
  if (offset === 0 && does('Backspace', /^delete.*Backward$/u)) return -1;
  // At the start of a text Enter puts an empty block before it.
  if (offset === 0 && block.text !== '' && does('Enter', /^insert(?:Paragraph|LineBreak)$/u)) return -1;
  return offset === block.text.length && does('Delete', /^delete.*Forward$/u) ? 1 : 0;
}

/** What the first item yields for which there is anything; `null` for none. */
function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Keeps the writer out of locked chapters: what would change a block there is stopped before the editor hears of it, and they are told why.
 * So is a step of undo that would. A composition cannot be stopped; the binding throws away what it wrote. Yields what ends it.
 */
export function registerLockGuard(
  binding: Binding,
  undo: Y.UndoManager,
  around: HTMLElement,
  keptOut: () => KeptOut,
  onRefused: (why: string) => void,
): () => void {
  const isLocked = (id: BlockId): boolean => keptOut()(id) !== null;
  /** The locked block that what is selected reaches into, or that stands beside the caret where a key joins. */
  const reached = (event: Event): BlockId | null => {
    const selection = binding.selection();
    if (selection === null) return null;
    const reader = binding.current();
    const way = event instanceof KeyboardEvent ? pressed(event, 'move') : null;
    if (way !== null) {
      const move = selectedStep(reader, selection, way === 0 ? 'up' : 'down');
      return move && lockedInWay(reader, move, isLocked);
    }
    const selected = blocksWithin(reader, selection);
    const { block } = selection.focus;
    const level = event instanceof KeyboardEvent ? pressed(event, 'level') : null;
    if (level !== null && !selected.some(({ id }) => isLocked(id)))
      return firstOf(selected, (each) => {
        const change = indented(each, level === 1);
        return change && lockedBefore(reader, each.id, change, isLocked);
      });
    const side = reachesTo(event, reader.block(block), selection);
    const beside = side === 0 ? undefined : reader.blocks[(reader.indexOf(block) ?? 0) + side];
    return [selected[0], selected.at(-1), ...selected, beside].find((one) => one && isLocked(one.id))?.id ?? null;
  };
  /** A composition begins all the same, in place of what is selected: there shall be nothing but a locked block's text, which the binding brings back. */
  const takeIn = (block: BlockId): void => {
    const { focus } = binding.selection() ?? {};
    const caret = focus?.block === block ? focus : { block, offset: 0 };
    binding.update(() => $writeSelection(collapsedAt(caret), binding.$nodeOf));
  };
  const stop = (event: Event): void => {
    if (keptOut() === nowhere) return;
    if (event instanceof KeyboardEvent && !changes(event)) return;
    const block = reached(event);
    const why = block && keptOut()(block);
    if (block === null || why === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === 'compositionstart') takeIn(block);
    onRefused(why);
  };
  const endUndo = guardUndo(undo, (direction) => {
    if (keptOut() === nowhere) return true;
    const written = wordsOfReversal(undo, direction);
    if (written !== null && ![...written].some(isLocked)) return true;
    const block = changedUnderLock(binding.current().blocks, afterReversal(undo, direction), isLocked);
    const why = block && keptOut()(block);
    if (why !== null) onRefused(why);
    return why === null;
  });
  const events = ['beforeinput', 'keydown', 'paste', 'cut', 'compositionstart'] as const;
  for (const name of events) around.addEventListener(name, stop, { capture: true });
  return () => {
    endUndo();
    for (const name of events) around.removeEventListener(name, stop, { capture: true });
  };
}
