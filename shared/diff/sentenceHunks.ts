import { exactDiff, type ExactDiff } from './exactDiff';
import { isAllChanged, isNothing, mergeTouching, withoutEqualEnds, type Hunk } from './hunks';
import { keepsTooLittle } from './kept';
import { sentenceBounds, type NumberedWords } from './numberedWords';
import type { Vocabulary } from './vocabulary';

/** Sentences that share less of their words than this are not the same sentence edited. */
const SAME_SENTENCE = 0.4;
/** Pairing sentences costs the product of their numbers; beyond this the words alone decide. */
const MOST_PAIRS = 2_500;

/** Hunks that keep to sentences where that costs few more marks: equal sentences are matched first, then sentences are
 *  paired with what they became, so that «A. B. C.» → «A. C.» is «B.» struck even when B and C begin alike. */
export function sentenceHunks(a: NumberedWords, b: NumberedWords, vocabulary: Vocabulary): ExactDiff {
  const boundsA = sentenceBounds(a, vocabulary);
  const boundsB = sentenceBounds(b, vocabulary);
  if (boundsA.length <= 2 && boundsB.length <= 2) return exactDiff(a.numbers, b.numbers);
  const coarse = changedSentences({ numbers: a.numbers, bounds: boundsA }, { numbers: b.numbers, bounds: boundsB });
  let exact = true;
  const hunks: Hunk[] = [];
  for (const hunk of coarse.hunks) {
    const inner = insideSentences(
      { numbers: a.numbers, bounds: boundsA.slice(hunk.fromA, hunk.toA + 1) },
      { numbers: b.numbers, bounds: boundsB.slice(hunk.fromB, hunk.toB + 1) },
      vocabulary,
    );
    exact &&= inner.exact;
    for (const one of inner.hunks) hunks.push(one);
  }
  return { hunks: mergeTouching(hunks), exact };
}

/** Some sentences in a row; bounds are word positions in `numbers`, one more than there are sentences. */
interface Sentences {
  readonly numbers: readonly number[];
  readonly bounds: readonly number[];
}

/** Which sentences are not the same on both sides, in sentences. */
function changedSentences(a: Sentences, b: Sentences): ExactDiff {
  const all = { fromA: 0, toA: sentenceCount(a), fromB: 0, toB: sentenceCount(b) };
  const changed = withoutEqualEnds(all, (inA, inB) => sameSentence(a, inA, b, inB));
  // Nearly always that is all: then nothing need be numbered.
  if (isAllChanged(changed)) return { hunks: isNothing(changed) ? [] : [changed], exact: true };
  const number = sentenceNumbers();
  return exactDiff(number(a), number(b), changed);
}

function sameSentence(a: Sentences, inA: number, b: Sentences, inB: number): boolean {
  const fromA = a.bounds[inA] ?? 0;
  const fromB = b.bounds[inB] ?? 0;
  const length = (a.bounds[inA + 1] ?? 0) - fromA;
  if (length !== (b.bounds[inB + 1] ?? 0) - fromB) return false;
  for (let at = 0; at < length; at++) if (a.numbers[fromA + at] !== b.numbers[fromB + at]) return false;
  return true;
}

/** Numbers sentences so that equal ones have one number, through all the texts it is given. */
function sentenceNumbers(): (side: Sentences) => readonly number[] {
  /** Sentences that were numbered, by a hash of their words. */
  const known = new Map<number, (readonly number[])[]>();
  const numbers = new Map<readonly number[], number>();
  return ({ numbers: words, bounds }) =>
    bounds.slice(0, -1).map((from, index) => {
      const sentence = words.slice(from, bounds[index + 1]);
      let hash = 0;
      for (const word of sentence) hash = Math.imul(hash ^ word, 0x01000193);
      const alike = known.get(hash) ?? [];
      const same = alike.find(
        (other) => other.length === sentence.length && other.every((word, at) => word === sentence[at]),
      );
      if (same !== undefined) return numbers.get(same) ?? 0;
      known.set(hash, [...alike, sentence]);
      numbers.set(sentence, numbers.size);
      return numbers.size - 1;
    });
}

const lastWord = ({ bounds }: Sentences): number => bounds.at(-1) ?? 0;
const sentenceCount = ({ bounds }: Sentences): number => bounds.length - 1;

