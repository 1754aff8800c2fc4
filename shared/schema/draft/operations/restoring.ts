import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { IdSource } from '../../../core/sources';
import { wordDiff } from '../../../diff/index';
import type { Block } from '../../../domain/block';
import { entryMap } from '../layout';
import { draftReader } from '../reader';
import { gesture } from '../writing';
import { deleteBlocks } from './deleting';
import { insertBlock } from './inserting';
import { keepRescued, setKind } from './kinds';
import { moveBlocks } from './moving';
import { replaceText } from './typing';

/** A block as it was once. */
export type FormerBlock = Pick<Block, 'id' | 'kind' | 'level' | 'marker' | 'text' | 'origins'>;

function bringTextTo(doc: Y.Doc, id: BlockId, text: string): void {
  let offset = 0;
  for (const [sign, words] of wordDiff(draftReader(doc).block(id)?.text ?? '', text)) {
    if (sign === '+') replaceText(doc, id, { start: offset, end: offset }, words);
    else if (sign === '-') replaceText(doc, id, { start: offset, end: offset + words.length }, '');
    if (sign !== '-') offset += words.length;
  }
}

/** Brings one block to what it was; yields its id. One that was deleted comes back as itself, one that cannot gets a new id and the old lineage. */
function bringBack(doc: Y.Doc, former: FormerBlock, after: BlockId | null, ids: IdSource): BlockId {
  const reader = draftReader(doc);
  if (reader.block(former.id) === null && entryMap(doc, former.id)?.get('deleted') === true)
    keepRescued(doc, former.id);
  const shown = reader.block(former.id);
  if (shown === null) {
    const { kind, level, marker, text, origins } = former;
    return insertBlock(doc, after, { kind, level, marker, text, origins }, ids);
  }
  bringTextTo(doc, former.id, former.text);
  if (shown.kind !== former.kind || shown.level !== former.level || shown.marker !== former.marker)
    setKind(doc, [former.id], former);
  return former.id;
}

/** Gives a block its former wording and kind again, where it stands; one that is gone comes back after `after`. One step of undo. */
export function restoreBlock(doc: Y.Doc, former: FormerBlock, after: BlockId | null, ids: IdSource): BlockId {
  return gesture(doc, () => {
    const wasShown = draftReader(doc).block(former.id) !== null;
    const id = bringBack(doc, former, after, ids);
    if (!wasShown) moveBlocks(doc, [id], after);
    return id;
  });
}

/**
 * Brings the whole text to what it was, with as few edits as a person would need: a new change on top of all others, so that nothing of what
 * came after is lost to the history or to undo, and what others write meanwhile in words that stay, stays. One step of undo.
 */
export function restoreText(doc: Y.Doc, former: readonly FormerBlock[], ids: IdSource): void {
  gesture(doc, () => {
    const reader = draftReader(doc);
    const wanted = new Set(former.map(({ id }) => id));
    deleteBlocks(
      doc,
      reader.blocks.flatMap(({ id }) => (wanted.has(id) ? [] : [id])),
    );
    let previous: BlockId | null = null;
    for (const [index, block] of former.entries()) {
      const id = bringBack(doc, block, previous, ids);
      if (reader.blocks[index]?.id !== id) moveBlocks(doc, [id], previous);
      previous = id;
    }
  });
}
