import { blockId, type BlockId } from '#shared/core/ids';
import type { Difference } from '#shared/schema/differences';
import { formerMove, formerPlace, type DraftReader } from '#shared/schema/draft';
import type { TextThen } from '#shared/schema/moments';
import { lockedAround, lockedBefore, lockedInWay } from '../editor';

/** The locked block that would be changed, parted from its chapter or get something under its lock if a block became what it was in the text `then`; `null` for none. */
export function lockedInWayOf(
  { block, from, to, moved }: Difference,
  then: TextThen,
  reader: DraftReader,
  isLocked: (id: BlockId) => boolean,
): BlockId | null {
  if (isLocked(block)) return block;
  if (from === null) return null;
  if (to === null) {
    // Joined into another block, it takes its words out of that.
    const holder = blockId(reader.structure.holderOf(block));
    const place = formerPlace(then, block, (id) => reader.block(id) !== null);
    return isLocked(holder) ? holder : lockedAround(reader, from, place, isLocked);
  }
  return (
    (moved ? lockedInWay(reader, formerMove(reader.blocks, block, then), isLocked) : null) ??
    lockedBefore(reader, block, from, isLocked)
  );
}
