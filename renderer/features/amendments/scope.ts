import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import { chaptersOf } from '#shared/domain/chapters';
import type { Revision } from '#shared/domain/revision';
import type { CopyScope } from '#shared/schema/unsentProposals';

/** The blocks to write in, in indices of `revision`: the chapter that the block stands in (or what stands before the first), or all. */
export function scopeAround({ blocks }: Revision, block: BlockId, scope: CopyScope): Range {
  const all = { start: 0, end: blocks.length };
  if (scope === 'all') return all;
  const index = blocks.findIndex(({ id }) => id === block);
  const chapters = chaptersOf(blocks);
  const chapter = chapters.find(({ heading, end }) => heading <= index && index < end);
  if (chapter) return { start: chapter.heading, end: chapter.end };
  const [first] = chapters;
  return first && index < first.heading ? { start: 0, end: first.heading } : all;
}
