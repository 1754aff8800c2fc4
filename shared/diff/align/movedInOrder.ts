import { findCandidates, type Candidate } from './candidates';
import { createLikenessInOrder, likenessOfStrangers } from './inOrder';
import type { Matching } from './matching';
import type { Profile } from './profile';
import { createRivals } from './rivals';

/** What both moved and was reworded keeps at least so much of its words in the same order, where ten times ten blocks are left … */
const ALIKE = 0.18;
/** … and this more for ten times as many pairs: of more strangers, some are more alike by chance. */
const ALIKE_PER_DECADE = 0.035;
/** … and this many times what strangers in the same text have in common, … */
const BEYOND_STRANGERS = 4.5;
/** … so much more than anything else that is left has in common with either … */
const MARGIN = 0.08;
/** … or, where nothing else comes anywhere near it, this many times and so much more … */
const CLEARLY_BEYOND_STRANGERS = 3;
const CLEAR_MARGIN = 0.14;
/** … of at least so many words: a shorter one says too little. */
const TELLING_WORDS = 8;

/** Matches what is left on both sides and was both moved and reworded so much that only the order of what it kept tells, the likeliest first. */
export function matchMovedInOrder(known: Profile, matching: Matching): void {
  const { base, current } = known;
  const likeness = createLikenessInOrder(known);
  const tells = ({ base: inBase, current: inCurrent }: Candidate): boolean =>
    base.blocks[inBase]?.kind === current.blocks[inCurrent]?.kind &&
    Math.min(base.words[inBase]?.numbers.length ?? 0, current.words[inCurrent]?.numbers.length ?? 0) >= TELLING_WORDS;
  const leftOver = (count: number, isFree: (index: number) => boolean): number =>
    Array.from({ length: count }, (_, index) => index).filter(isFree).length;
  const pairs =
    leftOver(base.blocks.length, (index) => matching.groupOfBase(index) === undefined) *
    leftOver(current.blocks.length, (index) => matching.groupOfCurrent(index) === undefined);
  const byChance = ALIKE + ALIKE_PER_DECADE * Math.max(0, Math.log10(pairs / 100));
  const telling = findCandidates(known, matching).filter(tells);
  // What two blocks have in the same order is no more than what they have: where that is too little, as it is with nearly all, nothing is weighed.
  const hopeful = telling.filter(({ similarity }) => similarity >= byChance);
  const hopefulBase = new Set(hopeful.map(({ base: inBase }) => inBase));
  const hopefulCurrent = new Set(hopeful.map(({ current: inCurrent }) => inCurrent));
  const candidates = telling
    .filter(({ base: inBase, current: inCurrent }) => hopefulBase.has(inBase) || hopefulCurrent.has(inCurrent))
    .map((candidate) => ({ ...candidate, similarity: likeness(candidate.base, candidate.current) }))
    .sort((x, y) => y.similarity - x.similarity || x.base - y.base || x.current - y.current);
  const rivals = createRivals(candidates);
  const strangers = likenessOfStrangers(known, matching, likeness);
  for (const { base: inBase, current: inCurrent, similarity } of candidates) {
    if (similarity < byChance) return;
    const isFree = matching.groupOfBase(inBase) === undefined && matching.groupOfCurrent(inCurrent) === undefined;
    const margin = similarity - rivals.next(inBase, inCurrent, similarity);
    const isTelling =
      (similarity >= BEYOND_STRANGERS * strangers && margin >= MARGIN) ||
      (similarity >= CLEARLY_BEYOND_STRANGERS * strangers && margin >= CLEAR_MARGIN);
    if (isFree && isTelling) matching.pair(inBase, inCurrent);
  }
}
