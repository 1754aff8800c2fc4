import type { NumberedWords } from '../numberedWords';
import type { Profile } from './profile';

/** What both parts say in the order of the whole, beyond what one of them says alone: this much weight, … */
const LEAST_GAIN = 2.5;
/** … in this many words of letters of the smaller one, … */
const LEAST_WORDS = 2;
/** … which are this share of it. */
const LEAST_SHARE = 0.2;
/** Weighing costs the product of the lengths. */
const MOST_CELLS = 60_000;

/**
 * Whether `first` and then `second` are the whole cut in two, however much each was reworded: what they keep of it comes in its order, the one
 * before a cut and the other after, and together they keep clearly more than either does of all of it. An insertion beside a whole block keeps nothing more.
 */
export function createContinuation({
  wordWeights,
}: Profile): (first: NumberedWords, second: NumberedWords, whole: NumberedWords) => boolean {
  return (first, second, whole) => {
    const count = whole.numbers.length;
    if ((first.numbers.length + second.numbers.length) * count > MOST_CELLS) return false;
    const before = keptBefore(first.numbers, whole.numbers, wordWeights);
    const after = keptBefore([...second.numbers].reverse(), [...whole.numbers].reverse(), wordWeights);
    let best = 0;
    let cut = 0;
    for (let at = 0; at <= count; at++) {
      const together = (before.weight[at] ?? 0) + (after.weight[count - at] ?? 0);
      if (together <= best) continue;
      best = together;
      cut = at;
    }
    const alone = Math.max(before.weight[count] ?? 0, after.weight[count] ?? 0);
    const isEnough = (words: number, of: NumberedWords): boolean =>
      words >= LEAST_WORDS && words >= LEAST_SHARE * of.numbers.length;
    return (
      best - alone >= LEAST_GAIN &&
      isEnough(before.words[cut] ?? 0, first) &&
      isEnough(after.words[count - cut] ?? 0, second)
    );
  };
}

/** For every beginning `[0, at)` of the whole: the most weight, and its words of letters, that `part` keeps of it in order (LCS). */
function keptBefore(
  part: readonly number[],
  whole: readonly number[],
  wordWeights: Float64Array,
): { readonly weight: Float64Array; readonly words: Int32Array } {
  const weight = new Float64Array(whole.length + 1);
  const words = new Int32Array(whole.length + 1);
  for (const word of part) {
    const own = wordWeights[word] ?? 0;
    // What the row before has one place to the left, which this row has written over.
    let diagonal = 0;
    let diagonalWords = 0;
    for (let at = 1; at <= whole.length; at++) {
      const skipPart = weight[at] ?? 0;
      const skipPartWords = words[at] ?? 0;
      const skipWhole = weight[at - 1] ?? 0;
      const take = whole[at - 1] === word ? diagonal + own : -1;
      if (take > skipPart && take > skipWhole) {
        weight[at] = take;
        words[at] = diagonalWords + (own > PUNCTUATION_AT_MOST ? 1 : 0);
      } else if (skipPart < skipWhole) {
        weight[at] = skipWhole;
        words[at] = words[at - 1] ?? 0;
      }
      diagonal = skipPart;
      diagonalWords = skipPartWords;
    }
  }
  return { weight, words };
}

const PUNCTUATION_AT_MOST = 0.1;
