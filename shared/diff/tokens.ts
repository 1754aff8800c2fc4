import type { Hunk } from './hunks';
import type { NumberedWords } from './numberedWords';

export type Sign = '=' | '-' | '+';

/** A stretch of text: kept, struck or new. The `=` and `-` of a list spell the base text, the `=` and `+` the current one. */
export type Token = readonly [sign: Sign, text: string];

/** The text that tokens spell for one side. */
export const spell = (tokens: readonly Token[], side: 'base' | 'current'): string =>
  tokens.map(([sign, text]) => (sign === '=' || sign === (side === 'base' ? '-' : '+') ? text : '')).join('');

/** Tokens of two texts whose words differ by `hunks`. White space that differs is shown as struck and new, like a word. Stretches are gathered as
 *  places in the texts, which are spelled from their beginnings to their ends, and cut out once: neighbours of one sign become one, and what is struck
 *  stands before what is new. */
export function tokensOf(hunks: readonly Hunk[], a: NumberedWords, b: NumberedWords): readonly Token[] {
  const countA = a.numbers.length;
  const countB = b.numbers.length;
  const done: Token[] = [];
  /** What has been spelled of each text, and where the stretch under way begins in it. */
  let spelledA = 0;
  let spelledB = 0;
  let fromA = 0;
  let fromB = 0;
  let isKept = true;
  const flush = (): void => {
    if (isKept) {
      if (spelledA > fromA) done.push(['=', a.text.slice(fromA, spelledA)]);
    } else {
      if (spelledA > fromA) done.push(['-', a.text.slice(fromA, spelledA)]);
      if (spelledB > fromB) done.push(['+', b.text.slice(fromB, spelledB)]);
    }
    fromA = spelledA;
    fromB = spelledB;
  };
  /** So many units are the same in both. */
  const keep = (length: number): void => {
    if (length <= 0) return;
    if (!isKept) {
      flush();
      isKept = true;
    }
    spelledA += length;
    spelledB += length;
  };
  const change = (struck: number, added: number): void => {
    if (struck <= 0 && added <= 0) return;
    if (isKept) {
      flush();
      isKept = false;
    }
    spelledA += struck;
    spelledB += added;
  };
  const endA = (word: number): number => a.ends[word] ?? 0;
  const endB = (word: number): number => b.ends[word] ?? 0;
  const startA = (word: number): number => a.starts[word] ?? a.text.length;
  const startB = (word: number): number => b.starts[word] ?? b.text.length;
  /** True where what stands before word `inA` is what stands before word `inB`. */
  const sameGap = (inA: number, inB: number): boolean => {
    const [atA, atB] = [endA(inA - 1), endB(inB - 1)];
    const length = startA(inA) - atA;
    if (length !== startB(inB) - atB) return false;
    for (let at = 0; at < length; at++) if (a.text.charCodeAt(atA + at) !== b.text.charCodeAt(atB + at)) return false;
    return true;
  };
  const writeGaps = (inA: number, inB: number): void => {
    const length = startA(inA) - endA(inA - 1);
    if (sameGap(inA, inB)) keep(length);
    else change(length, startB(inB) - endB(inB - 1));
  };
  /** Equal words `[from, to)` of A with the gaps between them, as far as those are equal. */
  const writeEqual = (from: number, to: number, offset: number): void => {
    for (let at = from; at < to; at++) {
      if (at > from) writeGaps(at, at + offset);
      keep(endA(at) - startA(at));
    }
  };
  const writeHunk = ({ fromA: first, toA, fromB: firstB, toB }: Hunk): void => {
    // The change with the gaps around it; what is equal at its ends is taken off again.
    const equalBefore = sameGap(first, firstB);
    if (equalBefore) keep(startA(first) - endA(first - 1));
    // Where one side has no words its two gaps are one and the same: it can be kept before or after, not both.
    const gapsAreOne = (first === toA || firstB === toB) && equalBefore;
    const equalAfter = !gapsAreOne && sameGap(toA, toB);
    const after = equalAfter ? startA(toA) - endA(toA - 1) : 0;
    change(startA(toA) - after - spelledA, startB(toB) - after - spelledB);
    keep(after);
  };
  let atA = 0;
  let atB = 0;
  let afterHunk = false;
  for (const hunk of hunks) {
    if (hunk.fromA > atA) {
      if (!afterHunk) writeGaps(atA, atB);
      writeEqual(atA, hunk.fromA, atB - atA);
    }
    writeHunk(hunk);
    atA = hunk.toA;
    atB = hunk.toB;
    afterHunk = true;
  }
  if (atA < countA || !afterHunk) {
    if (!afterHunk) writeGaps(0, 0);
    if (atA < countA) {
      writeEqual(atA, countA, atB - atA);
      writeGaps(countA, countB);
    }
  }
  flush();
  return done;
}
