import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import { chaptersOf } from '#shared/domain/chapters';
import { sameFormats } from '#shared/domain/formats';
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

/** Whether one who proposes has changed nothing of a block. */
const isSame = (a: Block, b: Block | undefined): boolean =>
  a.id === b?.id && a.kind === b.kind && a.level === b.level && a.text === b.text && sameFormats(a.formats, b.formats);

/**
 * What is written in a copy of one stretch of `text` as a copy of another; `null` where something is changed that the other does not have. Stretches in indices of `text`.
 */
export function writtenIn(
  { blocks }: Revision,
  from: Range,
  written: readonly Block[],
  to: Range,
): readonly Block[] | null {
  // A copy has the number of its chapter as it is printed.
  const own = blocks[from.start];
  const inside = written.map((block) => (own && block.id === own.id ? { ...block, marker: own.marker } : block));
  const all = [...blocks.slice(0, from.start), ...inside, ...blocks.slice(from.end)];
  const [before, behind] = [blocks.slice(0, to.start), blocks.slice(to.end)];
  const isUnchangedElsewhere =
    all.length >= before.length + behind.length &&
    before.every((block, index) => isSame(block, all[index])) &&
    behind.every((block, index) => isSame(block, all[all.length - behind.length + index]));
  return isUnchangedElsewhere ? all.slice(to.start, all.length - behind.length) : null;
}
