import { chapterMap } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import { wordsOf, type BlockChange } from '#shared/diff';
import { anchorOf, isChange, type Comparison } from './comparison';

/** What a change is, as the list can be narrowed to; one change may be several of them. */
export const changeSorts = ['reworded', 'moved', 'split', 'joined', 'inserted', 'deleted', 'retyped'] as const;
export type ChangeSort = (typeof changeSorts)[number];

export const changeSizes = ['small', 'medium', 'large'] as const;
export type ChangeSize = (typeof changeSizes)[number];

/** Words up to which a change is small, and medium. */
const SMALL = 3;
const MEDIUM = 15;

export interface ChangeFilter {
  readonly sort: ChangeSort | null;
  /** Index among the chapters of the current text; −1 for what stands before the first; `null` for all. */
  readonly chapter: number | null;
  readonly size: ChangeSize | null;
}

export const everything: ChangeFilter = { sort: null, chapter: null, size: null };

export const isSort = (change: BlockChange, sort: ChangeSort): boolean =>
  sort === 'moved' ? change.moved : sort === 'retyped' ? change.retyped : change.kind === sort;

const letters = /[\p{L}\p{N}]/u;
const countWords = (text: string): number => wordsOf(text).words.filter((word) => letters.test(word)).length;

/** By the words struck or put in, whichever are more; what only moved, was divided or changed form has none. */
export function sizeOf({ tokens }: Pick<BlockChange, 'tokens'>): ChangeSize {
  let struck = 0;
  let added = 0;
  for (const [sign, text] of tokens) {
    if (sign === '-') struck += countWords(text);
    if (sign === '+') added += countWords(text);
  }
  const words = Math.max(struck, added);
  return words <= SMALL ? 'small' : words <= MEDIUM ? 'medium' : 'large';
}

/** The changes of a comparison that the filter lets through, in reading order. */
export function filterChanges(comparison: Comparison, { sort, chapter, size }: ChangeFilter): readonly BlockChange[] {
  const changes = comparison.changes.filter(isChange);
  if (sort === null && chapter === null && size === null) return changes;
  const chapterAt = chapter === null ? null : chapterOfAnchors(comparison);
  return changes.filter(
    (change) =>
      (sort === null || isSort(change, sort)) &&
      (size === null || sizeOf(change) === size) &&
      (chapterAt === null || chapterAt(change) === chapter),
  );
}

/** The blocks at which the changes are shown that the filter lets through. */
export const stopsOf = (comparison: Comparison, filter: ChangeFilter): ReadonlySet<BlockId> =>
  new Set(filterChanges(comparison, filter).flatMap((change) => anchorOf(comparison, change) ?? []));

function chapterOfAnchors(comparison: Comparison): (change: BlockChange) => number {
  const { outline, changes, changeAt } = comparison;
  const { chapterAt } = chapterMap(outline);
  return (change) => {
    const anchor = anchorOf(comparison, change);
    const at = anchor === null ? undefined : changeAt.get(anchor);
    const index = changes[at ?? -1]?.current.find((one) => outline[one]?.id === anchor);
    return index === undefined ? -1 : chapterAt(index);
  };
}
