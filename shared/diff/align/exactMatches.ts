import { chapterMap, inSameChapter } from './chapterContext';
import type { Matching } from './matching';
import type { Profile } from './profile';

/** Matches texts that stand once on each side, and from every match its equal neighbours, above and below. */
export function matchEqualTexts(known: Profile, matching: Matching): void {
  const { base, current } = known;
  const places = new Map<string, { base: number; current: number }>();
  const note = (text: string, side: 'base' | 'current', index: number): void => {
    const place = places.get(text) ?? { base: NONE, current: NONE };
    place[side] = place[side] === NONE ? index : SEVERAL;
    places.set(text, place);
  };
  base.blocks.forEach(({ text }, index) => {
    if (matching.groupOfBase(index) === undefined) note(text, 'base', index);
  });
  current.blocks.forEach(({ text }, index) => {
    if (matching.groupOfCurrent(index) === undefined) note(text, 'current', index);
  });
  for (const place of places.values())
    if (place.base >= 0 && place.current >= 0) matching.pair(place.base, place.current);
  spreadToEqualNeighbours(known, matching);
}

const NONE = -1;
const SEVERAL = -2;

function spreadToEqualNeighbours({ base, current }: Profile, matching: Matching): void {
  const spread = (from: number, step: 1 | -1): void => {
    const partner = matching.partnerOfBase(from);
    if (partner < 0) return;
    const inBase = from + step;
    const inCurrent = partner + step;
    const text = base.blocks[inBase]?.text;
    if (text === undefined || text !== current.blocks[inCurrent]?.text) return;
    if (matching.groupOfBase(inBase) === undefined && matching.groupOfCurrent(inCurrent) === undefined)
      matching.pair(inBase, inCurrent);
  };
  for (let index = 0; index < base.blocks.length; index++) spread(index, 1);
  for (let index = base.blocks.length - 1; index >= 0; index--) spread(index, -1);
}

/** Matches equal texts that stand several times, by what surrounds them: neighbours first, then the chapter, then order. */
export function matchRepeatedTexts(known: Profile, matching: Matching): void {
  const { base, current } = known;
  spreadToEqualNeighbours(known, matching);
  const free = new Map<string, { base: number[]; current: number[] }>();
  current.blocks.forEach(({ text }, index) => {
    if (matching.groupOfCurrent(index) !== undefined) return;
    const group = free.get(text) ?? { base: [], current: [] };
    group.current.push(index);
    free.set(text, group);
  });
  base.blocks.forEach(({ text }, index) => {
    if (matching.groupOfBase(index) === undefined) free.get(text)?.base.push(index);
  });
  const chapters = chapterMap(known, matching);
  for (const group of free.values()) {
    if (group.base.length === 0) continue;
    const open = new Set(group.current);
    const byChapter = new Map<number, number[]>();
    for (const index of group.current) {
      const chapter = current.chapters[index] ?? -1;
      byChapter.set(chapter, [...(byChapter.get(chapter) ?? []), index]);
    }
    const left = group.base.filter((index) => {
      const chapter = chapters.get(base.chapters[index] ?? -1);
      const match =
        chapter === undefined ? undefined : byChapter.get(chapter)?.find((candidate) => open.has(candidate));
      if (match === undefined || !inSameChapter(known, chapters, index, match)) return true;
      open.delete(match);
      matching.pair(index, match);
      return false;
    });
    const rest = [...open];
    left.forEach((index, order) => {
      const match = rest[order];
      if (match !== undefined) matching.pair(index, match);
    });
  }
}

/** Equal blocks cannot be told apart. Those that no neighbour holds in place are matched in order, so that no more of them
 *  than need be seem to have moved. */
export function uncrossEqualTexts({ base, current }: Profile, matching: Matching): void {
  const pairs = new Map<string, { base: number[]; current: number[] }>();
  for (const group of matching.groups()) {
    const [inBase, inCurrent] = [group.base[0] ?? -1, group.current[0] ?? -1];
    if (group.byIdentity || group.base.length > 1 || group.current.length > 1) continue;
    if (matching.partnerOfBase(inBase - 1) === inCurrent - 1 || matching.partnerOfBase(inBase + 1) === inCurrent + 1)
      continue;
    const text = base.blocks[inBase]?.text;
    if (text === undefined || text !== current.blocks[inCurrent]?.text) continue;
    const known = pairs.get(text) ?? { base: [], current: [] };
    known.base.push(inBase);
    known.current.push(inCurrent);
    pairs.set(text, known);
  }
  for (const group of pairs.values()) {
    if (group.base.length < 2) continue;
    group.base.sort((x, y) => x - y);
    group.current.sort((x, y) => x - y);
    group.base.forEach((inBase, order) => {
      matching.pair(inBase, group.current[order] ?? -1);
    });
  }
}
