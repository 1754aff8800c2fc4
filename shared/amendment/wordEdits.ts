import { exactDiff } from '../diff/exactDiff';
import type { Hunk } from '../diff/hunks';
import { BREAK, type Pieces, type Word } from './pieces';

/** Base words `[start, end)` become `words`. `start === end` is an insertion before base word `start`. */
export interface RangeEdit {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

/** Only the white space before base word `at` changes. */
interface SpaceEdit {
  readonly at: number;
  readonly lead: string;
}

/** What turns one text into another, in word indices of the base. The ranges are in order and never touch. */
export interface WordEdits {
  readonly ranges: readonly RangeEdit[];
  readonly spaces: readonly SpaceEdit[];
  /** Space before base words that begin a piece, by index, where this text tells it: for when something comes to stand before them. */
  readonly leadHints: ReadonlyMap<number, string>;
  readonly head: string;
  readonly tail: string;
}

const sentenceEnd = /^[.!?:;…]$/;

/** How well an insertion or deletion may begin at base word `at`: the start of a sentence is best, then after a comma. */
function startQuality(words: readonly Word[], at: number): number {
  const before = words[at - 1]?.text;
  if (before === undefined || before === BREAK || sentenceEnd.test(before)) return 2;
  return before === ',' ? 1 : 0;
}

/** The base words that a hunk may be shifted over: those that are kept before and after it. Half-open, in word indices of the base. */
interface Leeway {
  readonly start: number;
  readonly end: number;
}

/** How many words the hunk can be shifted in one direction (−1 or 1) without changing what it does. */
function reach(
  hunk: Hunk,
  direction: 1 | -1,
  { start, end }: Leeway,
  base: readonly Word[],
  current: readonly Word[],
): number {
  const inserting = hunk.fromA === hunk.toA;
  const side = inserting ? current : base;
  const [from, to] = inserting ? [hunk.fromB, hunk.toB] : [hunk.fromA, hunk.toA];
  const room = direction < 0 ? hunk.fromA - start : end - hunk.toA;
  for (let shift = 0; shift < room; shift++) {
    const [leaving, entering] = direction < 0 ? [to - 1 - shift, from - 1 - shift] : [from + shift, to + shift];
    if (side[leaving]?.text !== side[entering]?.text) return shift;
  }
  return room;
}

/**
 * A pure insertion or deletion among repeated words can stand at several places. This chooses one by rule (best start, then leftmost), so that two
 * amendments that do the same are found to do the same, whatever else they do.
 */
function settle(hunk: Hunk, leeway: Leeway, base: readonly Word[], current: readonly Word[]): Hunk {
  if (hunk.fromA !== hunk.toA && hunk.fromB !== hunk.toB) return hunk;
  const left = reach(hunk, -1, leeway, base, current);
  const right = reach(hunk, 1, leeway, base, current);
  let best = -left;
  for (let shift = -left; shift <= right; shift++) {
    if (startQuality(base, hunk.fromA + shift) > startQuality(base, hunk.fromA + best)) best = shift;
  }
  return { fromA: hunk.fromA + best, toA: hunk.toA + best, fromB: hunk.fromB + best, toB: hunk.toB + best };
}

/** Word edits from `base` to `current`. Total. Law: merging only these edits gives `current`. */
export function wordEdits(base: Pieces, current: Pieces): WordEdits {
  const numbers = new Map<string, number>();
  const numberOf = ({ text }: Word): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const { hunks } = exactDiff(base.words.map(numberOf), current.words.map(numberOf));

  const ranges: RangeEdit[] = [];
  const spaces: SpaceEdit[] = [];
  const leadHints = new Map<number, string>();
  let [atA, atB] = [0, 0];
  const keepUntil = (toA: number): void => {
    for (; atA < toA; atA++, atB++) {
      const before = base.words[atA]?.lead ?? null;
      const after = current.words[atB]?.lead ?? null;
      if (before === null && after !== null) leadHints.set(atA, after);
      if (before !== null && after !== null && before !== after) spaces.push({ at: atA, lead: after });
    }
  };
  for (const [index, hunk] of hunks.entries()) {
    // One kept word stays between two hunks: they never come to touch.
    const start = index === 0 ? 0 : atA + 1;
    const end = (hunks[index + 1]?.fromA ?? base.words.length + 1) - 1;
    const { fromA, toA, fromB, toB } = settle(hunk, { start, end }, base.words, current.words);
    keepUntil(fromA);
    ranges.push({ start: fromA, end: toA, words: current.words.slice(fromB, toB) });
    [atA, atB] = [toA, toB];
  }
  keepUntil(base.words.length);
  return { ranges, spaces, leadHints, head: current.head, tail: current.tail };
}
