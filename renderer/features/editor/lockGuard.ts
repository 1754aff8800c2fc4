import type { BlockId } from '#shared/core/ids';
import { pressed } from '../../ui/shortcuts';
import type { Binding } from './binding';

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

/**
 * Keeps the writer out of locked chapters: what would change a block there is stopped before the editor hears of it, and they are told why.
 * A composition cannot be stopped; the binding throws away what it wrote. Yields what ends it.
 */
export function registerLockGuard(
  binding: Binding,
  around: HTMLElement,
  keptOut: () => KeptOut,
  onRefused: (why: string) => void,
): () => void {
  /** Why what is selected, or what stands beside the caret where a key joins, may not be changed. */
  const against = (reachesBeside: boolean): string | null => {
    const selection = binding.selection();
    if (selection === null) return null;
    const reader = binding.current();
    const [a, b] = [selection.anchor, selection.focus].map(({ block }) => reader.indexOf(block) ?? 0);
    let [from, to] = [Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0)];
    if (reachesBeside) {
      const text = reader.blocks[to]?.text ?? '';
      if (selection.focus.offset === 0) from -= 1;
      if (selection.focus.offset === text.length) to += 1;
    }
    const blocks = reader.blocks.slice(Math.max(0, from), to + 1);
    for (const end of [blocks[0], blocks.at(-1), ...blocks]) {
      const why = end ? keptOut()(end.id) : null;
      if (why !== null) return why;
    }
    return null;
  };
  const stop = (event: Event): void => {
    if (keptOut() === nowhere) return;
    const isKey = event instanceof KeyboardEvent;
    if (isKey && !changes(event)) return;
    const beside = isKey && (event.key === 'Backspace' || event.key === 'Delete' || event.altKey);
    const why = against(beside);
    if (why === null) return;
    event.preventDefault();
    event.stopPropagation();
    onRefused(why);
  };
  const events = ['beforeinput', 'keydown', 'paste', 'cut', 'drop', 'compositionstart'] as const;
  for (const name of events) around.addEventListener(name, stop, { capture: true });
  return () => {
    for (const name of events) around.removeEventListener(name, stop, { capture: true });
  };
}
