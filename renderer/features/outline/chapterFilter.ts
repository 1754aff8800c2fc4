import type { Locks } from '#shared/domain/chapterLock';
import type { ChapterItem } from './chapterItems';

/** Which chapters are in sight. */
export const chapterFilters = ['all', 'changed', 'amended', 'due', 'over', 'locked'] as const;
export type ChapterFilter = (typeof chapterFilters)[number];

export const isOverTarget = ({ words, plan }: ChapterItem): boolean =>
  plan.wordTarget !== null && words > plan.wordTarget;

const passes: Readonly<Record<ChapterFilter, (chapter: ChapterItem, locks: Locks) => boolean>> = {
  all: () => true,
  changed: ({ changes }) => changes > 0,
  amended: ({ amendments }) => amendments > 0,
  due: ({ plan }) => plan.due !== null,
  over: isOverTarget,
  locked: ({ id }, locks) => locks.has(id),
};

/** The chapters that pass, and those that they lie under. */
export function filterChapters(
  chapters: readonly ChapterItem[],
  filter: ChapterFilter,
  locks: Locks,
): readonly ChapterItem[] {
  const kept: ChapterItem[] = [];
  let level = 0;
  for (const chapter of chapters.toReversed()) {
    const isAbove = chapter.level < level;
    if (!passes[filter](chapter, locks) && !isAbove) continue;
    kept.push(chapter);
    level = chapter.level;
  }
  return kept.reverse();
}
