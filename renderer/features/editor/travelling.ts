import {
  $onUpdate,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { Caret } from '#shared/schema/draft';
import type { Binding } from './binding';
import { ordered, textBeside } from './selected';
import { holdInSight } from '../../ui/sight';
import { $readSelection, $refreshSelection, $writeSelection } from './selection';

type End = 'first' | 'last';

/** Which end of the text the keys ask for; on a Mac they are the arrows. */
function endAskedFor({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): End | null {
  if (altKey) return null;
  if ((ctrlKey && key === 'Home') || (metaKey && key === 'ArrowUp')) return 'first';
  if ((ctrlKey && key === 'End') || (metaKey && key === 'ArrowDown')) return 'last';
  return null;
}

const isPlain = ({ shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !shiftKey && !ctrlKey && !metaKey && !altKey;

const arrows = [
  [KEY_ARROW_LEFT_COMMAND, 'first'],
  [KEY_ARROW_UP_COMMAND, 'first'],
  [KEY_ARROW_RIGHT_COMMAND, 'last'],
  [KEY_ARROW_DOWN_COMMAND, 'last'],
] as const;

/**
 * The ways of the caret on which the browser gets lost where a chapter is not on the screen, of which it has no lines: to the ends of the text, and
 * to the ends of what is selected; and where it chooses more than what is clicked on. Yields what ends them.
 */
export function registerTravelling(editor: LexicalEditor, binding: Binding): () => void {
  const go = (focus: Caret, anchor: Caret = focus): true => {
    $writeSelection({ anchor, focus }, binding.$nodeOf);
    $onUpdate(() => {
      // Once it is there: what is not on the screen stands where it does by an estimate. This has the browser lay the chapter out at once, for what is typed next.
      binding.elementOf(focus.block)?.scrollIntoView({ block: 'nearest' });
      binding.bringIntoSight(focus);
    });
    return true;
  };

  const toEnd = (event: KeyboardEvent): boolean => {
    const end = endAskedFor(event);
    const block = end && binding.current().blocks.at(end === 'first' ? 0 : -1);
    if (!block) return false;
    event.preventDefault();
    $refreshSelection(editor);
    const anchor = event.shiftKey ? $readSelection()?.anchor : undefined;
    return go({ block: block.id, offset: end === 'first' ? 0 : block.text.length }, anchor);
  };

  /** As in other word processors to the starts of blocks, where the browser keeps the column; footnotes are passed over. */
  const byBlock = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const isUp = key === 'ArrowUp';
    if (!ctrlKey || metaKey || altKey || (!isUp && key !== 'ArrowDown')) return false;
    $refreshSelection(editor);
    const selection = $readSelection();
    if (selection === null) return false;
    event.preventDefault();
    const { anchor, focus } = selection;
    const reader = binding.current();
    const goesOut = !isUp || focus.offset === 0;
    const beside = goesOut ? textBeside(reader, focus.block, isUp ? -1 : 1) : undefined;
    const end = isUp ? 0 : (reader.block(focus.block)?.text.length ?? 0);
    const to = beside ? { block: beside.id, offset: 0 } : { block: focus.block, offset: end };
    return go(to, shiftKey ? anchor : to);
  };

  const outOfSelection = (event: KeyboardEvent, end: End): boolean => {
    if (!isPlain(event) || editor.isComposing()) return false;
    $refreshSelection(editor);
    const selection = $readSelection();
    if (selection === null || selection.anchor.block === selection.focus.block) return false;
    event.preventDefault();
    const { from, to } = ordered(binding.current(), selection);
    return go(end === 'first' ? from : to);
  };

  /** Three clicks choose a paragraph; the browser goes on to the start of the next one, which would then be typed over, moved and indented along with it. */
  const ofWholeBlocks = ({ detail }: MouseEvent): boolean => {
    if (detail < 3) return false;
    $refreshSelection(editor);
    const selection = $readSelection();
    if (selection === null) return false;
    const reader = binding.current();
    const { from, to } = ordered(reader, selection);
    const last = to.offset === 0 && to.block !== from.block ? reader.blocks[(reader.indexOf(to.block) ?? 0) - 1] : null;
    if (last) $writeSelection({ anchor: from, focus: { block: last.id, offset: last.text.length } }, binding.$nodeOf);
    return false;
  };

  const page = editor.getRootElement();
  const selectTo = ({ shiftKey }: MouseEvent): void => {
    if (shiftKey && page) holdInSight(page);
  };
  page?.addEventListener('mousedown', selectTo);

  const ending = [
    () => page?.removeEventListener('mousedown', selectTo),
    editor.registerCommand(CLICK_COMMAND, ofWholeBlocks, COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => toEnd(event) || byBlock(event), COMMAND_PRIORITY_LOW),
    ...arrows.map(([command, end]) =>
      editor.registerCommand(command, (event) => outOfSelection(event, end), COMMAND_PRIORITY_LOW),
    ),
  ];
  return () => {
    for (const end of ending) end();
  };
}
