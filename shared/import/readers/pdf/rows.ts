import type { Segment, TextRun } from './page';

/** Baselines that differ by less than this share of the letters' size are one row. */
const ONE_ROW = 0.3;
/** A raised number stands at most so far above its baseline, in sizes of the text, and is at most so large. */
const RAISED_AT_MOST = 0.7;
const RAISED_SIZE = 0.82;
/** The number of a note stands at most so far before it, in sizes of the text. */
const LABEL = 3;
/** A gap wider than this, in sizes of the text, divides columns or cells. */
const WIDE_GAP = 1.5;

export const rightOf = (run: TextRun): number => run.x + run.width;

/** The runs of a page by rows from top to bottom, each from left to right. Raised figures belong to the row they are raised from. */
function rowsOf(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: TextRun[][] = [];
  for (const run of sorted) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row !== undefined && head !== undefined && run.y - head.y < ONE_ROW * Math.min(head.size, run.size))
      row.push(run);
    else rows.push([run]);
  }
  for (let i = 0; i + 1 < rows.length; i++) {
    const row = rows[i] ?? [];
    const below = rows[i + 1] ?? [];
    if (row.every((run) => isRaisedOver(run, below))) {
      rows[i + 1] = [...row, ...below];
      rows[i] = [];
    }
  }
  return rows.filter((row) => row.length > 0).map((row) => row.sort((a, b) => a.x - b.x));
}

/** Figures, smaller and a little higher than a run that they touch. */
const isRaisedOver = (run: TextRun, row: readonly TextRun[]): boolean =>
  /^\s*\d{1,3}(?:[ ,]+\d{1,3})*\s*$/.test(run.text) &&
  row.some(
    (other) =>
      run.size <= RAISED_SIZE * other.size &&
      other.y - run.y < RAISED_AT_MOST * other.size &&
      run.x > other.x - LABEL * other.size &&
      run.x < rightOf(other) + 0.5 * other.size,
  );

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised figures are printed as raised ones, so that the recogniser can tell them from figures of the text. */
function withRaised(row: readonly TextRun[]): readonly TextRun[] {
  return row.map((run) => {
    const raised = row.some(
      (other) => other !== run && other.y - run.y > 0.12 * other.size && isRaisedOver(run, [other]),
    );
    return raised ? { ...run, text: run.text.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit) } : run;
  });
}

/** Most letters of the runs are set in this size. */
export function mainSize(runs: readonly TextRun[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of runs) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0])[0];
}

/** The pieces of a page that columns and tables are made of, from top to bottom. */
export function segmentsOf(runs: readonly TextRun[]): readonly Segment[] {
  return rowsOf(runs).flatMap((row) => {
    const size = mainSize(row);
    const groups: TextRun[][] = [];
    for (const run of withRaised(row)) {
      const open = groups.at(-1);
      const before = open?.at(-1);
      if (open !== undefined && before !== undefined && run.x - rightOf(before) <= WIDE_GAP * size) open.push(run);
      else groups.push([run]);
    }
    return groups.map(segmentOf);
  });
}

function segmentOf(runs: readonly TextRun[]): Segment {
  const size = mainSize(runs);
  return {
    runs,
    size,
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(rightOf)),
    y: runs.find((run) => run.size === size)?.y ?? 0,
  };
}

/** The words of some runs of one row, with a space where the page shows one. */
export function textOfRuns(runs: readonly TextRun[]): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (text !== '' && run.x - end > 0.14 * run.size && !text.endsWith(' ')) text += ' ';
    text += run.text;
    end = rightOf(run);
  }
  return text;
}
