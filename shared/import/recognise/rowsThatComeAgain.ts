import type { SourceLine } from '../readers/sourceLine';
import { endsSentence } from './edges';

/** Rows of such a list, at least. */
const FEWEST = 4;
/** Longest row, in characters. */
const LONGEST_ROW = 160;

const isFigure = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** What a row and the heading that it stands for have in common: neither number nor page. Asked of every line, hence by code units first. */
function keyOf(text: string): string {
  const first = text.charCodeAt(0);
  const bare =
    isFigure(first) || first === 0xa7 ? text.replace(/^(?:§ ?)?\d{1,3}(?:\.\d{1,3})*[.)]? (?=\S)/u, '') : text;
  return (isFigure(bare.charCodeAt(bare.length - 1)) ? bare.replace(/[ .…]+\d{1,4}$/, '') : bare).toLowerCase();
}

/** Short, and no sentence but a question. */
const isShort = ({ text }: SourceLine): boolean =>
  text.length <= LONGEST_ROW && (text.endsWith('?') || !endsSentence(text));

const mayBeRow = (line: SourceLine): boolean => (line.mark === null || line.mark.kind === 'item') && isShort(line);

/**
 * The rows of a list of contents that nothing calls so, by index: short lines, one under the other, that all come again farther down, in the same order,
 * and most of them with text between. Linear, but for the search among places of the same words.
 */
export function rowsThatComeAgain(lines: readonly SourceLine[]): readonly number[] {
  const keys = lines.map((line) => (isShort(line) ? keyOf(line.text) : ''));
  const places = new Map<string, number[]>();
  keys.forEach((key, i) => {
    if (key === '') return;
    const list = places.get(key);
    if (list === undefined) places.set(key, [i]);
    else list.push(i);
  });
  for (let start = 0; start < lines.length;) {
    const again: number[] = [];
    let at = start;
    for (; at < lines.length; at++) {
      const line = lines[at];
      const key = keys[at] ?? '';
      if (line === undefined || key === '' || !mayBeRow(line)) break;
      const next = firstAfter(places.get(key) ?? [], Math.max(again.at(-1) ?? at, at));
      if (next === null) break;
      again.push(next);
    }
    if (isListOfContents(again, at) && beginLikeHeadings(lines.slice(start, at)))
      return again.map((_, row) => start + row);
    start = Math.max(at, start + 1);
  }
  return [];
}

function isListOfContents(again: readonly number[], end: number): boolean {
  const apart = again.filter((place, row) => row > 0 && place > (again[row - 1] ?? 0) + 1).length;
  return again.length >= FEWEST && (again[0] ?? 0) >= end && apart > (again.length - 1) / 2;
}

/** Most begin with a capital or a figure: the broken lines of a running text may come again, too. */
function beginLikeHeadings(rows: readonly SourceLine[]): boolean {
  const small = rows.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return small < rows.length / 2;
}

/** The first of the places, which are in order, that is farther down than `from`. */
function firstAfter(places: readonly number[], from: number): number | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return places[low] ?? null;
}
