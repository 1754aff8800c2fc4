import { chapterMap } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import { wordsOf, type BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import type { ChapterPlan } from '#shared/domain/chapterPlan';
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
  /** Who sees to the chapter, as they are called in its plan. */
  readonly committee: string | null;
}

export const everything: ChangeFilter = { sort: null, chapter: null, size: null, committee: null };

export type ChapterPlans = ReadonlyMap<BlockId, ChapterPlan>;

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
export function filterChanges(
  comparison: Comparison,
  { sort, chapter, size, committee }: ChangeFilter,
  plans: ChapterPlans,
): readonly BlockChange[] {
  const changes = comparison.changes.filter(isChange);
  if (sort === null && chapter === null && size === null && committee === null) return changes;
  const { chapterAt } = chapterMap(comparison.outline);
  const committees = committee === null ? [] : committeesOf(comparison.outline, plans);
  return changes.filter((change) => {
    if (sort !== null && !isSort(change, sort)) return false;
    if (size !== null && sizeOf(change) !== size) return false;
    if (chapter === null && committee === null) return true;
    const place = placeOfAnchor(comparison, change);
    return (
      (chapter === null || chapterAt(place) === chapter) &&
      (committee === null || (committees[place] ?? null) === committee)
    );
  });
}

/** The blocks at which the changes are shown that the filter lets through. */
export const stopsOf = (comparison: Comparison, filter: ChangeFilter, plans: ChapterPlans): ReadonlySet<BlockId> =>
  new Set(filterChanges(comparison, filter, plans).flatMap((change) => anchorOf(comparison, change) ?? []));

/** Index of the block at which a change is shown; −1 where there is none. */
function placeOfAnchor(comparison: Comparison, change: BlockChange): number {
  const { outline, changes, changeAt } = comparison;
  const anchor = anchorOf(comparison, change);
  const at = anchor === null ? undefined : changeAt.get(anchor);
  return changes[at ?? -1]?.current.find((index) => outline[index]?.id === anchor) ?? -1;
}

/** For each block who sees to it: by the plan of the nearest heading above that says so, or of one that it lies under. */
function committeesOf(blocks: readonly Block[], plans: ChapterPlans): readonly (string | null)[] {
  const within: { readonly level: number; readonly committee: string | null }[] = [];
  return blocks.map(({ id, kind, level }) => {
    if (kind === 'heading') {
      while ((within.at(-1)?.level ?? 0) >= (level ?? 1)) within.pop();
      const committee = plans.get(id)?.responsible ?? within.at(-1)?.committee ?? null;
      within.push({ level: level ?? 1, committee });
    }
    return within.at(-1)?.committee ?? null;
  });
}

/** Who the plans name, each once, by name. */
export const committeesIn = (plans: ChapterPlans): readonly string[] =>
  [...new Set([...plans.values()].flatMap(({ responsible }) => responsible ?? []))].sort((a, b) =>
    a.localeCompare(b, 'nb'),
  );
