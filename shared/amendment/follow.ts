import { rememberedByPair } from '../core/remembered';
import { alignBlocks } from '../diff';
import type { Block } from '../domain/block';
import type { Revision } from '../domain/revision';
import { reunite, type Group } from './reunite';

/** What became of one block: where its words are now, and who shares that place with it. */
export interface Whereabouts {
  /** Indices in the old revision whose words went the same way; the block itself among them. */
  readonly base: readonly number[];
  /** Indices in the new revision; empty where the words are gone. */
  readonly current: readonly number[];
  readonly moved: boolean;
}

/** Follows blocks and slots from one revision to another. Indices are those of the blocks of either. */
export interface Trail {
  whereabouts(baseIndex: number): Whereabouts;
  /** The slot in the new revision that stands for the slot after `baseIndex`; −1 before the first block. Rule B6. */
  slot(baseIndex: number): number;
  /** True for a block of the new revision that comes from none of the old. */
  isNew(currentIndex: number): boolean;
}

/** Blocks that stay beside what is compared, for words that went to a neighbour. */
const MARGIN = 3;

const isKept = (a: Block | undefined, b: Block | undefined): boolean =>
  a !== undefined && b !== undefined && a.id === b.id && a.text === b.text && a.kind === b.kind && a.level === b.level;

/**
 * What became of the blocks of one revision in another. What both have the same, with the same identity, from the beginning on and from the end back, is itself: a decision
 * changes a few blocks of a thousand, and only those and their neighbours are compared.
 */
function groupsBetween(base: readonly Block[], current: readonly Block[]): readonly Group[] {
  const shorter = Math.min(base.length, current.length);
  let same = 0;
  while (same < shorter && isKept(base[same], current[same])) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && isKept(base.at(-1 - sameAtEnd), current.at(-1 - sameAtEnd))) sameAtEnd++;
  const start = Math.max(0, same - MARGIN);
  const end = Math.max(0, sameAtEnd - MARGIN);
  const [own, now] = [base.slice(start, base.length - end), current.slice(start, current.length - end)];
  const itself = (from: number, to: number): Group => ({ base: [from], current: [to], moved: false });
  const shifted = (indices: readonly number[]): readonly number[] => indices.map((index) => index + start);
  return [
    ...base.slice(0, start).map((_, index) => itself(index, index)),
    ...reunite(alignBlocks(own, now).changes, own, now).map((group) => ({
      base: shifted(group.base),
      current: shifted(group.current),
      moved: group.moved,
    })),
    ...base.slice(base.length - end).map((_, at) => itself(base.length - end + at, current.length - end + at)),
  ];
}

const last = (indices: readonly number[]): number | undefined => indices.at(-1);

function followBlocks(base: readonly Block[], current: readonly Block[]): Trail {
  const byBase = new Map<number, Whereabouts>();
  const known = new Set<number>();
  for (const { base: from, current: to, moved } of groupsBetween(base, current)) {
    for (const index of from) byBase.set(index, { base: from, current: to, moved });
    if (from.length > 0) to.forEach((index) => known.add(index));
  }
  const whereabouts = (index: number): Whereabouts => byBase.get(index) ?? { base: [index], current: [], moved: false };
  const isNew = (index: number): boolean => !known.has(index);
  /** The end of the new blocks that stand right behind a place. */
  const behindNew = (index: number): number => {
    let at = index;
    while (at + 1 < current.length && isNew(at + 1)) at += 1;
    return at;
  };
  /** True when what stood around the block went along with it. */
  const movedWithNeighbours = (index: number, { base: own, current: now }: Whereabouts): boolean => {
    const next = whereabouts((last(own) ?? index) + 1).current[0];
    const previous = last(whereabouts((own[0] ?? index) - 1).current);
    const end = last(now) ?? -1;
    return (
      (next !== undefined && next === behindNew(end) + 1) ||
      (previous !== undefined && behindNew(previous) + 1 === now[0])
    );
  };
  const slot = (index: number): number => {
    for (let at = index; at >= 0; at--) {
      const place = whereabouts(at);
      const end = last(place.current);
      if (end === undefined || (place.moved && !movedWithNeighbours(at, place))) continue;
      return at === index ? end : behindNew(end);
    }
    return index < 0 ? -1 : behindNew(-1);
  };
  return { whereabouts, slot, isNew };
}

/** Aligning costs as much as a comparison, and every amendment asks about the same two revisions. */
const trails = rememberedByPair(followBlocks);

export const trailBetween = (from: Pick<Revision, 'blocks'>, to: Pick<Revision, 'blocks'>): Trail =>
  trails(from.blocks, to.blocks);
