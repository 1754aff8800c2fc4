import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { noPlan, type ChapterPlan } from '#shared/domain/chapterPlan';
import { numberBlocks } from '#shared/domain/numbering';
import { charactersOf, wordsOf } from '#shared/domain/wordCount';

export interface ChapterItem {
  readonly id: BlockId;
  readonly number: string | null;
  readonly text: string;
  readonly level: number;
  /** Changed blocks and open amendments from this heading to the next. */
  readonly changes: number;
  readonly amendments: number;
  /** Its own and all under it, also what stands under deeper headings. */
  readonly words: number;
  readonly characters: number;
  readonly plan: ChapterPlan;
}

/** The headings with what happened under each; what stands before the first heading counts nowhere. */
export function chapterItems(
  blocks: readonly Block[],
  changed: ReadonlySet<BlockId>,
  openAmendments: ReadonlyMap<BlockId, readonly AmendmentId[]>,
  plans: ReadonlyMap<BlockId, ChapterPlan>,
): readonly ChapterItem[] {
  const numbers = numberBlocks(blocks);
  const items: { -readonly [K in keyof ChapterItem]: ChapterItem[K] }[] = [];
  /** The heading that counts and those it lies under, outermost first. */
  const within: (typeof items)[number][] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      const { id, text, level } = block;
      const plan = plans.get(id) ?? noPlan;
      const counted = { changes: 0, amendments: 0, words: 0, characters: 0 };
      const item = { id, number: numbers[index] ?? null, text, level: level ?? 1, plan, ...counted };
      items.push(item);
      while ((within.at(-1)?.level ?? 0) >= item.level) within.pop();
      within.push(item);
    }
    const chapter = items.at(-1);
    if (!chapter) return;
    if (changed.has(block.id)) chapter.changes += 1;
    chapter.amendments += openAmendments.get(block.id)?.length ?? 0;
    for (const item of within) {
      item.words += wordsOf(block);
      item.characters += charactersOf(block);
    }
  });
  return items;
}
