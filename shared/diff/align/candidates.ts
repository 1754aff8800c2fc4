import type { Matching } from './matching';
import type { Profile, Side } from './profile';
import { BagCounter, dice } from './similarity';

/** Two blocks that may belong together. */
export interface Candidate {
  readonly base: number;
  readonly current: number;
  /** Weight of the words both have. */
  readonly common: number;
  /** Shared weight over mean weight, 0–1. */
  readonly similarity: number;
}

/** A phrase that stands in more blocks than this says nothing about which one belongs with which. */
const COMMON_PHRASE = 24;
/** How many likely partners of a block are weighed in full … */
const LIKELIEST = 6;
/** … of those that share at least this part of what the likeliest one shares. */
const NEXT_TO_BEST = 0.2;
/** Pairs of words tell blocks apart; only in a block shorter than this do single words have to. */
const SHORT_WORDS = 6;

/** Likely partners among the blocks that are not matched yet: those that share rare words or pairs of words.
 *  By an inverted index; linear in words but for phrases that repeat. */
export function findCandidates(known: Profile, matching: Matching): readonly Candidate[] {
  const { base, current } = known;
  const openBase = openBlocks(base, (index) => matching.groupOfBase(index) === undefined);
  const openCurrent = openBlocks(current, (index) => matching.groupOfCurrent(index) === undefined);
  if (openBase.length === 0 || openCurrent.length === 0) return [];
  const index = indexPhrases(current, openCurrent);
  const { postings, starts } = index;
  const score = new Float64Array(current.blocks.length);
  const pairs: { base: number; current: number }[] = [];
  for (const inBase of openBase) {
    const touched: number[] = [];
    const likely: number[] = [];
    forEachPhrase(base, inBase, (phrase) => {
      const slot = index.slotOf(phrase);
      const from = starts[slot] ?? 0;
      const to = starts[slot + 1] ?? 0;
      for (let at = from; at < to; at++) {
        const inCurrent = postings[at] ?? 0;
        if (score[inCurrent] === 0) touched.push(inCurrent);
        score[inCurrent] = (score[inCurrent] ?? 0) + 1 / (to - from);
      }
    });
    let best = 0;
    for (const inCurrent of touched) best = Math.max(best, score[inCurrent] ?? 0);
    for (const inCurrent of touched) if ((score[inCurrent] ?? 0) >= best * NEXT_TO_BEST) likely.push(inCurrent);
    if (likely.length > LIKELIEST) likely.sort((x, y) => (score[y] ?? 0) - (score[x] ?? 0) || x - y);
    for (let at = 0; at < likely.length && at < LIKELIEST; at++)
      pairs.push({ base: inBase, current: likely[at] ?? -1 });
    for (const inCurrent of touched) score[inCurrent] = 0;
  }
  return weigh(known, pairs);
}

function openBlocks(side: Side, isOpen: (index: number) => boolean): readonly number[] {
  const open: number[] = [];
  for (let index = 0; index < side.blocks.length; index++)
    if (isOpen(index) && (side.words[index]?.numbers.length ?? 0) > 0) open.push(index);
  return open;
}

/** Every pair of neighbouring words of a block, and of a short block every word, as 32-bit numbers. Two phrases may share a number: that
 *  only proposes a candidate which is weighed by its words afterwards. */
function forEachPhrase(side: Side, block: number, visit: (phrase: number) => void): void {
  const numbers = side.words[block]?.numbers ?? [];
  for (let at = 1; at < numbers.length; at++) visit(mix(numbers[at] ?? 0, numbers[at - 1] ?? 0));
  if (numbers.length < SHORT_WORDS) for (const word of numbers) visit(mix(word, 0x5bd1e995));
}

const mix = (word: number, before: number): number => {
  const product = Math.imul(word + 1, 0x9e3779b1) ^ Math.imul(before + 0x7f4a7c15, 0x85ebca6b);
  return (product ^ (product >>> 15)) | 1;
};

interface PhraseIndex {
  /** Blocks; those with the phrase of a slot are `[starts[slot], starts[slot + 1])`. None for a common phrase. */
  readonly postings: Int32Array;
  readonly starts: Int32Array;
  readonly slotOf: (phrase: number) => number;
}

/** Open addressing in typed arrays: a `Map` of this size costs five times as much. */
function indexPhrases(side: Side, open: readonly number[]): PhraseIndex {
  let phraseCount = 0;
  for (const block of open) phraseCount += SHORT_WORDS + (side.words[block]?.numbers.length ?? 0);
  const size = 1 << Math.ceil(Math.log2(phraseCount * 2 + 2));
  const mask = size - 1;
  const keys = new Int32Array(size);
  const counts = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const slotOf = (phrase: number): number => {
    let slot = (phrase >>> 1) & mask;
    while (keys[slot] !== 0 && keys[slot] !== phrase) slot = (slot + 1) & mask;
    return slot;
  };
  for (const block of open)
    forEachPhrase(side, block, (phrase) => {
      const slot = slotOf(phrase);
      keys[slot] = phrase;
      if (last[slot] === block) return;
      last[slot] = block;
      counts[slot] = (counts[slot] ?? 0) + 1;
    });
  const starts = new Int32Array(size + 1);
  for (let slot = 0; slot < size; slot++) {
    const count = counts[slot] ?? 0;
    starts[slot + 1] = (starts[slot] ?? 0) + (count > COMMON_PHRASE ? 0 : count);
  }
  const postings = new Int32Array(starts[size] ?? 0);
  const filled = new Int32Array(size);
  last.fill(-1);
  for (const block of open)
    forEachPhrase(side, block, (phrase) => {
      const slot = slotOf(phrase);
      if ((counts[slot] ?? 0) > COMMON_PHRASE || last[slot] === block) return;
      last[slot] = block;
      postings[(starts[slot] ?? 0) + (filled[slot] ?? 0)] = block;
      filled[slot] = (filled[slot] ?? 0) + 1;
    });
  return { postings, starts, slotOf };
}

/** Weighs pairs by their words. The longer block is loaded and the shorter ones held against it, so that a block as long
 *  as a book costs its own length once. */
function weigh(known: Profile, pairs: readonly { readonly base: number; readonly current: number }[]): Candidate[] {
  const { base, current } = known;
  const counter = new BagCounter(known);
  const length = (side: Side, block: number): number => side.words[block]?.numbers.length ?? 0;
  const candidates: Candidate[] = [];
  const weighAll = (some: typeof pairs, longer: 'base' | 'current'): void => {
    let loaded = -1;
    for (const pair of some) {
      const a = base.words[pair.base];
      const b = current.words[pair.current];
      // Equal texts that are still free stand several times: only their surroundings can tell them apart.
      if (a === undefined || b === undefined || a.text === b.text) continue;
      if (loaded !== pair[longer]) {
        counter.load([longer === 'base' ? a : b]);
        loaded = pair[longer];
      }
      const common = counter.common(longer === 'base' ? b : a);
      const similarity = dice(common, base.weights[pair.base] ?? 0, current.weights[pair.current] ?? 0);
      candidates.push({ base: pair.base, current: pair.current, common, similarity });
    }
  };
  const isBaseLonger = (pair: (typeof pairs)[number]): boolean =>
    length(base, pair.base) >= length(current, pair.current);
  weighAll(pairs.filter(isBaseLonger), 'base');
  weighAll(
    pairs.filter((pair) => !isBaseLonger(pair)).sort((x, y) => x.current - y.current),
    'current',
  );
  return candidates;
}
