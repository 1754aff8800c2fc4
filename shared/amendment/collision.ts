import type { AmendmentId, BlockId } from '../core/ids';
import type { Range } from '../core/range';

export type CollisionReason = 'same-words' | 'deleted-target' | 'same-move' | 'same-structure';

/** Two amendments that cannot both be carried as written. `a` was submitted before `b`. */
export interface Collision {
  readonly a: AmendmentId;
  readonly b: AmendmentId;
  readonly reason: CollisionReason;
  /** The block that both are about, in the revision. */
  readonly block: BlockId;
  /** The words that both change, in UTF-16 code units of the block's text; `null` where it is about the whole block. */
  readonly rangeInBase: Range | null;
}
