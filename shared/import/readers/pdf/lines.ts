import { hasLetterOrDigit } from '../../../core/letters';
import { printedLine, type PagePlace, type ReadText, type SourceLine } from '../sourceLine';
import { columnsOf } from './columns';
import { withoutFrame, type TextPage } from './frame';
import type { PdfPage, PlacedLine, TextRun } from './page';
import { mainSize, rightOf, textOfRuns } from './rows';

/** A line that follows at more than this many usual distances begins something new. */
const WIDER = 1.2;
/** Gaps inside a line that are wider than this, in sizes of the text, divide cells. */
const CELL_GAP = 1.5;

/** Makes lines of pages: in reading order, without what belongs to the page, with how each stands. */
export function linesOfPages(pages: readonly PdfPage[]): ReadText {
  const { pages: text, remarks } = withoutFrame(pages);
  const placed = text.flatMap(placedLines);
  const bodySize = mainSize(placed.flatMap(({ segments }) => segments.flatMap(({ runs }) => runs)));
  const distance = usualDistance(placed);
  const edges = columnEdges(placed);
  const boldBody = shareOf(placed, isBold) > 0.5;
  const lines: SourceLine[] = [];
  for (const [i, line] of placed.entries()) {
    const runs = line.segments.flatMap((segment) => segment.runs);
    const clean = printedLine(textOfRuns(runs)).replace(/^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=[^\s⁰¹²³⁴⁵⁶⁷⁸⁹])/, '$1 ');
    if (clean === '') continue;
    const before = placed[i - 1];
    const letter = Math.max(1, (line.right - line.left) / Math.max(1, clean.length));
    const edge = Math.max(line.right, edges.get(edgeKey(line)) ?? line.columnRight);
    const indentAt = (x: number): number => Math.round((x - line.columnLeft) / (0.5 * bodySize));
    const letters = runs.filter((run) => hasLetterOrDigit(run.text));
    lines.push({
      fromLine: lines.length + 1,
      toLine: lines.length + 1,
      text: clean,
      indent: indentAt(line.left),
      bodyIndent: indentAt(bodyLeft(runs)),
      width: clean.length,
      trailingSpaces: 0,
      blanksBefore: blanksBetween(before, line, distance),
      startsPage: lines.length > 0 && before !== undefined && before.page.number !== line.page.number,
      tabbed: false,
      wideGaps: cellGaps(line),
      mark: null,
      emphasis:
        letters.length === 0
          ? null
          : !boldBody && letters.every((run) => isBold(run.font))
            ? 'bold'
            : letters.every((run) => /italic|oblique/i.test(run.font))
              ? 'italic'
              : null,
      continues: false,
      footnoteRefs: [],
      page: line.page.number,
      place: placeOf(line),
      room: (edge - line.right) / letter,
      size: line.size / bodySize,
    });
  }
  return { lines, remarks };
}

/** Letters reach so far above and below their baseline, in sizes of theirs. */
const ABOVE = 0.95;
const BELOW = 0.3;

/** The box round a line. */
function placeOf({ page, left, right, y, size }: PlacedLine): PagePlace {
  const share = (of: number, whole: number): number => Math.min(1, Math.max(0, of / whole));
  return {
    left: share(left, page.width),
    right: share(right, page.width),
    top: share(y - ABOVE * size, page.height),
    bottom: share(y + BELOW * size, page.height),
  };
}

/** Where the text begins after a marker that stands by itself. */
function bodyLeft(runs: readonly TextRun[]): number {
  const [marker, body] = runs;
  return marker !== undefined && body !== undefined && marker.text.trim().length <= 6 ? body.x : (marker?.x ?? 0);
}

const isBold = (font: string): boolean => /bold|black|heavy|semibold|demi/i.test(font);

function shareOf(placed: readonly PlacedLine[], holds: (font: string) => boolean): number {
  let all = 0;
  let held = 0;
  for (const { segments } of placed)
    for (const { runs } of segments)
      for (const { text, font } of runs) {
        all += text.length;
        if (holds(font)) held += text.length;
      }
  return all === 0 ? 0 : held / all;
}

function placedLines({ page, segments }: TextPage): readonly PlacedLine[] {
  return columnsOf(segments).flatMap((column) =>
    column.rows.map((row, i) => ({
      page,
      segments: row,
      left: row[0]?.left ?? 0,
      right: Math.max(...row.map(({ right }) => right)),
      y: row[0]?.y ?? 0,
      size: mainSize(row.flatMap(({ runs }) => runs)),
      columnLeft: column.left,
      columnRight: column.right,
      startsColumn: i === 0,
    })),
  );
}

/** Distance of two baselines of one paragraph, in sizes of the text: the commonest in the document. */
function usualDistance(placed: readonly PlacedLine[]): number {
  const counts = new Map<number, number>();
  for (const [i, line] of placed.entries()) {
    const before = placed[i - 1];
    if (before === undefined || line.startsColumn || before.size !== line.size) continue;
    const distance = Math.round(((line.y - before.y) / line.size) * 20) / 20;
    if (distance > 0.8 && distance < 3) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1.2, 0])[0];
}

/** Blank lines that would fit between two lines beyond the usual distance. A new column or page tells nothing. */
function blanksBetween(before: PlacedLine | undefined, line: PlacedLine, usual: number): number {
  if (before === undefined || line.startsColumn || before.page.number !== line.page.number) return 0;
  const distance = (line.y - before.y) / (usual * Math.max(line.size, before.size));
  return distance <= WIDER ? 0 : Math.max(1, Math.round(distance) - 1);
}

const edgeKey = ({ columnLeft }: PlacedLine): number => Math.round(columnLeft / 12);

/** The right edge of the columns that begin at one place, over all pages: a page of short lines does not show its own. */
function columnEdges(placed: readonly PlacedLine[]): ReadonlyMap<number, number> {
  const rights = new Map<number, number[]>();
  for (const line of placed) {
    const key = edgeKey(line);
    const list = rights.get(key);
    if (list === undefined) rights.set(key, [line.right]);
    else list.push(line.right);
  }
  return new Map(
    Array.from(rights, ([key, list]) => {
      const sorted = list.sort((a, b) => a - b);
      return [key, sorted[Math.floor((sorted.length - 1) * 0.97)] ?? 0];
    }),
  );
}

/** Places with a wide gap; the one after a short marker is no cell's. */
function cellGaps({ segments }: PlacedLine): number {
  let gaps = 0;
  const runs = segments.flatMap((segment) => segment.runs);
  let shown = '';
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1];
    if (before !== undefined && run.x - rightOf(before) > CELL_GAP * run.size && shown.trim().length > 8) gaps++;
    shown += run.text;
  }
  return gaps;
}
