import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { Block } from '../../../domain/block';
import { placementKeys, writeKeys } from '../placing';
import { restructure } from '../writing';

/** Moves shown blocks, in the order they stand, right after the block `after` (`null`: to the start). `after` may not be among them. */
export function moveBlocks(doc: Y.Doc, ids: readonly BlockId[], after: BlockId | null): void {
  restructure(doc, (reader) => {
    const wanted = new Set<string>(ids);
    if (after !== null && (wanted.has(after) || reader.indexOf(after) === null)) return;
    // Footnotes go where their markers go.
    const moved = reader.structure.placed
      .filter(({ id, calledBy }) => wanted.has(id) && calledBy === null)
      .map(({ id }) => id);
    if (moved.length === 0) return;
    writeKeys(reader, placementKeys(reader, moved, after), new Set(moved));
    reader.settle();
  });
}

/** A heading with everything under it, in order; any other block alone; none for an unknown one. */
export function chapterIds(blocks: readonly Pick<Block, 'id' | 'kind' | 'level'>[], id: BlockId): readonly BlockId[] {
  const start = blocks.findIndex((block) => block.id === id);
  const head = blocks[start];
  if (head === undefined) return [];
  if (head.kind !== 'heading') return [id];
  const level = head.level ?? 1;
  const length = blocks
    .slice(start + 1)
    .findIndex(({ kind, level: other }) => kind === 'title' || (kind === 'heading' && (other ?? 1) <= level));
  return blocks.slice(start, length === -1 ? blocks.length : start + 1 + length).map((block) => block.id);
}
