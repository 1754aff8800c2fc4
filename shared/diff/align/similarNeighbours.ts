import type { Matching } from './matching';
import type { Profile } from './profile';
import { createLikeness } from './similarity';

/** Two blocks below matched ones are taken for the same when they are this alike … */
const ALIKE = 0.6;
/** … or this alike, whatever follows … */
const SURELY_ALIKE = 0.75;
/** … when there are enough words to tell by … */
const TELLING_WORDS = 6;
/** … and so much more alike than either is to the other's next: where points resemble each other, all are weighed together. */
const MARGIN = 0.15;

/** Spreads matches to the edited blocks right below and above them. Most of a revised text is matched here, at a cost of a
 *  few comparisons a block; whatever is in doubt is left to `findCandidates`. */
export function matchSimilarNeighbours(known: Profile, matching: Matching): void {
  const { base, current } = known;
  const likeness = createLikeness(known);
  const spread = (from: number, step: 1 | -1): void => {
    const group = matching.groupOfBase(from);
    if (group === undefined || group.base.length > 1 || group.current.length > 1) return;
    const inBase = from + step;
    const inCurrent = (group.current[0] ?? -1) + step;
    if (matching.groupOfBase(inBase) !== undefined || matching.groupOfCurrent(inCurrent) !== undefined) return;
    const alike = likeness(inBase, inCurrent);
    if (alike < ALIKE) return;
    const nextCurrent =
      matching.groupOfCurrent(inCurrent + step) === undefined ? likeness(inBase, inCurrent + step) : 0;
    if (alike - nextCurrent < MARGIN) return;
    const partner = matching.partnerOfBase(inBase + step);
    const isNextFree = matching.groupOfBase(inBase + step) === undefined;
    if (isNextFree && alike - likeness(inBase + step, inCurrent) < MARGIN) return;
    const isSure = alike >= SURELY_ALIKE && (base.words[inBase]?.numbers.length ?? 0) >= TELLING_WORDS;
    // Else what follows must go on in the same way, or these two may only resemble each other.
    const isBorneOut =
      isSure ||
      (isNextFree
        ? isEnd(inBase + step, inCurrent + step) || likeness(inBase + step, inCurrent + step) >= ALIKE
        : partner === inCurrent + step);
    if (isBorneOut) matching.pair(inBase, inCurrent);
  };
  const isEnd = (inBase: number, inCurrent: number): boolean =>
    base.blocks[inBase] === undefined && current.blocks[inCurrent] === undefined;
  for (let index = 0; index < base.blocks.length; index++) spread(index, 1);
  for (let index = base.blocks.length - 1; index > 0; index--) spread(index, -1);
}
