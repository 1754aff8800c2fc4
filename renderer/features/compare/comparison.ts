import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { alignBlocks, summarise, type BlockChange, type Summary } from '#shared/diff';

/** How one text came out of another, ready for the views. Indices in `changes` are into `base` and `current`. */
export interface Comparison {
  readonly base: readonly Block[];
  readonly current: readonly Block[];
  readonly changes: readonly BlockChange[];
  readonly summary: Summary;
  /** The change each block of `current` is part of. */
  readonly changeOf: ReadonlyMap<BlockId, BlockChange>;
  /** Texts of base blocks that were struck directly before a block of `current`; under `null` those at the very end. */
  readonly struckBefore: ReadonlyMap<BlockId | null, readonly string[]>;
}

export const isChange = (change: BlockChange): boolean => change.kind !== 'unchanged' || change.moved || change.retyped;

export function compareBlocks(base: readonly Block[], current: readonly Block[]): Comparison {
  const alignment = alignBlocks(base, current);
  const changeOf = new Map<BlockId, BlockChange>();
  const struckBefore = new Map<BlockId | null, readonly string[]>();
  let waiting: string[] = [];
  for (const change of alignment.changes) {
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
  return { base, current, changes: alignment.changes, summary: summarise(alignment), changeOf, struckBefore };
}

/**
 * The block of `current` a change is shown at: its own first one. For a deletion the block that now stands there; at the end of a chapter
 * the one before it, so that what was struck in a chapter is never counted in the next.
 */
export function anchorOf(comparison: Comparison, change: BlockChange): BlockId | null {
  const { changes, current } = comparison;
  const own = change.current[0];
  if (own !== undefined) return current[own]?.id ?? null;
  const at = changes.indexOf(change);
  const next = current[changes.slice(at + 1).find((later) => later.current.length > 0)?.current[0] ?? -1];
  if (next && next.kind !== 'heading') return next.id;
  const previous =
    current[
      changes
        .slice(0, at)
        .findLast((earlier) => earlier.current.length > 0)
        ?.current.at(-1) ?? -1
    ];
  return (previous ?? next)?.id ?? null;
}
