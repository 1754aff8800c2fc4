import { $onUpdate, COMMAND_PRIORITY_LOW, DRAGSTART_COMMAND, DROP_COMMAND, type LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import { gesture, type Caret } from '#shared/schema/draft';
import type { AnchoredSelection } from './anchoredSelection';
import type { Binding } from './binding';
import { blocksOfCopied, writeClipboard, type CopiedBlock } from './clipboard';
import type { Pasting } from './pasting';
import { blocksWithin, isWithin } from './selected';
import {
  $caretAtPoint,
  $readSelection,
  $refreshSelection,
  $writeSelection,
  collapsedAt,
  isCollapsed,
  type ModelSelection,
} from './selection';

/** By what a drag is known as the one that began here: words of another window, and of an earlier drag, are of our own type too. */
const DRAG_TYPE = 'application/x-programrevisjon-drag';

/** What the clipboard's keys do, which the mouse does as well. */
interface ClipboardActs {
  readonly copied: (selection: ModelSelection) => readonly CopiedBlock[];
  readonly cut: (selection: ModelSelection) => Caret;
  readonly pasting: Pasting;
  readonly pasteFrom: (data: DataTransfer) => boolean;
}

/**
 * Words that are dragged with the mouse are cut where they stand, or with Ctrl (Alt on a Mac) copied, and pasted where they are dropped; what comes from elsewhere is
 * pasted there. Yields what ends it.
 */
export function registerDragging(
  editor: LexicalEditor,
  binding: Binding,
  ids: IdSource,
  mayChange: (id: BlockId | null) => boolean,
  { copied, cut, pasting, pasteFrom }: ClipboardActs,
): () => void {
  const { doc, reader } = binding;
  let dragged: { readonly name: string; readonly words: AnchoredSelection } | null = null;

  const start = (event: DragEvent): boolean => {
    $refreshSelection(editor);
    const selection = $readSelection();
    const words = binding.anchoredSelection();
    const data = event.dataTransfer;
    if (data === null || selection === null || words === null || isCollapsed(selection)) {
      event.preventDefault();
      return true;
    }
    dragged = { name: ids.next(), words };
    data.clearData();
    writeClipboard(data, copied(selection));
    data.setData(DRAG_TYPE, dragged.name);
    data.effectAllowed = 'copyMove';
    return true;
  };

  /** Others may have written in the words on the way, or taken them away: what goes is what stands there now. */
  const dropOwn = (words: AnchoredSelection, to: Caret, isCopy: boolean): void => {
    const from = binding.resolved(words);
    if (from === null || isCollapsed(from) || isWithin(reader, to, from)) return;
    const taken = copied(from);
    // A footnote goes along with its marker: it cannot go into itself.
    if (taken.some(({ notes }) => notes.some(({ id }) => id === to.block))) return;
    const read = blocksOfCopied(taken);
    if (!isCopy && !blocksWithin(reader, from).every(({ id }) => mayChange(id))) return;
    if (!mayChange(to.block) || !pasting.isAllowed(read, collapsedAt(to))) return;
    binding.$perform(() =>
      gesture(doc, () => {
        if (isCopy) return pasting.paste(read, collapsedAt(to));
        const place = binding.anchored(collapsedAt(to));
        const left = cut(from);
        return pasting.paste(read, (place && binding.resolved(place)) ?? collapsedAt(left));
      }),
    );
  };

  const drop = (event: DragEvent): boolean => {
    event.preventDefault();
    const { dataTransfer: data, clientX, clientY, ctrlKey, altKey } = event;
    const to = $caretAtPoint(editor, clientX, clientY);
    const own = dragged?.name === data?.getData(DRAG_TYPE) ? dragged?.words : undefined;
    dragged = null;
    if (data === null || to === null || !editor.isEditable()) return true;
    if (own) dropOwn(own, to, ctrlKey || altKey);
    else if (mayChange(to.block)) {
      $writeSelection(collapsedAt(to), binding.$nodeOf);
      pasteFrom(data);
    }
    $onUpdate(() => editor.getRootElement()?.focus({ preventScroll: true }));
    return true;
  };

  const ending = [
    editor.registerCommand(DRAGSTART_COMMAND, start, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DROP_COMMAND, drop, COMMAND_PRIORITY_LOW),
  ];
  return () => {
    for (const end of ending) end();
  };
}
