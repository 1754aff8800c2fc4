import type { Alignment, BlockChange } from './change';

/** A place in a chain of texts, oldest first. */
export interface PeriodPlace {
  /** Index of the text in the chain. */
  readonly period: number;
  /** Index of the block in that text. */
  readonly block: number;
}

/** What a point was in one period. */
export interface LifeStage {
  readonly period: number;
  /** Block indices in that text, ascending; more than one where the point was joined of several, or divided into them. */
  readonly blocks: readonly number[];
  /** What became of the stage before, to make this one: changes of the alignment `period − 1 → period`. Empty for the oldest stage. */
  readonly changes: readonly BlockChange[];
}

/** A point through all periods that are loaded, oldest first, without gaps. */
export interface PointLife {
  readonly stages: readonly LifeStage[];
  /** How it ended: the last stage is of the newest text, or it was struck in the next. */
  readonly isAlive: boolean;
}

/**
 * Follows a block through a chain of texts: to all that it came from, and to all that came of it (D31). `alignments[i]` leads from text `i` to
 * text `i + 1`. Blocks that only share an ancestor or a descendant with it are not part of its life. Total: a place that does not exist has no
 * stages. Linear in the changes of the chain.
 */
export function lifeOf(alignments: readonly Alignment[], { period, block }: PeriodPlace): PointLife {
  const earlier: LifeStage[] = [];
  const later: LifeStage[] = [];
  const touching = (at: number, side: 'base' | 'current', blocks: ReadonlySet<number>): readonly BlockChange[] =>
    (alignments[at]?.changes ?? []).filter((change) => change[side].some((index) => blocks.has(index)));
  const indices = (changes: readonly BlockChange[], side: 'base' | 'current'): readonly number[] =>
    [...new Set(changes.flatMap((change) => change[side]))].sort((a, b) => a - b);

  let blocks: readonly number[] = [block];
  let own = touching(period - 1, 'current', new Set(blocks));
  const exists = own.length > 0 || touching(period, 'base', new Set(blocks)).length > 0;
  if (!exists) return { stages: [], isAlive: false };
  const ownChanges = own;
  for (let at = period - 1; at >= 0; at--) {
    blocks = indices(own, 'base');
    if (blocks.length === 0) break;
    own = touching(at - 1, 'current', new Set(blocks));
    earlier.unshift({ period: at, blocks, changes: own });
  }
  blocks = [block];
  let isAlive = true;
  for (let at = period; at < alignments.length; at++) {
    const changes = touching(at, 'base', new Set(blocks));
    blocks = indices(changes, 'current');
    if (blocks.length === 0) {
      isAlive = false;
      break;
    }
    later.push({ period: at + 1, blocks, changes });
  }
  return { stages: [...earlier, { period, blocks: [block], changes: ownChanges }, ...later], isAlive };
}
