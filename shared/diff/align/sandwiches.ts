import type { Matching } from './matching';
import type { Profile } from './profile';
import { createBagCounter, dice } from './similarity';

/** Of two blocks alone between matched neighbours, this much in common is enough. */
const BARELY_ALIKE = 0.2;
/** A block this short has too few words to tell by. */
const SHORT_WORDS = 4;

/** Pairs a free block with the one that stands alone in the same place on the other side, where the kind is the same. */
export function matchBetweenNeighbours(known: Profile, matching: Matching): void {
  const { base, current } = known;
  const counter = createBagCounter(known);
  for (let index = 0; index < base.blocks.length; index++) {
    if (matching.groupOfBase(index) !== undefined) continue;
    const above = index === 0 ? -1 : (matching.groupOfBase(index - 1)?.current.at(-1) ?? -2);
    const candidate = above + 1;
    if (above === -2 || candidate >= current.blocks.length || matching.groupOfCurrent(candidate) !== undefined)
      continue;
    const below =
      index + 1 === base.blocks.length ? current.blocks.length : (matching.groupOfBase(index + 1)?.current[0] ?? -1);
    if (below !== candidate + 1) continue;
    const a = base.blocks[index];
    const b = current.blocks[candidate];
    const wordsA = base.words[index];
    const wordsB = current.words[candidate];
    if (a === undefined || b === undefined || wordsA === undefined || wordsB === undefined) continue;
    if (a.kind !== b.kind || a.level !== b.level) continue;
    counter.load([wordsA]);
    const alike = dice(counter.common(wordsB), base.weights[index] ?? 0, current.weights[candidate] ?? 0);
    const tellsNothing = Math.max(wordsA.words.length, wordsB.words.length) <= SHORT_WORDS;
    // There is one title, and a heading stands for its chapter, which is the same one when what follows it is.
    const standsForPlace = a.kind === 'title' || a.kind === 'heading' || a.kind === 'leadIn';
    if (alike >= BARELY_ALIKE || tellsNothing || standsForPlace) matching.pair(index, candidate);
  }
}
