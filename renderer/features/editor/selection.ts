import {
  $createRangeSelection,
  $createRangeSelectionFromDom,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
  type PointType,
} from 'lexical';
import type { Caret } from '#shared/schema/draft';
import { $isBlock, $isSection, type BlockNode } from './nodes';

/** The selection in the model's terms. */
export interface ModelSelection {
  readonly anchor: Caret;
  readonly focus: Caret;
}

export const collapsedAt = (caret: Caret): ModelSelection => ({ anchor: caret, focus: caret });

export const isCollapsed = ({ anchor, focus }: ModelSelection): boolean =>
  anchor.block === focus.block && anchor.offset === focus.offset;

export const sameSelection = (a: ModelSelection | null, b: ModelSelection | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.anchor.block === b.anchor.block &&
    a.anchor.offset === b.anchor.offset &&
    a.focus.block === b.focus.block &&
    a.focus.offset === b.focus.offset);

function $blockAround(node: LexicalNode): BlockNode | null {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) if ($isBlock(at)) return at;
  return null;
}

/** The block nearest to a child position of a section or the root. */
function $blockNear(node: LexicalNode, index: number): { block: BlockNode; atEnd: boolean } | null {
  if (!$isElementNode(node)) return null;
  const child = node.getChildAtIndex(index);
  if (child) {
    if ($isBlock(child)) return { block: child, atEnd: false };
    const first = $isSection(child) ? child.getFirstChild() : null;
    if ($isBlock(first)) return { block: first, atEnd: false };
  }
  const before = node.getChildAtIndex(index - 1);
  if ($isBlock(before)) return { block: before, atEnd: true };
  const last = $isSection(before) ? before.getLastChild() : null;
  return $isBlock(last) ? { block: last, atEnd: true } : null;
}

function $caretOf(point: PointType): Caret | null {
  const node = point.getNode();
  const block = $blockAround(node);
  if (block === null) {
    const near = $blockNear(node, point.offset);
    return near && { block: near.block.getBlockId(), offset: near.atEnd ? near.block.getTextContentSize() : 0 };
  }
  let offset = 0;
  for (const child of block.getChildren()) {
    if (child.is(node)) return { block: block.getBlockId(), offset: offset + ($isTextNode(child) ? point.offset : 0) };
    if (block.is(node) && child.getIndexWithinParent() >= point.offset) break;
    offset += child.getTextContentSize();
  }
  return { block: block.getBlockId(), offset };
}

function $modelled(selection: RangeSelection): ModelSelection | null {
  const anchor = $caretOf(selection.anchor);
  const focus = $caretOf(selection.focus);
  return anchor && focus && { anchor, focus };
}

export function $readSelection(): ModelSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $modelled(selection) : null;
}

/** Which place of the text is at a point of the window; `null` beside the page. */
export function $caretAtPoint(editor: LexicalEditor, x: number, y: number): Caret | null {
  const shown = document.caretPositionFromPoint(x, y);
  if (shown === null || editor.getRootElement()?.contains(shown.offsetNode) !== true) return null;
  const range = document.createRange();
  range.setStart(shown.offsetNode, shown.offset);
  const selection = $createRangeSelection();
  selection.applyDOMRange(range);
  return $caretOf(selection.focus);
}

/** The selection as the browser has it now; `null` when it is somewhere else. */
function $domSelection(editor: LexicalEditor): RangeSelection | null {
  const root = editor.getRootElement();
  const selection = root?.ownerDocument.getSelection() ?? null;
  if (root === null || selection === null || !root.contains(selection.anchorNode)) return null;
  return $createRangeSelectionFromDom(selection, editor);
}

/**
 * Takes over the browser's selection. It tells of a moved caret only after the next key, or the next message from a peer, may have come:
 * what works on the caret must ask where it is, or it puts it back where it was.
 */
export function $refreshSelection(editor: LexicalEditor): void {
  if (editor.isComposing()) return;
  const fresh = $domSelection(editor);
  if (fresh !== null) $setSelection(fresh);
}

/** The selection as the browser has it, or as the editor last had it. */
export function $readFreshSelection(editor: LexicalEditor): ModelSelection | null {
  const fresh = editor.isComposing() ? null : $domSelection(editor);
  return (fresh && $modelled(fresh)) ?? $readSelection();
}

function $placePoint(point: PointType, block: BlockNode, offset: number): void {
  let left = offset;
  let lastText = null;
  for (const child of block.getChildren()) {
    if (!$isTextNode(child)) continue;
    const size = child.getTextContentSize();
    if (left <= size) {
      point.set(child.getKey(), left, 'text');
      return;
    }
    left -= size;
    lastText = child;
  }
  if (lastText) point.set(lastText.getKey(), lastText.getTextContentSize(), 'text');
  else point.set(block.getKey(), 0, 'element');
}

/** Puts the selection there; nothing happens where a block is not in the tree. */
export function $writeSelection({ anchor, focus }: ModelSelection, nodeOf: (id: string) => BlockNode | null): void {
  const from = nodeOf(anchor.block);
  const to = nodeOf(focus.block);
  if (from === null || to === null) return;
  const selection = $createRangeSelection();
  $placePoint(selection.anchor, from, anchor.offset);
  $placePoint(selection.focus, to, focus.offset);
  $setSelection(selection);
}
