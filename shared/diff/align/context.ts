import { chapterMap } from './chapterContext';
import { spreadToEqualNeighbours } from './exactMatches';
import type { Matching } from './matching';
import type { Profile } from './profile';

/** Matches what only its surroundings can tell: equal texts that stand many times, by their neighbours and then by their
 *  chapter; and the heading and lead-in of a chapter whose content is matched. */
export function matchByContext(known: Profile, matching: Matching): void {
  spreadToEqualNeighbours(known, matching, 'all');
  const { base, current } = known;
  const forwards = chapterMap(base.chapters, current.chapters, base.weights, (index) => matching.partnerOfBase(index));
  const backwards = chapterMap(current.chapters, base.chapters, current.weights, (index) =>
    matching.partnerOfCurrent(index),
  );
  const openInBase = openByChapter(base.chapters, (index) => matching.groupOfBase(index) === undefined);
  const openInCurrent = openByChapter(current.chapters, (index) => matching.groupOfCurrent(index) === undefined);
  for (const [chapter, inBase] of openInBase) {
    const counterpart = forwards.get(chapter);
    const inCurrent = counterpart === undefined ? undefined : openInCurrent.get(counterpart);
    if (counterpart === undefined || inCurrent === undefined || backwards.get(counterpart) !== chapter) continue;
    const equal = new Map<string, number[]>();
    for (const index of inCurrent) {
      const text = current.blocks[index]?.text ?? '';
      equal.set(text, [...(equal.get(text) ?? []), index]);
    }
    for (const index of inBase) {
      const match = equal.get(base.blocks[index]?.text ?? '')?.shift();
      if (match !== undefined) matching.pair(index, match);
    }
    for (const kind of ['heading', 'leadIn'] as const) {
      const left = inBase.filter(
        (index) => base.blocks[index]?.kind === kind && matching.groupOfBase(index) === undefined,
      );
      const right = inCurrent.filter(
        (index) => current.blocks[index]?.kind === kind && matching.groupOfCurrent(index) === undefined,
      );
      const [only] = left;
      const [match] = right;
      if (left.length === 1 && right.length === 1 && only !== undefined && match !== undefined)
        matching.pair(only, match);
    }
  }
}

function openByChapter(
  chapters: Int32Array,
  isOpen: (index: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const open = new Map<number, number[]>();
  chapters.forEach((chapter, index) => {
    if (!isOpen(index)) return;
    const indices = open.get(chapter);
    if (indices === undefined) open.set(chapter, [index]);
    else indices.push(index);
  });
  return open;
}
