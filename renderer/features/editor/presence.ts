import type { LexicalEditor } from 'lexical';
import type { Awareness } from 'y-protocols/awareness';
import type { BlockId } from '#shared/core/ids';
import { anchorAt } from '#shared/schema/draft';
import { untilIdle } from '../../ui/untilIdle';
import type { Binding } from './binding';
import { $readSelection, sameSelection, type ModelSelection } from './selection';

/** At most so often are the others told where the caret is. */
const TELL_EVERY_MS = 80;

/** Tells the window which block has the caret, and the others where it is. Yields what ends it. */
export function registerPresence(
  editor: LexicalEditor,
  binding: Binding,
  awareness: Awareness,
  onFocusBlock: (block: BlockId | null) => void,
): () => void {
  let last: ModelSelection | null = null;
  let isDue = false;
  let hasEnded = false;
  const tell = (): void => {
    isDue = false;
    if (hasEnded) return;
    const selection = last && {
      anchor: anchorAt(binding.doc, last.anchor.block, last.anchor.offset),
      focus: anchorAt(binding.doc, last.focus.block, last.focus.offset),
    };
    awareness.setLocalStateField('selection', selection);
  };
  const end = binding.onUpdate(() => {
    const selection = editor.getEditorState().read(() => $readSelection());
    if (sameSelection(selection, last)) return;
    const block = selection?.focus.block ?? null;
    if (block !== null && block !== (last?.focus.block ?? null)) {
      awareness.setLocalStateField('block', block);
      onFocusBlock(block);
    }
    last = selection;
    if (isDue) return;
    isDue = true;
    // An anchor is a place in the draft, which has a key only when that is painted: asked for earlier, it would be written earlier.
    setTimeout(() => void untilIdle(TELL_EVERY_MS).then(tell), TELL_EVERY_MS);
  });
  return () => {
    end();
    hasEnded = true;
    awareness.setLocalStateField('selection', null);
  };
}
