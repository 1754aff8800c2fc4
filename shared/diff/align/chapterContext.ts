import type { Matching } from './matching';
import type { Profile } from './profile';

/** For each base chapter (its heading's index) the current chapter where most of its matched words are. */
export function chapterMap({ base, current }: Profile, matching: Matching): ReadonlyMap<number, number> {
  const shared = new Map<number, Map<number, number>>();
  base.chapters.forEach((chapter, index) => {
    const partner = matching.partnerOfBase(index);
    if (partner < 0) return;
    const row = shared.get(chapter) ?? new Map<number, number>();
    const target = current.chapters[partner] ?? -1;
    row.set(target, (row.get(target) ?? 0) + 1 + (base.weights[index] ?? 0));
    shared.set(chapter, row);
  });
  return new Map(
    [...shared].map(([chapter, row]) => {
      let best = -1;
      let most = -1;
      for (const [target, weight] of row) {
        if (weight <= most) continue;
        best = target;
        most = weight;
      }
      return [chapter, best];
    }),
  );
}

export const inSameChapter = (
  { base, current }: Profile,
  chapters: ReadonlyMap<number, number>,
  inBase: number,
  inCurrent: number,
): boolean => chapters.get(base.chapters[inBase] ?? -1) === (current.chapters[inCurrent] ?? -1);
