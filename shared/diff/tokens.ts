import type { Hunk } from './hunks';
import { endOf, startOf, type NumberedWords } from './numberedWords';

export type Sign = '=' | '-' | '+';

/** A stretch of text: kept, struck or new. The `=` and `-` of a list spell the base text, the `=` and `+` the current one. */
export type Token = readonly [sign: Sign, text: string];

/** The text that tokens spell for one side. */
export const spell = (tokens: readonly Token[], side: 'base' | 'current'): string =>
  tokens.map(([sign, text]) => (sign === '=' || sign === (side === 'base' ? '-' : '+') ? text : '')).join('');

/** Tokens of two texts whose words differ by `hunks`. White space that differs is shown as struck and new, like a word. */
export const tokensOf = (hunks: readonly Hunk[], a: NumberedWords, b: NumberedWords): readonly Token[] =>
  new TokenWriter(a, b).write(hunks);

/** Stretches are gathered as places in the texts, which are spelled from their beginnings to their ends, and cut out once: neighbours of one sign
 *  become one, and what is struck stands before what is new. */
class TokenWriter {
  private readonly done: Token[] = [];
  /** What has been spelled of each text, and where the stretch under way begins in it. */
  private spelledA = 0;
  private spelledB = 0;
  private fromA = 0;
  private fromB = 0;
  private isKept = true;

  constructor(
    private readonly a: NumberedWords,
    private readonly b: NumberedWords,
  ) {}

  write(hunks: readonly Hunk[]): readonly Token[] {
    const countA = this.a.numbers.length;
    const countB = this.b.numbers.length;
    let atA = 0;
    let atB = 0;
    let afterHunk = false;
    for (const hunk of hunks) {
      if (hunk.fromA > atA) {
        if (!afterHunk) this.gaps(atA, atB);
        this.equalWords(atA, hunk.fromA, atB - atA);
      }
      this.hunk(hunk);
      atA = hunk.toA;
      atB = hunk.toB;
      afterHunk = true;
    }
    if (!afterHunk) this.gaps(0, 0);
    if (atA < countA) {
      this.equalWords(atA, countA, atB - atA);
      this.gaps(countA, countB);
    }
    this.flush();
    return this.done;
  }

  private flush(): void {
    const { a, b, fromA, fromB, spelledA, spelledB } = this;
    if (spelledA > fromA) this.done.push([this.isKept ? '=' : '-', a.text.slice(fromA, spelledA)]);
    if (!this.isKept && spelledB > fromB) this.done.push(['+', b.text.slice(fromB, spelledB)]);
    this.fromA = spelledA;
    this.fromB = spelledB;
  }

  /** So many units are the same in both. */
  private keep(length: number): void {
    if (length <= 0) return;
    if (!this.isKept) {
      this.flush();
      this.isKept = true;
    }
    this.spelledA += length;
    this.spelledB += length;
  }

  private change(struck: number, added: number): void {
    if (struck <= 0 && added <= 0) return;
    if (this.isKept) {
      this.flush();
      this.isKept = false;
    }
    this.spelledA += struck;
    this.spelledB += added;
  }

  private gaps(inA: number, inB: number): void {
    const { a, b } = this;
    const length = gapBefore(a, inA);
    if (sameGap(a, inA, b, inB)) this.keep(length);
    else this.change(length, gapBefore(b, inB));
  }

  /** Equal words `[from, to)` of A with the gaps between them, as far as those are equal. */
  private equalWords(from: number, to: number, offset: number): void {
    const { a } = this;
    for (let at = from; at < to; at++) {
      if (at > from) this.gaps(at, at + offset);
      this.keep(endOf(a, at) - startOf(a, at));
    }
  }

  /** The change with the gaps around it; what is equal at its ends is taken off again. */
  private hunk({ fromA, toA, fromB, toB }: Hunk): void {
    const { a, b } = this;
    const equalBefore = sameGap(a, fromA, b, fromB);
    if (equalBefore) this.keep(gapBefore(a, fromA));
    // Where one side has no words its two gaps are one and the same: it can be kept before or after, not both.
    const gapsAreOne = (fromA === toA || fromB === toB) && equalBefore;
    const after = !gapsAreOne && sameGap(a, toA, b, toB) ? gapBefore(a, toA) : 0;
    this.change(startOf(a, toA) - after - this.spelledA, startOf(b, toB) - after - this.spelledB);
    this.keep(after);
  }
}

/** How long the white space before a word is. */
const gapBefore = (side: NumberedWords, word: number): number => startOf(side, word) - endOf(side, word - 1);

/** True where what stands before word `inA` is what stands before word `inB`. */
function sameGap(a: NumberedWords, inA: number, b: NumberedWords, inB: number): boolean {
  const length = gapBefore(a, inA);
  if (length !== gapBefore(b, inB)) return false;
  const [fromA, fromB] = [endOf(a, inA - 1), endOf(b, inB - 1)];
  for (let at = 0; at < length; at++) if (a.text.charCodeAt(fromA + at) !== b.text.charCodeAt(fromB + at)) return false;
  return true;
}
