import type { Matching } from './matching';
import type { Profile } from './profile';
import { BagCounter } from './similarity';

/** Where matched blocks have less than this share of the shorter text in common, the two are different texts. */
const RELATED = 0.2;
/** With fewer blocks than this, whether texts are related cannot be told: they are taken for it. */
const FEW_BLOCKS = 6;

/** Whether one text came of the other, as far as is matched yet. Where it did not, a place in one says nothing of the other. */
export function areRelated(known: Profile, matching: Matching): boolean {
  const { base, current } = known;
  if (Math.min(base.blocks.length, current.blocks.length) < FEW_BLOCKS) return true;
  const sum = (weights: Float64Array): number => weights.reduce((total, weight) => total + weight, 0);
  const enough = RELATED * Math.min(sum(base.weights), sum(current.weights));
  const counter = new BagCounter(known);
  let common = 0;
  for (const group of matching.groups()) {
    if (common >= enough) return true;
    const [inBase = -1] = group.base;
    const [inCurrent = -1] = group.current;
    const a = base.words[inBase];
    const b = current.words[inCurrent];
    if (a === undefined || b === undefined) continue;
    if (a.text === b.text) common += base.weights[inBase] ?? 0;
    else {
      counter.load(group.base.flatMap((index) => base.words[index] ?? []));
      for (const index of group.current) {
        const words = current.words[index];
        if (words !== undefined) common += counter.common(words);
      }
    }
  }
  return common >= enough;
}
