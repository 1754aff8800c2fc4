import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { summarise, type BlockChange, type Summary } from '#shared/diff';
import type { ToldChange } from './live/comparer';

/** How one text came out of another, ready for the views. Indices in `changes` are into `base` and `current`. */
export interface Comparison {
  readonly base: readonly Block[];
  readonly current: readonly Block[];
  readonly changes: readonly BlockChange[];
  /** `told[i]` belongs to `changes[i]`. */
  readonly told: readonly ToldChange[];
  readonly exact: boolean;
  readonly summary: Summary;
  /** The change each block of `current` is part of. */
  readonly changeOf: ReadonlyMap<BlockId, BlockChange>;
  /** Texts of base blocks that were struck directly before a block of `current`; under `null` those at the very end. */
  readonly struckBefore: ReadonlyMap<BlockId | null, readonly string[]>;
  /** The block of `current` at which a change is shown; unchanged ones are left out. */
  readonly anchors: ReadonlyMap<BlockChange, BlockId>;
}

export const isChange = (change: BlockChange): boolean => change.kind !== 'unchanged' || change.moved || change.retyped;

/**
 * A change is shown at its own first block. A deletion at the block that now stands there; at the end of a chapter at the one before it, so
 * that what was struck in a chapter is never counted in the next.
 */
function anchorsOf(current: readonly Block[], changes: readonly BlockChange[]): ReadonlyMap<BlockChange, BlockId> {
  const anchors = new Map<BlockChange, BlockId>();
  let next: Block | undefined;
  const nextAt = changes.map(() => next);
  for (let at = changes.length - 1; at >= 0; at--) {
    nextAt[at] = next;
    next = current[changes[at]?.current[0] ?? -1] ?? next;
  }
  let previous: Block | undefined;
  changes.forEach((change, at) => {
    const own = current[change.current[0] ?? -1];
    const after = nextAt[at];
    const anchor = own ?? (after && after.kind !== 'heading' ? after : (previous ?? after));
    if (anchor && isChange(change)) anchors.set(change, anchor.id);
    previous = current[change.current.at(-1) ?? -1] ?? previous;
  });
  return anchors;
}

/** What the comparer found, as the views need it. Linear in blocks. */
export function viewComparison(
  base: readonly Block[],
  current: readonly Block[],
  told: readonly ToldChange[],
  exact: boolean,
): Comparison {
  const changes = told.map(({ change }) => change);
  const changeOf = new Map<BlockId, BlockChange>();
  const struckBefore = new Map<BlockId | null, readonly string[]>();
  let waiting: string[] = [];
  for (const change of changes) {
    if (change.kind === 'deleted') waiting.push(...change.base.map((index) => base[index]?.text ?? ''));
    for (const index of change.current) {
      const block = current[index];
      if (!block) continue;
      changeOf.set(block.id, change);
      if (waiting.length > 0) struckBefore.set(block.id, waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) struckBefore.set(null, waiting);
  return {
    base,
    current,
    changes,
    told,
    exact,
    summary: summarise({ changes, exact }),
    changeOf,
    struckBefore,
    anchors: anchorsOf(current, changes),
  };
}

/** The block of `current` at which a change is shown; `null` where there is none left. */
export const anchorOf = (comparison: Comparison, change: BlockChange): BlockId | null =>
  comparison.anchors.get(change) ?? null;
