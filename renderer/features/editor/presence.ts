import type { LexicalEditor } from 'lexical';
import type { Awareness } from 'y-protocols/awareness';
import type { BlockId } from '#shared/core/ids';
import { anchorAt } from '#shared/schema/draft';
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
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    timer = null;
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
    timer ??= setTimeout(tell, TELL_EVERY_MS);
  });
  return () => {
    end();
    if (timer !== null) clearTimeout(timer);
    awareness.setLocalStateField('selection', null);
  };
}
