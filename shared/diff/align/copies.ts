import { TELLING_WORDS } from './exactMatches';
import type { Matching } from './matching';
import type { Profile } from './profile';
import { createLikeness } from './similarity';

/** A text of which this share stands more than once is made of copies: its words cannot tell which one a block is. */
const SHARE_OF_COPIES = 0.2;
/** Two blocks at the same place in the walk are the same block edited, */
const ALIKE_IN_PLACE = 0.45;
/** and after something was put in or taken out, the walk goes on where two are this alike, */
const ALIKE_AFTER_BREAK = 0.6;
/** no more than so many blocks ahead. */
const FARTHEST = 12;

/** Matches a text that is made of copies (the same form filled in for every year, a chapter for every region) by walking
 *  down both sides together: only the order can tell one copy from another. Does nothing for other texts. Linear. */
export function matchCopies(known: Profile, matching: Matching): void {
  if (!isMadeOfCopies(known)) return;
  const { base, current } = known;
  const likeness = createLikeness(known);
  const isFree = (inBase: number, inCurrent: number): boolean =>
    matching.groupOfBase(inBase) === undefined && matching.groupOfCurrent(inCurrent) === undefined;
  const goesOnAt = (inBase: number, inCurrent: number): boolean =>
    isFree(inBase, inCurrent)
      ? (base.words[inBase]?.numbers.length ?? 0) >= TELLING_WORDS && likeness(inBase, inCurrent) >= ALIKE_AFTER_BREAK
      : matching.partnerOfBase(inBase) === inCurrent;
  let inBase = 0;
  let inCurrent = 0;
  while (inBase < base.blocks.length && inCurrent < current.blocks.length) {
    const isPair = isFree(inBase, inCurrent)
      ? likeness(inBase, inCurrent) >= ALIKE_IN_PLACE
      : matching.partnerOfBase(inBase) === inCurrent;
    if (!isPair) {
      const [skipBase, skipCurrent] = nearest((ahead, across) => goesOnAt(inBase + ahead, inCurrent + across));
      inBase += skipBase;
      inCurrent += skipCurrent;
    }
    if (isPair && isFree(inBase, inCurrent)) matching.pair(inBase, inCurrent);
    if (isPair) {
      inBase++;
      inCurrent++;
    }
  }
}

/** The fewest blocks to pass over until the two sides go on together; one of each where they do not within sight. */
function nearest(goesOn: (ahead: number, across: number) => boolean): readonly [ahead: number, across: number] {
  for (let distance = 1; distance <= FARTHEST; distance++)
    for (let ahead = 0; ahead <= distance; ahead++)
      if (goesOn(ahead, distance - ahead)) return [ahead, distance - ahead];
  return [1, 1];
}

function isMadeOfCopies({ base }: Profile): boolean {
  const seen = new Set<string>();
  let telling = 0;
  let copies = 0;
  base.blocks.forEach(({ text }, index) => {
    if ((base.words[index]?.numbers.length ?? 0) < TELLING_WORDS) return;
    telling++;
    if (seen.has(text)) copies++;
    seen.add(text);
  });
  return copies > SHARE_OF_COPIES * telling;
}
