import type { Segment } from './page';
import { textOfRuns } from './rows';

/** Lines on each side of a gutter, at least. */
const FEWEST_LINES = 4;
/** Letters of a line of running text in a column, at least; a cell of a table has fewer. */
const RUNNING_TEXT = 18;
/** Half of the lines of a column are at least this share of its width. */
const FILLED = 0.6;
/** Gutters tried a page: the left edges that most lines share. */
const MOST_GUTTERS = 12;
/** Columns within columns. */
const DEEPEST = 4;

/** Segments of one column, by rows from top to bottom. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly rows: readonly (readonly Segment[])[];
}

interface Band {
  readonly divided: boolean;
  readonly segments: readonly Segment[];
}

const lettersOf = (segment: Segment): number => textOfRuns(segment.runs).length;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Finds columns by the gutter that divides most lines: above and below what crosses it the page is read through, between
 * them the left side before the right. `segments` from top to bottom. Linear for each of a fixed number of gutters.
 */
export function columnsOf(segments: readonly Segment[], depth = 0): readonly Column[] {
  const gutter = depth < DEEPEST ? bestGutter(segments) : null;
  if (gutter === null) return segments.length === 0 ? [] : [columnOf(segments)];
  return bandsOf(segments, gutter).flatMap(({ divided, segments: band }) =>
    divided
      ? [
          ...columnsOf(
            band.filter(({ left }) => left < gutter),
            depth + 1,
          ),
          ...columnsOf(
            band.filter(({ left }) => left >= gutter),
            depth + 1,
          ),
        ]
      : columnsOf(band, DEEPEST),
  );
}

function bestGutter(segments: readonly Segment[]): number | null {
  const edges = new Map<number, number>();
  for (const segment of segments) {
    const edge = Math.round(segment.left / 2) * 2;
    if (lettersOf(segment) >= RUNNING_TEXT) edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const gutters = [...edges]
    .filter(([edge, count]) => count >= FEWEST_LINES && edge > left + 0.15 * (right - left))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_GUTTERS)
    .map(([edge]) => edge - 3);
  let best: { readonly gutter: number; readonly lines: number } | null = null;
  for (const gutter of gutters) {
    const lines = bandsOf(segments, gutter).reduce(
      (sum, band) => sum + (band.divided ? Math.min(...sides(band.segments, gutter).map(({ length }) => length)) : 0),
      0,
    );
    if (lines > (best?.lines ?? 0)) best = { gutter, lines };
  }
  return best?.gutter ?? null;
}

const sides = (segments: readonly Segment[], gutter: number): readonly (readonly Segment[])[] => [
  segments.filter(({ left }) => left < gutter),
  segments.filter(({ left }) => left >= gutter),
];

/** Runs of segments that do not cross the gutter, and what does. */
function bandsOf(segments: readonly Segment[], gutter: number): readonly Band[] {
  const bands: { divided: boolean; segments: Segment[] }[] = [];
  for (const segment of segments) {
    const divided = !(segment.left < gutter && segment.right > gutter + 3);
    const open = bands.at(-1);
    if (open?.divided === divided) open.segments.push(segment);
    else bands.push({ divided, segments: [segment] });
  }
  return bands.map((band) => ({ ...band, divided: band.divided && areColumns(band.segments, gutter) }));
}

/** Both sides hold running text that fills them: a table's cells do not. */
function areColumns(segments: readonly Segment[], gutter: number): boolean {
  return sides(segments, gutter).every((side) => {
    if (side.length < FEWEST_LINES) return false;
    const left = Math.min(...side.map((segment) => segment.left));
    const right = Math.max(...side.map((segment) => segment.right));
    const widths = side.map((segment) => segment.right - segment.left);
    return median(widths) >= FILLED * (right - left) && median(side.map(lettersOf)) >= RUNNING_TEXT;
  });
}

function columnOf(segments: readonly Segment[]): Column {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs((row[0]?.y ?? 0) - segment.y) < 0.3 * segment.size) row.push(segment);
    else rows.push([segment]);
  }
  return {
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    rows: rows.map((row) => row.sort((a, b) => a.left - b.left)),
  };
}
