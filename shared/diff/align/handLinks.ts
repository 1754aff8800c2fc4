import type { BlockId } from '../../core/ids';
import type { Block } from '../../domain/block';

/** What people said, in block indices. */
export interface Spoken {
  /** Blocks that were linked, with what they were linked to through others: each group is one change. */
  readonly groups: readonly { readonly base: readonly number[]; readonly current: readonly number[] }[];
  /** Whether a person said that these two are strangers. */
  readonly forbids: (base: number, current: number) => boolean;
}

const silence: Spoken = { groups: [], forbids: () => false };

/** Links speak of the period before. A text with blocks of the same ids that come from the same blocks is no such period, but an earlier state of this work. */
function isSameWork(base: readonly Block[], current: readonly Block[]): boolean {
  const own = new Map<BlockId, readonly BlockId[]>(current.map(({ id, origins }) => [id, origins]));
  return base.some(({ id, origins }) => origins.length > 0 && own.get(id)?.join() === origins.join());
}

/** What the links of `current` say of the blocks of `base`: D28, D29. Links to blocks that are not there say nothing. Linear. */
export function spokenLinks(base: readonly Block[], current: readonly Block[]): Spoken {
  if (current.every(({ links }) => links === undefined) || isSameWork(base, current)) return silence;
  const places = new Map<BlockId, number>(base.map(({ id }, index) => [id, index]));
  const forbidden = new Map<number, Set<number>>();
  const groups = new Map<number, { base: Set<number>; current: Set<number> }>();
  current.forEach(({ links = [] }, inCurrent) => {
    let own: { base: Set<number>; current: Set<number> } | null = null;
    for (const { origin, verdict } of links) {
      const inBase = places.get(origin);
      if (inBase === undefined) continue;
      if (verdict === 'unlinked') {
        forbidden.set(inCurrent, (forbidden.get(inCurrent) ?? new Set()).add(inBase));
        continue;
      }
      own ??= { base: new Set(), current: new Set([inCurrent]) };
      const known = groups.get(inBase);
      if (known !== undefined && known !== own) {
        for (const index of own.base) known.base.add(index);
        for (const index of own.current) known.current.add(index);
        own = known;
      }
      own.base.add(inBase);
      for (const index of own.base) groups.set(index, own);
    }
  });
  const ascending = (indices: ReadonlySet<number>): readonly number[] => [...indices].sort((a, b) => a - b);
  return {
    groups: [...new Set(groups.values())].map((group) => ({
      base: ascending(group.base),
      current: ascending(group.current),
    })),
    forbids:
      forbidden.size === 0 ? silence.forbids : (inBase, inCurrent) => forbidden.get(inCurrent)?.has(inBase) === true,
  };
}
