import { spokenWords } from '../diff';
import type { Block } from '../domain/block';

/** Blocks whose words went together from the old revision to the new. Indices ascend; one side is empty for what is new or gone. */
export interface Group {
  readonly base: readonly number[];
  readonly current: readonly number[];
  readonly moved: boolean;
}

/** A lone block belongs to its neighbour when at least this share of its words is what the neighbour lost or gained. */
const SHARE = 0.6;

type Bag = ReadonlyMap<string, number>;

function bagOf(blocks: readonly Block[], indices: readonly number[]): Bag {
  const bag = new Map<string, number>();
  for (const index of indices) {
    for (const word of spokenWords(blocks[index]?.text ?? '')) bag.set(word, (bag.get(word) ?? 0) + 1);
  }
  return bag;
}

const sizeOf = (bag: Bag): number => [...bag.values()].reduce((sum, count) => sum + count, 0);

/** How many words of `bag` one side has more of than the other. */
const surplusIn = (bag: Bag, more: Bag, fewer: Bag): number =>
  [...bag].reduce((sum, [word, count]) => {
    const surplus = (more.get(word) ?? 0) - (fewer.get(word) ?? 0);
    return sum + Math.min(count, Math.max(0, surplus));
  }, 0);

const touches = (indices: readonly number[], index: number): boolean =>
  indices.includes(index - 1) || indices.includes(index + 1);

const ascending = (indices: readonly number[]): readonly number[] => [...indices].sort((a, b) => a - b);

/**
 * Puts halves of divided blocks, and blocks that were joined, to the group that they belong to. An alignment by identity ends with the block that kept the
 * identity: the other half of a division has a new one, and looks new; the second of two joined blocks looks struck.
 */
export function reunite(groups: readonly Group[], base: readonly Block[], current: readonly Block[]): readonly Group[] {
  const result: Group[] = [...groups];
  const adopt = (lone: Group, accepts: (group: Group) => boolean, grow: (group: Group) => Group): void => {
    const at = result.findIndex((group) => group.base.length > 0 && group.current.length > 0 && accepts(group));
    const found = result[at];
    if (found === undefined) return;
    result[at] = grow(found);
    result.splice(result.indexOf(lone), 1);
  };
  for (const lone of groups) {
    const [added] = lone.base.length === 0 ? lone.current : [];
    if (added !== undefined) {
      const words = bagOf(current, [added]);
      const belongs = (group: Group): boolean =>
        touches(group.current, added) &&
        surplusIn(words, bagOf(base, group.base), bagOf(current, group.current)) >= Math.max(1, SHARE * sizeOf(words));
      adopt(lone, belongs, (group) => ({ ...group, current: ascending([...group.current, added]) }));
    }
    const [gone] = lone.current.length === 0 ? lone.base : [];
    if (gone !== undefined) {
      const words = bagOf(base, [gone]);
      const belongs = (group: Group): boolean =>
        touches(group.base, gone) &&
        surplusIn(words, bagOf(current, group.current), bagOf(base, group.base)) >= Math.max(1, SHARE * sizeOf(words));
      adopt(lone, belongs, (group) => ({ ...group, base: ascending([...group.base, gone]) }));
    }
  }
  return result;
}
