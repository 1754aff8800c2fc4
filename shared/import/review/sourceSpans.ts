import type { SourceRow } from '../importDocument';
import type { LineSpan } from './review';

/** The lines of both, and what stands between. */
export function unite(a: LineSpan | null, b: LineSpan | null): LineSpan | null {
  if (a === null || b === null) return a ?? b;
  return { fromLine: Math.min(a.fromLine, b.fromLine), toLine: Math.max(a.toLine, b.toLine) };
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Index of the first row at `line` or later. Rows are in order. */
function firstAt(rows: readonly SourceRow[], line: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Divides the lines of a text after as many letters as `head` has; the line that holds both parts belongs to both. */
export function divideSource(
  rows: readonly SourceRow[],
  span: LineSpan | null,
  head: string,
): readonly [LineSpan | null, LineSpan | null] {
  if (span === null) return [null, null];
  let left = lettersIn(head);
  for (let at = firstAt(rows, span.fromLine); at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined || row.line > span.toLine) break;
    const letters = lettersIn(row.text);
    if (letters < left) {
      left -= letters;
      continue;
    }
    const end = Math.min(span.toLine, Math.max(span.fromLine, row.line));
    const next = letters === left ? (rows[at + 1]?.line ?? end) : row.line;
    return [
      { fromLine: span.fromLine, toLine: end },
      { fromLine: Math.min(span.toLine, Math.max(span.fromLine, next)), toLine: span.toLine },
    ];
  }
  return [span, span];
}
