import type * as Y from 'yjs';
import { anchorAt, draftReader, resolveAnchor, type Caret, type TextAnchor } from '#shared/schema/draft';
import type { ModelSelection } from './selection';

/** A selection that stays with its words, whatever is written around them. */
export interface AnchoredSelection {
  readonly anchor: TextAnchor | null;
  readonly focus: TextAnchor | null;
  readonly plain: ModelSelection;
}

/** A selection by its words, to be found again with `resolveSelection`. */
export function anchorSelection(doc: Y.Doc, plain: ModelSelection): AnchoredSelection {
  const anchored = ({ block, offset }: Caret): TextAnchor | null => anchorAt(doc, block, offset);
  return { plain, anchor: anchored(plain.anchor), focus: anchored(plain.focus) };
}

/** Where the selection is now; `null` if its blocks are gone. */
export function resolveSelection(doc: Y.Doc, { anchor, focus, plain }: AnchoredSelection): ModelSelection | null {
  const stillThere = (caret: Caret): Caret | null => (draftReader(doc).block(caret.block) === null ? null : caret);
  const from = resolveAnchor(doc, anchor) ?? stillThere(plain.anchor);
  const to = resolveAnchor(doc, focus) ?? stillThere(plain.focus);
  return from && to && { anchor: from, focus: to };
}
