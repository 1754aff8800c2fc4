import type { BlockId } from '#shared/core/ids';
import type { ReviewBlock } from '#shared/import';

/** The block that each line of the file went into; of several, the one with the fewest lines (a note inside a paragraph). Linear in lines. */
export function blocksByLine(blocks: readonly ReviewBlock[]): ReadonlyMap<number, BlockId> {
  const owners = new Map<number, ReviewBlock>();
  const length = ({ source }: ReviewBlock): number => (source ? source.toLine - source.fromLine : 0);
  for (const block of blocks) {
    if (!block.source) continue;
    for (let line = block.source.fromLine; line <= block.source.toLine; line++) {
      const owner = owners.get(line);
      if (!owner || length(block) < length(owner)) owners.set(line, block);
    }
  }
  return new Map([...owners].map(([line, { id }]) => [line, id]));
}
