import { isPageNumber } from './lineKinds';
import { endsSentence } from './edges';
import type { Unit } from './unit';

/** Longest row of a table that has become a line, in characters. */
const LONGEST_ROW = 80;
/** Longest word or two in a box of a chart. */
const LONGEST_CELL = 40;
/** Boxes in a row, and lone figures among them, that make a chart. */
const CHART = { boxes: 8, figures: 3 } as const;

type RowShape = 'date' | 'amount' | 'gap';
/** Rows alike, one under the other, that make a table. A year may end a heading, so that amounts take one more. */
const ENOUGH: Readonly<Record<RowShape, number>> = { date: 3, amount: 4, gap: 3 };

/** Fewest rows of any table. */
const FEWEST_ROWS = 3;

const months =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|july|october|december';
const opensWithDate = new RegExp(String.raw`^\d{1,2}\.?(?: ?[-–] ?\d{1,2}\.?)? (?:${months})\b`, 'i');
/** Most texts end in a letter or a full stop, and are told by that alone. */
const endsInAmount = (text: string): boolean =>
  /[\d \u00a0%r]$/.test(text) && /\p{L}.* \d[\d \u00a0]*(?:,\d+)?(?: ?%| kr)?$/u.test(text);

const isRow = (unit: Unit, longest: number): boolean =>
  !unit.aside &&
  unit.note === null &&
  unit.marker === null &&
  unit.lineCount === 1 &&
  unit.first.mark === null &&
  !unit.first.tabbed &&
  unit.text.length <= longest &&
  !endsSentence(unit.text);

function hasShape({ text, first }: Unit, shape: RowShape): boolean {
  if (first.wideGaps > 0) return true;
  switch (shape) {
    case 'date':
      return /^\d/.test(text) && opensWithDate.test(text);
    case 'amount':
      return endsInAmount(text);
    case 'gap':
      return (first.gaps ?? 0) > 0;
  }
}

/**
 * Units that were rows of a table, or boxes of a chart, before the page became text: several alike, one under the other, none of which ends a sentence.
 * By index.
 */
export function findFlattenedTables(units: readonly Unit[]): ReadonlySet<number> {
  const found = new Set<number>();
  const takeRuns = (fits: (unit: Unit) => boolean, isEnough: (run: readonly Unit[]) => boolean): void => {
    let start = 0;
    for (let at = 0; at <= units.length; at++) {
      const unit = units[at];
      if (unit !== undefined && fits(unit)) continue;
      if (at - start >= FEWEST_ROWS && isEnough(units.slice(start, at)))
        for (let row = start; row < at; row++) found.add(row);
      start = at + 1;
    }
  };
  for (const shape of ['date', 'amount', 'gap'] as const)
    takeRuns(
      (unit) => isRow(unit, LONGEST_ROW) && hasShape(unit, shape),
      (run) => run.length >= ENOUGH[shape] && run.some((unit) => unit.first.wideGaps === 0),
    );
  takeRuns(
    (unit) => isRow(unit, LONGEST_CELL) || isBoxOfTwoLines(unit),
    (run) => run.length >= CHART.boxes && run.filter(({ text }) => isPageNumber(text)).length >= CHART.figures,
  );
  return found;
}

const isBoxOfTwoLines = (unit: Unit): boolean => unit.lineCount === 2 && isRow({ ...unit, lineCount: 1 }, LONGEST_CELL);
