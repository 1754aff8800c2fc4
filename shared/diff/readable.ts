import { isDeletion, isInsertion, mergeTouching, shiftHunk, type Hunk } from './hunks';
import { keepsTooLittle } from './kept';
import { isSentenceStart, isSpacedBefore, roleBefore, type NumberedWords } from './numberedWords';
import type { Vocabulary } from './vocabulary';

/** A kept word of at most this many letters between two rewritten phrases is left out of the kept text. */
const ISLAND_LETTERS = 3;

/** The same change, told as a reader would tell it. Still exact: hunks only move along equal words or grow. */
export function readable(
  hunks: readonly Hunk[],
  a: NumberedWords,
  b: NumberedWords,
  vocabulary: Vocabulary,
): readonly Hunk[] {
  if (hunks.length === 0) return hunks;
  const joined = sinkIslands(snap(hunks, a, b, vocabulary), a, vocabulary);
  const whole = { fromA: 0, toA: a.numbers.length, fromB: 0, toB: b.numbers.length };
  return keepsTooLittle(joined, whole, a.numbers, b.numbers, vocabulary.letters) ? [whole] : joined;
}

/** Moves every pure deletion or insertion along equal words to where its edges are best: sentences, then clauses. */
function snap(hunks: readonly Hunk[], a: NumberedWords, b: NumberedWords, vocabulary: Vocabulary): readonly Hunk[] {
  const snapped: Hunk[] = [];
  hunks.forEach((hunk, index) => {
    const before = snapped.at(-1);
    const after = hunks[index + 1];
    if (!isDeletion(hunk) && !isInsertion(hunk)) snapped.push(hunk);
    else {
      const left = hunk.fromA - (before?.toA ?? 0);
      const right = (after?.fromA ?? a.numbers.length) - hunk.toA;
      const shift = isDeletion(hunk)
        ? bestShift(a, hunk.fromA, hunk.toA, left, right, vocabulary)
        : bestShift(b, hunk.fromB, hunk.toB, left, right, vocabulary);
      snapped.push(shiftHunk(hunk, shift, shift));
    }
  });
  return mergeTouching(snapped);
}

/** How far `[from, to)` can best move: −left … +right. Nought when nothing is better. */
function bestShift(
  side: NumberedWords,
  from: number,
  to: number,
  left: number,
  right: number,
  vocabulary: Vocabulary,
): number {
  const { numbers } = side;
  let lowest = 0;
  while (-lowest < left && numbers[from + lowest - 1] === numbers[to + lowest - 1]) lowest--;
  let highest = 0;
  while (highest < right && numbers[from + highest] === numbers[to + highest]) highest++;
  if (lowest === 0 && highest === 0) return 0;
  let best = 0;
  let bestQuality = -Infinity;
  for (let shift = highest; shift >= lowest; shift--) {
    const quality = edgeQuality(side, from + shift, vocabulary) + edgeQuality(side, to + shift, vocabulary);
    if (quality <= bestQuality) continue;
    best = shift;
    bestQuality = quality;
  }
  return best;
}

/** How natural it is to cut right before word `at`. */
function edgeQuality(side: NumberedWords, at: number, vocabulary: Vocabulary): number {
  if (isSentenceStart(side, at, vocabulary)) return 4;
  if (!isSpacedBefore(side, at)) return 0;
  return roleBefore(side, at, vocabulary) === 'clauseEnd' ? 2 : 1;
}

/** Two rewritten phrases with nothing but a small word kept between them are one rewritten phrase. */
function sinkIslands(hunks: readonly Hunk[], a: NumberedWords, { letters }: Vocabulary): readonly Hunk[] {
  const sunk: Hunk[] = [];
  for (const hunk of hunks) {
    const last = sunk.at(-1);
    const island =
      last !== undefined &&
      hunk.fromA - last.toA === 1 &&
      (letters[a.numbers[last.toA] ?? 0] ?? 0) <= ISLAND_LETTERS &&
      isPhraseRewritten(last) &&
      isPhraseRewritten(hunk);
    if (island) sunk[sunk.length - 1] = { ...last, toA: hunk.toA, toB: hunk.toB };
    else sunk.push(hunk);
  }
  return sunk;
}

const isPhraseRewritten = ({ fromA, toA, fromB, toB }: Hunk): boolean => toA - fromA >= 2 && toB - fromB >= 2;
