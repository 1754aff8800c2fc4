import type { ReaderRemark } from '../sourceLine';
import type { PdfPage, Segment, TextRun } from './page';
import { rightOf, segmentsOf, textOfRuns } from './rows';

/** Share of the page's height, above and below, in which running heads stand. */
const MARGIN = 0.14;
/** Share of the pages that a running head stands on, at least: heads may alternate, and chapters have their own. */
const OFTEN = 0.25;
/** Rows of a head or foot, at most. */
const MOST_ROWS = 2;
/** Numbers in the margin that count the lines: so many at one edge, at least. */
const FEWEST_LINE_NUMBERS = 8;

/** A page's text without what belongs to the page itself. */
export interface TextPage {
  readonly page: PdfPage;
  readonly segments: readonly Segment[];
}

/** Takes running heads and feet, page numbers and the numbers of lines off the pages; each text is reported once, with how often it stood. */
export function withoutFrame(pages: readonly PdfPage[]): {
  readonly pages: readonly TextPage[];
  readonly remarks: readonly ReaderRemark[];
} {
  const lineNumbers = findLineNumbers(pages);
  const text = pages.map((page) => {
    const segments = segmentsOf(page.runs.filter((run) => !lineNumbers.has(run)));
    return { page, segments, outer: outerRows(segments, page) };
  });
  const counts = new Map<string, number>();
  for (const { outer } of text)
    for (const key of new Set([...outer].flatMap(keysOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const fewest = Math.max(2, OFTEN * pages.length);
  const dropped = new Map<string, number>();
  if (lineNumbers.size > 0) dropped.set(rangeOf(lineNumbers), 1);
  const kept = text.map(({ page, segments, outer }) => ({
    page,
    segments: segments.filter((segment) => {
      if (!outer.has(segment) || !keysOf(segment).some((key) => (counts.get(key) ?? 0) >= fewest)) return true;
      const shown = textOfRuns(segment.runs).trim();
      dropped.set(shown, (dropped.get(shown) ?? 0) + 1);
      return false;
    }),
  }));
  return {
    pages: kept,
    remarks: [...dropped].map(([shown, times]) => ({
      code: 'page-frame-dropped',
      line: null,
      text: times > 1 ? `${shown} (${String(times)} ×)` : shown,
    })),
  };
}

/** What stands in the first and the last rows of a page, in its margins. */
function outerRows(segments: readonly Segment[], page: PdfPage): ReadonlySet<Segment> {
  const heights = [...new Set(segments.map(({ y }) => y))].sort((a, b) => a - b);
  const top = Math.min(MARGIN * page.height, heights[MOST_ROWS - 1] ?? 0);
  const foot = Math.max((1 - MARGIN) * page.height, heights.at(-MOST_ROWS) ?? 0);
  return new Set(segments.filter(({ y }) => y <= top || y >= foot));
}

/** What makes two texts on two pages one head: the words, numbers apart, at the same height. */
function keysOf(segment: Segment): readonly string[] {
  const words = textOfRuns(segment.runs).trim().replace(/\d+/g, '#');
  const height = Math.round(segment.y / 4);
  return [`${words}@${String(height)}`, `${words}@${String(height + 1)}`];
}

const rangeOf = (numbers: ReadonlySet<TextRun>): string => {
  const all = Array.from(numbers, ({ text }) => Number(text));
  return `${String(Math.min(...all))}–${String(Math.max(...all))}`;
};

/** Figures alone at one edge, beside the text and counting up: the numbers of the lines. */
function findLineNumbers(pages: readonly PdfPage[]): ReadonlySet<TextRun> {
  const found = new Set<TextRun>();
  const edges = new Map<number, TextRun[]>();
  const beside: TextRun[] = [];
  for (const page of pages) {
    const numbers = page.runs.filter((run) => /^\d{1,4}$/.test(run.text.trim()));
    if (numbers.length < 3) continue;
    const words = page.runs.filter((run) => /\p{L}/u.test(run.text));
    const left = Math.min(...words.map(({ x }) => x));
    for (const run of numbers) {
      if (rightOf(run) > left - 0.3 * run.size) continue;
      beside.push(run);
      const edge = Math.round(rightOf(run) / 3);
      edges.set(edge, [...(edges.get(edge) ?? []), run]);
    }
  }
  for (const [edge, runs] of edges) {
    const near = [...runs, ...(edges.get(edge + 1) ?? [])];
    let rising = 0;
    for (const [i, run] of near.entries()) if (Number(run.text) > Number(near[i - 1]?.text ?? 0)) rising++;
    if (near.length >= FEWEST_LINE_NUMBERS && rising > 0.8 * near.length) for (const run of near) found.add(run);
  }
  // One that stands elsewhere, as under a heading of two lines, still has its place in the count.
  const values = new Set(Array.from(found, ({ text }) => Number(text)));
  for (const run of beside) if (values.has(Number(run.text) - 1) && !values.has(Number(run.text))) found.add(run);
  return found;
}
