import type { Hunk } from './hunks';
import type { NumberedWords } from './numberedWords';

export type Sign = '=' | '-' | '+';

/** A stretch of text: kept, struck or new. The `=` and `-` of a list spell the base text, the `=` and `+` the current one. */
export type Token = readonly [sign: Sign, text: string];

/** The text that tokens spell for one side. */
export const spell = (tokens: readonly Token[], side: 'base' | 'current'): string =>
  tokens.map(([sign, text]) => (sign === '=' || sign === (side === 'base' ? '-' : '+') ? text : '')).join('');

/** Puts stretches together: neighbours of one sign become one, and what is struck stands before what is new. */
function tokenWriter(): {
  readonly write: (sign: Sign, text: string) => void;
  readonly tokens: () => readonly Token[];
} {
  const done: Token[] = [];
  let kept = '';
  let struck = '';
  let added = '';
  const flushChange = (): void => {
    if (struck !== '') done.push(['-', struck]);
    if (added !== '') done.push(['+', added]);
    struck = added = '';
  };
  const flushKept = (): void => {
    if (kept !== '') done.push(['=', kept]);
    kept = '';
  };
  return {
    write(sign, text) {
      if (text === '') return;
      if (sign === '=') {
        flushChange();
        kept += text;
        return;
      }
      flushKept();
      if (sign === '-') struck += text;
      else added += text;
    },
    tokens() {
      flushChange();
      flushKept();
      return done;
    },
  };
}

/** Tokens of two texts whose words differ by `hunks`. White space that differs is shown as struck and new, like a word. */
export function tokensOf(hunks: readonly Hunk[], a: NumberedWords, b: NumberedWords): readonly Token[] {
  const { write, tokens } = tokenWriter();
  const countA = a.numbers.length;
  const countB = b.numbers.length;
  const gapA = (at: number): string => a.text.slice(a.ends[at - 1] ?? 0, a.starts[at] ?? a.text.length);
  const gapB = (at: number): string => b.text.slice(b.ends[at - 1] ?? 0, b.starts[at] ?? b.text.length);
  const writeGaps = (inA: string, inB: string): void => {
    if (inA === inB) write('=', inA);
    else {
      write('-', inA);
      write('+', inB);
    }
  };
  /** Equal words `[from, to)` of A with the gaps between them, as far as those are equal. */
  const writeEqual = (from: number, to: number, offset: number): void => {
    let start = from;
    for (let at = from + 1; at < to; at++) {
      if (gapA(at) === gapB(at + offset)) continue;
      write('=', a.text.slice(a.starts[start], a.ends[at - 1]));
      write('-', gapA(at));
      write('+', gapB(at + offset));
      start = at;
    }
    if (start < to) write('=', a.text.slice(a.starts[start], a.ends[to - 1]));
  };
  const writeHunk = ({ fromA, toA, fromB, toB }: Hunk): void => {
    // The change with the gaps around it; what is equal at its ends is taken off again.
    let startA = a.ends[fromA - 1] ?? 0;
    let startB = b.ends[fromB - 1] ?? 0;
    let endA = a.starts[toA] ?? a.text.length;
    let endB = b.starts[toB] ?? b.text.length;
    const before = gapA(fromA);
    const after = gapA(toA);
    const equalBefore = before === gapB(fromB);
    if (equalBefore) {
      write('=', before);
      startA += before.length;
      startB += before.length;
    }
    // Where one side has no words its two gaps are one and the same: it can be kept before or after, not both.
    const gapsAreOne = (fromA === toA || fromB === toB) && equalBefore;
    const equalAfter = after === gapB(toB) && !gapsAreOne;
    if (equalAfter) {
      endA -= after.length;
      endB -= after.length;
    }
    write('-', a.text.slice(startA, endA));
    write('+', b.text.slice(startB, endB));
    if (equalAfter) write('=', after);
  };
  let atA = 0;
  let atB = 0;
  let afterHunk = false;
  for (const hunk of hunks) {
    if (hunk.fromA > atA) {
      if (!afterHunk) writeGaps(gapA(atA), gapB(atB));
      writeEqual(atA, hunk.fromA, atB - atA);
    }
    writeHunk(hunk);
    atA = hunk.toA;
    atB = hunk.toB;
    afterHunk = true;
  }
  if (atA < countA || !afterHunk) {
    if (!afterHunk) writeGaps(gapA(0), gapB(0));
    if (atA < countA) {
      writeEqual(atA, countA, atB - atA);
      writeGaps(gapA(countA), gapB(countB));
    }
  }
  return tokens();
}
