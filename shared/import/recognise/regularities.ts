import type { SourceLine } from '../readers/sourceLine';
import { endsSentence, firstWordLength, isAddress, opensWithSmallWord } from './edges';

/** What one document does by habit. Every decision of the recogniser is taken against these, not against fixed patterns. */
export interface Regularities {
  /** Sentences run over line ends: the text was broken to a width. */
  readonly wrapped: boolean;
  /** Blank lines that stand between two lines of one paragraph: 0 in most texts, 1 where every line has a blank one after it. */
  readonly usualGap: number;
  /** A line is full when it and the next word would have reached this many characters. */
  readonly fullFrom: number;
  /** Characters that no line is longer than, where every line was filled up to them whatever room the column has; else `null`. */
  readonly counted: number | null;
  /** The same for lines of a narrow column, by the line's number in the file. */
  readonly narrow: ReadonlyMap<number, number>;
  /** Spaces that nearly every line ends with; more of them at a full stop end a paragraph. */
  readonly usualTrailing: number;
  /** The smallest indent of a line. */
  readonly margin: number;
}

/** Letters so much larger than those of the running text are those of a heading. */
export const isLarge = ({ size = 1 }: SourceLine): boolean => size >= 1.1;

const isPlain = (line: SourceLine): boolean => line.mark === null && !line.tabbed && !isAddress(line.text);

/** A sentence surely goes on from `a` to `b`: it is not ended, and what follows begins with a small letter. */
const surelyGoesOn = (a: SourceLine, b: SourceLine): boolean =>
  !endsSentence(a.text) && isPlain(a) && isPlain(b) && opensWithSmallWord(b.text) && !b.text.startsWith('o ');

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

/** Sentences over line ends that show to what length lines are filled. */
const FEWEST_FILLS = 10;

export function findRegularities(lines: readonly SourceLine[]): Regularities {
  const fills: number[] = [];
  const gaps: number[] = [];
  const widths: number[] = [];
  const trailing = new Map<number, number>();
  let margin = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    margin = Math.min(margin, line.indent);
    trailing.set(line.trailingSpaces, (trailing.get(line.trailingSpaces) ?? 0) + 1);
    const before = lines[i - 1];
    if (before === undefined || !surelyGoesOn(before, line)) continue;
    fills.push(before.width + 1 + firstWordLength(line.text));
    widths.push(before.width);
    gaps.push(line.blanksBefore);
  }
  fills.sort((x, y) => x - y);
  const longest = widths.reduce((most, width) => Math.max(most, width), 0);
  const counted = fills.length >= FEWEST_FILLS && percentile(fills, 0.1) >= longest ? longest : null;
  // What stands on a page with places was broken to its width.
  const wrapped =
    lines.some(({ room }) => room !== undefined) || (fills.length >= 2 && fills.length >= lines.length * 0.08);
  const often = (gap: number) => gaps.filter((g) => g >= gap).length >= gaps.length * 0.3;
  const fullFrom = wrapped ? Math.max(percentile(fills, 0.1) * 0.97, percentile(fills, 0.5) * 0.8) : 0;
  return {
    wrapped,
    usualGap: wrapped ? (often(2) ? 2 : often(1) ? 1 : 0) : 0,
    fullFrom,
    counted,
    narrow: wrapped ? findNarrowColumns(lines, fullFrom) : new Map<number, number>(),
    usualTrailing: [...trailing].sort((x, y) => y[1] - x[1])[0]?.[0] ?? 0,
    margin,
  };
}

/** Lines of a column are shorter than this share of a full line. */
const NARROW = 0.85;

/** Fewest lines in a row that make a column: fewer are headings, names, the end of a paragraph. */
const COLUMN = 3;

/** Runs of lines that all end far before the edge, most of them in mid-sentence: text beside a picture. */
function findNarrowColumns(lines: readonly SourceLine[], fullFrom: number): ReadonlyMap<number, number> {
  const narrow = new Map<number, number>();
  let start = 0;
  for (let i = 1; i <= lines.length; i++) {
    const line = lines[i];
    const before = lines[i - 1];
    const inRun =
      line !== undefined &&
      line.blanksBefore === 0 &&
      line.width < fullFrom * NARROW &&
      before !== undefined &&
      before.width < fullFrom * NARROW;
    if (inRun) continue;
    const from = start;
    start = i;
    if (i - from < COLUMN) continue;
    const run = lines.slice(from, i);
    let widest = 0;
    let goingOn = 0;
    for (const [at, item] of run.entries()) {
      const previous = run[at - 1];
      if (previous === undefined || !surelyGoesOn(previous, item)) continue;
      goingOn++;
      widest = Math.max(widest, previous.width);
    }
    if (goingOn < run.length * 0.3) continue;
    for (const item of run) narrow.set(item.fromLine, widest * 0.9);
  }
  return narrow;
}
