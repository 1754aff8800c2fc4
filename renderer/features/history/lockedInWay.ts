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
  // What was joined into another block since, it or a footnote of it, takes its words out of that.
  const gone = [block, ...from.footnoteRefs.flatMap(({ note }) => note ?? [])].filter(
    (id) => reader.block(id) === null,
  );
  const holder = gone.map((id) => blockId(reader.structure.holderOf(id))).find(isLocked);
  if (holder !== undefined) return holder;
  if (to === null) {
    const place = formerPlace(then, block, (id) => reader.block(id) !== null);
    return lockedAround(reader, from, place, isLocked);
  }
  return (
    (moved ? lockedInWay(reader, formerMove(reader, block, then), isLocked) : null) ??
    lockedBefore(reader, block, from, isLocked)
  );
}
