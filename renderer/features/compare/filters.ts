import { chapterMap } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import type { BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import type { ChapterPlan } from '#shared/domain/chapterPlan';
import type { ChangeSize } from './changeSize';
import { anchorOf, isChange, type Comparison } from './comparison';

/** What a change is, as the list can be narrowed to; one change may be several of them. */
export const changeSorts = ['reworded', 'moved', 'split', 'joined', 'inserted', 'deleted', 'retyped'] as const;
export type ChangeSort = (typeof changeSorts)[number];

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

/** The changes of a comparison that the filter lets through, in reading order. */
export function filterChanges(
  comparison: Comparison,
  { sort, chapter, size, committee }: ChangeFilter,
  plans: ChapterPlans,
): readonly BlockChange[] {
  const told = comparison.told.filter(({ change }) => isChange(change));
  const changes = told.map(({ change }) => change);
  if (sort === null && chapter === null && size === null && committee === null) return changes;
  const { chapterAt } = chapterMap(comparison.outline);
  const committees = committee === null ? [] : committeesOf(comparison.outline, plans);
  return changes.filter((change, index) => {
    if (sort !== null && !isSort(change, sort)) return false;
    if (size !== null && told[index]?.size !== size) return false;
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