function insideSentences(a: Sentences, b: Sentences, vocabulary: Vocabulary): ExactDiff {
  const plain = (): ExactDiff => between(a, 0, sentenceCount(a), b, 0, sentenceCount(b));
  const pairs = sentenceCount(a) * sentenceCount(b);
  if (pairs === 1) return oneSentence(a, b, plain(), vocabulary);
  if (pairs < 1 || pairs > MOST_PAIRS) return plain();
  const paired = pairSentences(a, b, vocabulary);
  const snapped: ExactDiff[] = [];
  let atA = 0;
  let atB = 0;
  for (const [inA, inB] of paired) {
    snapped.push(wholeSentences(a, atA, inA, b, atB, inB), between(a, inA, inA + 1, b, inB, inB + 1));
    atA = inA + 1;
    atB = inB + 1;
  }
  snapped.push(wholeSentences(a, atA, sentenceCount(a), b, atB, sentenceCount(b)));
  const hunks = mergeTouching(snapped.flatMap((part) => part.hunks));
  const kept = { hunks, exact: snapped.every((part) => part.exact) };
  if (paired.length === sentenceCount(a) && paired.length === sentenceCount(b)) return kept;
  // A sentence that was divided or two that were joined are clearer by words: there, snapping marks far more.
  const byWords = plain();
  return markedWords(hunks) > markedWords(byWords.hunks) * 1.25 + 3 ? byWords : kept;
}

/** One sentence that took another's place is marked as a whole, whatever small words they share. */
function oneSentence(a: Sentences, b: Sentences, byWords: ExactDiff, { letters }: Vocabulary): ExactDiff {
  const whole = wholeSentences(a, 0, 1, b, 0, 1);
  const [all] = whole.hunks;
  return all !== undefined && keepsTooLittle(byWords.hunks, all, a.numbers, b.numbers, letters) ? whole : byWords;
}

const markedWords = (hunks: readonly Hunk[]): number =>
  hunks.reduce((sum, { fromA, toA, fromB, toB }) => sum + toA - fromA + toB - fromB, 0);

function between(a: Sentences, a0: number, a1: number, b: Sentences, b0: number, b1: number): ExactDiff {
  const fromA = a.bounds[a0] ?? lastWord(a);
  const fromB = b.bounds[b0] ?? lastWord(b);
  return exactDiff(a.numbers, b.numbers, {
    fromA,
    toA: a.bounds[a1] ?? lastWord(a),
    fromB,
    toB: b.bounds[b1] ?? lastWord(b),
  });
}

function wholeSentences(a: Sentences, a0: number, a1: number, b: Sentences, b0: number, b1: number): ExactDiff {
  const hunk: Hunk = {
    fromA: a.bounds[a0] ?? lastWord(a),
    toA: a.bounds[a1] ?? lastWord(a),
    fromB: b.bounds[b0] ?? lastWord(b),
    toB: b.bounds[b1] ?? lastWord(b),
  };
  return { hunks: a0 === a1 && b0 === b1 ? [] : [hunk], exact: true };
}

/** Pairs of sentence indices, increasing on both sides, that keep the most words in common. O(n·m·words). */
function pairSentences(a: Sentences, b: Sentences, vocabulary: Vocabulary): readonly (readonly [number, number])[] {
  const rows = sentenceCount(a);
  const columns = sentenceCount(b);
  const best = new Float64Array((rows + 1) * (columns + 1));
  const taken = new Uint8Array((rows + 1) * (columns + 1));
  const cell = (row: number, column: number): number => row * (columns + 1) + column;
  const wordsOfA = Array.from({ length: rows }, (_, row) => sortedWords(a, row, vocabulary));
  const wordsOfB = Array.from({ length: columns }, (_, column) => sortedWords(b, column, vocabulary));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const [inA, inB] = [wordsOfA[row] ?? noWords, wordsOfB[column] ?? noWords];
      const lengths = inA.length + inB.length;
      const common = sharedWords(inA, inB);
      const similar = lengths > 0 && (2 * common) / lengths >= SAME_SENTENCE;
      const skip = Math.max(best[cell(row + 1, column)] ?? 0, best[cell(row, column + 1)] ?? 0);
      const take = similar ? common + (best[cell(row + 1, column + 1)] ?? 0) : -1;
      best[cell(row, column)] = Math.max(skip, take);
      taken[cell(row, column)] = take > skip ? 1 : 0;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (taken[cell(row, column)] === 1) pairs.push([row++, column++]);
    else if ((best[cell(row + 1, column)] ?? 0) >= (best[cell(row, column + 1)] ?? 0)) row++;
    else column++;
  }
  return pairs;
}

const noWords = new Int32Array(0);

/** The words of letters of a sentence, in the order of their numbers. */
function sortedWords(side: Sentences, sentence: number, { letters }: Vocabulary): Int32Array {
  const from = side.bounds[sentence] ?? 0;
  return new Int32Array(
    side.numbers.slice(from, side.bounds[sentence + 1]).filter((word) => letters[word] !== 0),
  ).sort();
}

/** Words that stand in both, each as often as it does. */
function sharedWords(a: Int32Array, b: Int32Array): number {
  let common = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length;) {
    const [wordA, wordB] = [a[inA] ?? 0, b[inB] ?? 0];
    if (wordA === wordB) common++;
    if (wordA <= wordB) inA++;
    if (wordB <= wordA) inB++;
  }
  return common;
}
