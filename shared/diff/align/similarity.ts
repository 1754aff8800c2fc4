import type { NumberedWords } from '../numberedWords';
import type { Profile } from './profile';

/** Weight of the words two bags of blocks have in common, each word as often as it stands in both. */
export class BagCounter {
  private readonly wordWeights: Float64Array;
  private readonly counts: Int32Array;
  private loaded: readonly NumberedWords[] = [];
  /** Words that were counted down for a moment; only the first few at a time: emptying the list would make it grow anew each time. */
  private readonly borrowed: number[] = [];

  constructor({ wordWeights }: Profile) {
    this.wordWeights = wordWeights;
    this.counts = new Int32Array(wordWeights.length);
  }

  /** The bag that later calls are compared with. */
  load(bag: readonly NumberedWords[]): void {
    const { counts } = this;
    for (const { numbers } of this.loaded) for (const word of numbers) counts[word] = 0;
    this.loaded = bag;
    for (const { numbers } of bag) for (const word of numbers) counts[word] = (counts[word] ?? 0) + 1;
  }

  /** Takes words out of the loaded bag; what is not in it is passed over. */
  take({ numbers }: NumberedWords): void {
    const { counts } = this;
    for (const word of numbers) {
      const left = counts[word] ?? 0;
      if (left > 0) counts[word] = left - 1;
    }
  }

  /** Weight that `words` share with the loaded bag, which stays as it is. */
  common({ numbers }: NumberedWords): number {
    const { counts, borrowed, wordWeights } = this;
    let sum = 0;
    let few = 0;
    for (const word of numbers) {
      const left = counts[word] ?? 0;
      if (left === 0) continue;
      counts[word] = left - 1;
      borrowed[few++] = word;
      sum += wordWeights[word] ?? 0;
    }
    for (let at = 0; at < few; at++) {
      const word = borrowed[at] ?? 0;
      counts[word] = (counts[word] ?? 0) + 1;
    }
    return sum;
  }
}

/** Shared weight over the mean weight (Dice): 1 for the same words, 0 for none in common. */
export const dice = (common: number, weightA: number, weightB: number): number =>
  weightA + weightB > 0 ? (2 * common) / (weightA + weightB) : 0;

/** Likeness of blocks, 0–1. Keeps the last base block loaded: ask for one base block's pairs in a row. Outside the text: 0. */
export function createLikeness(known: Profile): (inBase: number, inCurrent: number) => number {
  const { base, current } = known;
  const counter = new BagCounter(known);
  let loaded = -1;
  return (inBase, inCurrent) => {
    const a = base.words[inBase];
    const b = current.words[inCurrent];
    if (a === undefined || b === undefined) return 0;
    if (loaded !== inBase) {
      counter.load([a]);
      loaded = inBase;
    }
    return dice(counter.common(b), base.weights[inBase] ?? 0, current.weights[inCurrent] ?? 0);
  };
}
