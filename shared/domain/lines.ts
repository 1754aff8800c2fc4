import type { Range } from '../core/range';
import type { Block, BlockKind } from './block';
import { chaptersOf } from './chapters';

/** How lines are counted. All of it belongs to a frozen revision: the numbers on paper never change. */
export interface LineSettings {
  /** Characters (graphemes) a line holds in running text. */
  readonly measure: number;
  /** Number of the first line. */
  readonly start: number;
  readonly restart: 'never' | 'chapter';
}

export const defaultLineSettings: LineSettings = { measure: 80, start: 1, restart: 'never' };

/** One numbered line of one block. */
export interface Line {
  readonly number: number;
  /** Half-open, in UTF-16 code units of the block's text; trailing spaces belong to the line that they end. */
  readonly rangeInText: Range;
}

/** The lines of every block, in order: `result[i]` belongs to `blocks[i]` and is empty for an empty text. */
export type LineLayout = readonly (readonly Line[])[];

/** First and last line number of a block; equal for a block of one line. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** Rule L2: headings are set larger, and points are indented after their number, so both hold fewer characters. */
export function measureOf(kind: BlockKind, measure: number): number {
  switch (kind) {
    case 'title':
    case 'heading':
      return Math.max(1, Math.floor(measure * 0.75));
    case 'point':
      return Math.max(1, measure - 4);
    case 'paragraph':
    case 'leadIn':
    case 'footnote':
    case 'other':
      return Math.max(1, Math.floor(measure));
  }
}

/**
 * The graphemes of one text as the positions between them. `startOf(i)` is the UTF-16 offset of grapheme `i`; `startOf(count)` is the length.
 */
interface Graphemes {
  readonly count: number;
  startOf(grapheme: number): number;
}

/** Every character here is a grapheme of its own, so counting them is counting code units. Segmenting costs about 100 times more. */
const onlySimpleCharacters = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*$/;

const segmenter = new Intl.Segmenter('nb', { granularity: 'grapheme' });

function graphemesOf(text: string): Graphemes {
  if (onlySimpleCharacters.test(text)) return { count: text.length, startOf: (grapheme) => grapheme };
  const starts = Array.from(segmenter.segment(text), (segment) => segment.index);
  return { count: starts.length, startOf: (grapheme) => starts[grapheme] ?? text.length };
}

const breakingSpace = /^[\t\n\r \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+$/;
const breakingHyphen = /^[-\u2010]$/;
const wordCharacter = /[\p{L}\p{M}\p{N}]$/u;

/** Cuts one text into lines of at most `measure` graphemes. The ranges are adjacent and cover the text. Rules L3–L6. */
function breakText(text: string, measure: number): readonly Range[] {
  const graphemes = graphemesOf(text);
  const { count } = graphemes;
  const startOf = (grapheme: number): number => graphemes.startOf(grapheme);
  const at = (grapheme: number): string => text.slice(startOf(grapheme), startOf(grapheme + 1));
  const isSpace = (grapheme: number): boolean => breakingSpace.test(at(grapheme));
  const mayBreakBefore = (grapheme: number): boolean =>
    isSpace(grapheme - 1) ||
    (breakingHyphen.test(at(grapheme - 1)) &&
      grapheme >= 2 &&
      wordCharacter.test(text.slice(startOf(grapheme - 2), startOf(grapheme - 1))));

  let contentEnd = count;
  while (contentEnd > 0 && isSpace(contentEnd - 1)) contentEnd -= 1;

  const lines: Range[] = [];
  let from = 0;
  while (from < count) {
    let to = from + measure;
    if (contentEnd <= to) {
      to = count;
    } else if (isSpace(to)) {
      while (to < count && isSpace(to)) to += 1;
    } else {
      let firstOfWord = from;
      while (firstOfWord < to && isSpace(firstOfWord)) firstOfWord += 1;
      let candidate = to;
      while (candidate > firstOfWord + 1 && !mayBreakBefore(candidate)) candidate -= 1;
      if (candidate > firstOfWord && mayBreakBefore(candidate)) to = candidate;
    }
    lines.push({ start: startOf(from), end: startOf(to) });
    from = to;
  }
  return lines;
}

/**
 * Lays out a whole text: `result[i]` are the lines of `blocks[i]`. Total; linear in the text. Rules L1–L9 of SPEC.md.
 * Law L1: the lines of a block, put together, are its text exactly.
 */
export function layoutLines(blocks: readonly Block[], settings: LineSettings): LineLayout {
  const chapterHeadings = new Set(
    settings.restart === 'chapter' ? chaptersOf(blocks).map((chapter) => chapter.heading) : [],
  );
  let next = settings.start;
  return blocks.map((block, index) => {
    if (chapterHeadings.has(index)) next = settings.start;
    return breakText(block.text, measureOf(block.kind, settings.measure)).map((rangeInText) => ({
      number: next++,
      rangeInText,
    }));
  });
}

/** First and last line of the block at `index`, or `null` where it has none (empty text, or no such block). */
export function lineSpan(layout: LineLayout, index: number): LineSpan | null {
  const lines = layout[index];
  const first = lines?.[0];
  const last = lines?.at(-1);
  return first === undefined || last === undefined ? null : { first: first.number, last: last.number };
}

/** The lines that the range of the block's text touches, or `null`. An empty range touches the line in which it stands. */
export function lineSpanOfRange(layout: LineLayout, index: number, rangeInText: Range): LineSpan | null {
  const lines = layout[index] ?? [];
  const touched = lines.filter(({ rangeInText: line }) =>
    rangeInText.start < rangeInText.end
      ? line.start < rangeInText.end && rangeInText.start < line.end
      : line.start <= rangeInText.start && rangeInText.start < line.end,
  );
  const first = touched[0] ?? lines.at(-1);
  const last = touched.at(-1) ?? first;
  return first === undefined || last === undefined ? null : { first: first.number, last: last.number };
}
