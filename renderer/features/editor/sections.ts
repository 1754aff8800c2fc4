import type { BlockId } from '#shared/core/ids';
import type { DraftBlock } from '#shared/schema/draft';

/** What the page shows together: the blocks from one that starts a chapter to the next such. */
export interface Section {
  /** The block that it begins with. */
  readonly anchor: string;
  readonly blocks: readonly DraftBlock[];
}

/**
 * A section with as many blocks ends where the next chapter begins. In each frame the browser asks every section whether it is near the screen,
 * so there should be few; and lays out the whole of one that is, so none should be long.
 */
export const FULL_SECTION = 40;

export const startsChapter = ({ kind, level }: DraftBlock): boolean => kind === 'heading' && (level ?? 1) === 1;

/** `full`: how many blocks fill a section. `isAnchor`: whether one begins with this block already; it goes on to, as long as it starts a chapter, so that an edit rearranges no other section. */
export function sectionsOf(
  blocks: readonly DraftBlock[],
  full: number,
  isAnchor: (block: BlockId) => boolean,
): readonly Section[] {
  const sections: { anchor: string; blocks: DraftBlock[] }[] = [];
  for (const block of blocks) {
    const current = sections.at(-1);
    const isNext = startsChapter(block) && (isAnchor(block.id) || (current?.blocks.length ?? 0) >= full);
    if (current === undefined || isNext) sections.push({ anchor: block.id, blocks: [block] });
    else current.blocks.push(block);
  }
  return sections;
}
