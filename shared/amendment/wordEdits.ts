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
export interface SpaceEdit {
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

/**
 * A pure insertion or deletion among repeated words can stand at several places. This chooses one by rule (best start, then leftmost), so that two
 * amendments that do the same are found to do the same. `floor` is where the hunk before ends in the base.
 */
function settle(hunk: Hunk, floor: number, base: readonly Word[], current: readonly Word[]): Hunk {
  const inserting = hunk.fromA === hunk.toA;
  if (!inserting && hunk.fromB !== hunk.toB) return hunk;
  const side = inserting ? current : base;
  const [from, to] = inserting ? [hunk.fromB, hunk.toB] : [hunk.fromA, hunk.toA];
  let best = 0;
  let bestQuality = startQuality(base, hunk.fromA);
  for (let shift = 1; hunk.fromA - shift >= floor; shift++) {
    if (side[from - shift]?.text !== side[to - shift]?.text) break;
    const quality = startQuality(base, hunk.fromA - shift);
    if (quality >= bestQuality) [best, bestQuality] = [shift, quality];
  }
  return {
    fromA: hunk.fromA - best,
    toA: hunk.toA - best,
    fromB: hunk.fromB - best,
    toB: hunk.toB - best,
  };
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
  for (const hunk of hunks) {
    const { fromA, toA, fromB, toB } = settle(hunk, atA, base.words, current.words);
    keepUntil(fromA);
    ranges.push({ start: fromA, end: toA, words: current.words.slice(fromB, toB) });
    [atA, atB] = [toA, toB];
  }
  keepUntil(base.words.length);
  return { ranges, spaces, leadHints, head: current.head, tail: current.tail };
}
