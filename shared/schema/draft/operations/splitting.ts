import * as Y from 'yjs';
import { blockId, type BlockId } from '../../../core/ids';
import type { IdSource } from '../../../core/sources';
import type { BlockKind } from '../../../domain/block';
import { textOf } from '../layout';
import { currentReader, type DraftBlock } from '../reader';
import { endIndex, insertionIndex } from '../segments';
import { createEntry, restructure, safeOffset, setField, spotAt, usualMarker } from '../writing';
import { insertBlock } from './inserting';

export interface SplitOutcome {
  readonly created: BlockId;
  /** The block that starts with what stood after the place of the split: where the caret belongs, at offset 0. */
  readonly second: BlockId;
}

const kindAfter = (block: DraftBlock): BlockKind => {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return 'paragraph';
    case 'leadIn':
      return 'point';
    default:
      return block.kind;
  }
};

const kindBefore = (block: DraftBlock): BlockKind =>
  block.kind === 'point' || block.kind === 'footnote' ? block.kind : 'paragraph';

/**
 * Splits a block; the first half keeps its identity. At the start of a text an empty block comes before it, at the end one comes after it:
 * then no text is divided, and it keeps its identity whole. `null` when the block is not shown.
 */
export function splitBlock(doc: Y.Doc, block: BlockId, offset: number, ids: IdSource): SplitOutcome | null {
  const reader = currentReader(doc);
  const shown = reader.block(block);
  const index = reader.indexOf(block);
  if (shown === null || index === null) return null;
  const at = safeOffset(shown.text, offset);
  if (at === shown.text.length) {
    const created = insertBlock(doc, block, { kind: kindAfter(shown), text: '' }, ids);
    return { created, second: created };
  }
  if (at === 0) {
    const previous = reader.blocks[index - 1]?.id ?? null;
    const created = insertBlock(doc, previous, { kind: kindBefore(shown), text: '' }, ids);
    return { created, second: block };
  }
  const created = blockId(ids.next());
  const pieces = reader.piecesOf(block);
  const spot = spotAt(pieces, at);
  if (spot === null) return null;
  const kind = shown.kind === 'heading' || shown.kind === 'title' ? 'paragraph' : shown.kind;
  const marker = kind === shown.kind ? usualMarker(reader.blocks, index + 1, kind, shown.level) : null;
  createEntry(
    doc,
    created,
    { kind, level: null, marker, origins: shown.origins, order: null, links: shown.links ?? [] },
    false,
  );
  restructure(doc, () => {
    const { host } = spot.segment;
    const text = textOf(doc, host);
    setField(reader, created, 'deleted', false);
    // What was joined in after the place of the split goes with the second half.
    const later = pieces.slice(spot.nth + 1);
    text?.insertEmbed(insertionIndex(spot.segment, spot.offset), { split: created });
    reader.touchText(host);
    reader.settle();
    for (const piece of later) {
      if (reader.structure.holderOf(piece.block) === created) continue;
      const half = reader.piecesOf(created)[0];
      if (half === undefined) break;
      const key = `${doc.clientID}:${Y.getState(doc.store, doc.clientID)}`;
      textOf(doc, half.host)?.insertEmbed(endIndex(half), { include: piece.block, key });
      setField(reader, piece.block, 'joinedInto', key);
      reader.touchText(half.host);
      reader.settle();
    }
  });
  return { created, second: created };
}
