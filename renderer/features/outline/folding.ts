import type { BlockId } from '#shared/core/ids';
import type { ChapterItem } from './chapterItems';

/** A heading as the outline shows it. */
export interface OutlineItem extends ChapterItem {
  /** Whether headings lie under it. */
  readonly hasMore: boolean;
  /** Those are put away: what happened under them counts here. */
  readonly isFolded: boolean;
}

/** The headings that are in sight, and of those that are folded what happened under them, too. */
export function foldedOutline(chapters: readonly ChapterItem[], folded: ReadonlySet<BlockId>): readonly OutlineItem[] {
  const shown: { -readonly [K in keyof OutlineItem]: OutlineItem[K] }[] = [];
  /** The folded heading that what follows lies under. */
  let over: (typeof shown)[number] | null = null;
  chapters.forEach((chapter, index) => {
    if (over !== null && chapter.level > over.level) {
      over.changes += chapter.changes;
      over.amendments += chapter.amendments;
      return;
    }
    const hasMore = (chapters[index + 1]?.level ?? 0) > chapter.level;
    const item = { ...chapter, hasMore, isFolded: hasMore && folded.has(chapter.id) };
    shown.push(item);
    over = item.isFolded ? item : null;
  });
  return shown;
}

/** The heading in sight that stands for another one: itself, or the folded one that it lies under. */
export function shownFor(
  chapters: readonly ChapterItem[],
  shown: readonly OutlineItem[],
  id: BlockId | null,
): BlockId | null {
  const at = chapters.findIndex((chapter) => chapter.id === id);
  const inSight = new Set(shown.map((item) => item.id));
  return chapters.slice(0, at + 1).findLast((chapter) => inSight.has(chapter.id))?.id ?? null;
}

/** Who is in each chapter in sight, those under a folded heading too. The same map where none is folded. */
export function inSight<Someone>(
  chapters: readonly ChapterItem[],
  shown: readonly OutlineItem[],
  within: ReadonlyMap<BlockId, readonly Someone[]>,
): ReadonlyMap<BlockId, readonly Someone[]> {
  if (!shown.some(({ isFolded }) => isFolded)) return within;
  const found = new Map<BlockId, readonly Someone[]>();
  for (const [heading, people] of within) {
    const row = shownFor(chapters, shown, heading);
    if (row !== null) found.set(row, [...(found.get(row) ?? []), ...people]);
  }
  return found;
}

/** Its number and its words, as a row is called. */
export const nameOf = ({ number, text }: Pick<ChapterItem, 'number' | 'text'>): string =>
  [number, text].filter(Boolean).join(' ');
