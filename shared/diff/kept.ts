import type { Hunk } from './hunks';

/** Kept letters in the shorter text, below which marks inside it are noise and the whole is replaced. */
const LEAST_KEPT = 0.25;

/** Whether hunks within a stretch of two lists of words keep so little of it that it reads better struck and written anew. What is only shortened or only
 *  lengthened keeps all of its shorter text. `letters` are by word number. */
export function keepsTooLittle(
  hunks: readonly Hunk[],
  { fromA, toA, fromB, toB }: Hunk,
  a: readonly number[],
  b: readonly number[],
  letters: readonly number[],
): boolean {
  const lettersIn = (words: readonly number[], from: number, to: number): number => {
    let sum = 0;
    for (let at = from; at < to; at++) sum += letters[words[at] ?? 0] ?? 0;
    return sum;
  };
  const lettersA = lettersIn(a, fromA, toA);
  const lettersB = lettersIn(b, fromB, toB);
  const struck = hunks.reduce((sum, hunk) => sum + lettersIn(a, hunk.fromA, hunk.toA), 0);
  return lettersA - struck < LEAST_KEPT * Math.min(lettersA, lettersB);
}
