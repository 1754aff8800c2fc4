import type { Amendment, TextChange } from '#shared/amendment/amendment';
import type { BlockId } from '#shared/core/ids';

/** The block of the base at which a change is shown; `null` for one that concerns no block. */
export function blockOfChange(change: TextChange): BlockId | null {
  switch (change.kind) {
    case 'insertion':
      return change.after;
    case 'replacement':
    case 'deletion':
    case 'move':
    case 'split':
    case 'join':
    case 'editorial':
      return change.block;
    case 'programme':
      return null;
  }
}

/** Amendments by the block at which they are shown, in the order given. */
export function amendmentsByBlock(amendments: Iterable<Amendment>): ReadonlyMap<BlockId, readonly Amendment[]> {
  const byBlock = new Map<BlockId, Amendment[]>();
  for (const amendment of amendments) {
    const blocks = new Set(amendment.changes.map(blockOfChange));
    for (const block of blocks) {
      if (block !== null) byBlock.set(block, [...(byBlock.get(block) ?? []), amendment]);
    }
  }
  return byBlock;
}
