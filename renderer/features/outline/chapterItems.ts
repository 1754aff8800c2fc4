import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { numberBlocks } from '#shared/domain/numbering';

export interface ChapterItem {
  readonly id: BlockId;
  readonly number: string | null;
  readonly text: string;
  readonly level: number;
  /** Changed blocks and open amendments from this heading to the next. */
  readonly changes: number;
  readonly amendments: number;
}

/** The headings with what happened under each; what stands before the first heading counts nowhere. */
export function chapterItems(
  blocks: readonly Block[],
  changed: ReadonlySet<BlockId>,
  openAmendments: ReadonlyMap<BlockId, readonly AmendmentId[]>,
): readonly ChapterItem[] {
  const numbers = numberBlocks(blocks);
  const items: { -readonly [K in keyof ChapterItem]: ChapterItem[K] }[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      const { id, text, level } = block;
      items.push({ id, number: numbers[index] ?? null, text, level: level ?? 1, changes: 0, amendments: 0 });
    }
    const chapter = items.at(-1);
    if (!chapter) return;
    if (changed.has(block.id)) chapter.changes += 1;
    chapter.amendments += openAmendments.get(block.id)?.length ?? 0;
  });
  return items;
}
