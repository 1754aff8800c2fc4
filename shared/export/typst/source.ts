import type { CellBlock, ExportBlock, ExportDocument, Facts, ProgrammeParagraph, Run, Table } from '../document';
import { plain, visibleRuns } from '../document';
import { stretchesOf } from '../outline';
import { printedLabel } from '../../domain/label';
import { estimateWidth } from '../textWidth';
import { paperWords } from '../words';
import { unreachable } from '../../core/invariant';
import { typstArray, typstInteger, typstString } from './literal';
import { paperTemplate } from './template';

/** Running text holds some 40 em of its own size. A line that comes near is measured, and set smaller where it does not fit. */
const comfortableWidthInEm = 37;

const markFunctions = {
  kept: null,
  inserted: 'added',
  deleted: 'struck',
  movedFrom: 'moved-away',
  movedTo: 'moved-here',
} as const;

function writeRun({ text, mark, strong, reference }: Run): string {
  const literal = typstString(text);
  const weighted = reference === true ? `super(${literal})` : strong === true ? `strong(${literal})` : literal;
  const marker = markFunctions[mark];
  return marker === null ? weighted : `${marker}(${weighted})`;
}

/** Content, in code, of runs of text. */
const writeRuns = (runs: readonly Run[]): string => `[${runs.map((run) => `#${writeRun(run)}`).join('')}]`;

const withoutTrailingSpace = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run, at) => (at === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run));

/** A function from the body's indent to its content: a line's number stands in the margin, however far in its words begin. */
function writeBody(paragraph: ProgrammeParagraph): string {
  const { lines, remark } = paragraph;
  if (lines === null) {
    return `indent => [${visibleRuns(paragraph)
      .map((run) => `#${writeRun(run)}`)
      .join('')}${remark === null ? '' : `#remark(${typstString(remark)})`}]`;
  }
  const printed = lines.map((line) => {
    const words = withoutTrailingSpace(line.runs);
    const isLong = estimateWidth(words.map(({ text }) => text).join('')) > comfortableWidthInEm;
    return `${isLong ? 'long-line' : 'line-of'}(${typstInteger(line.number)}, ${writeRuns(words)}, indent)`;
  });
  return `indent => numbered(${typstArray(printed)})`;
}

const plainText = ({ runs }: ProgrammeParagraph): string =>
  runs.flatMap(({ text, reference }) => (reference === true ? [] : [text])).join('');

function writeBlock(paragraph: ProgrammeParagraph, outlineLevel: number | null): string {
  const { shape } = paragraph;
  const body = writeBody(paragraph);
  const label = typstString(printedLabel(shape.kind, shape.number));
  switch (shape.kind) {
    case 'title':
      return `#programme-title(${typstString(plainText(paragraph))}, ${body})`;
    case 'heading':
      if (outlineLevel === null) return `#running-text(indent => strong((${body})(indent)))`;
      return `#programme-heading(${typstInteger(shape.level ?? 1)}, ${typstInteger(outlineLevel)}, ${label}, ${typstString(plainText(paragraph))}, ${body})`;
    case 'leadIn':
      return `#lead-in(${body})`;
    case 'footnote':
      return `#note-text(${label}, ${body})`;
    case 'point':
    case 'paragraph':
    case 'other':
      return `#running-text(${body})`;
    default:
      return unreachable(shape.kind);
  }
}

/** Neighbouring points become one list, so that a screen reader hears how many there are. */
function writeProgramme(
  paragraphs: readonly ProgrammeParagraph[],
  levels: readonly (number | null)[],
): readonly string[] {
  const written: string[] = [];
  let points: string[] = [];
  const endList = (): void => {
    if (points.length > 0) written.push(`#points(${points.map((point) => `\n  ${point},`).join('')}\n)`);
    points = [];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.shape.kind === 'point') {
      points.push(
        `(${typstString(printedLabel(paragraph.shape.kind, paragraph.shape.number))}, ${writeBody(paragraph)})`,
      );
    } else {
      endList();
      written.push(writeBlock(paragraph, levels[index] ?? null));
    }
  }
  endList();
  return written;
}

const writeFacts = (rows: Facts['rows']): string =>
  typstArray(rows.map(({ label, value }) => `(${typstString(label)}, ${typstString(value)})`));

function writeCell(cell: readonly CellBlock[]): string {
  const parts = cell.map((block) =>
    block.type === 'prose'
      ? `#cell-text(${writeRuns(block.runs)})`
      : `#cell-block(${typstString(printedLabel(block.shape.kind, block.shape.number))}, ${typstString(block.shape.kind)}, ${writeBody(block)})`,
  );
  return `[${parts.join('')}]`;
}

function writeTable({ columns, rows }: Table): string {
  const shares = typstArray(columns.map(({ share }) => `${share}fr`));
  const labels = typstArray(columns.map(({ label }) => typstString(label)));
  const cells = rows
    .map(
      (row) =>
        `\n  ${typstArray(row.map((cell, at) => (cell.length === 0 && columns[at]?.box !== undefined ? '[#count-box]' : writeCell(cell))))},`,
    )
    .join('');
  return `#paper-table(${shares}, ${labels}, (${cells}\n))`;
}

function writeBlocks(blocks: readonly ExportBlock[]): string {
  const written: string[] = [];
  for (const stretch of stretchesOf(blocks)) {
    if (stretch.type === 'programme') {
      written.push(...writeProgramme(stretch.paragraphs, stretch.levels));
      continue;
    }
    const { block, level } = stretch;
    switch (block.type) {
      case 'heading':
        written.push(`#paper-heading(${typstInteger(level)}, ${typstString(block.text)})`);
        break;
      case 'prose':
        written.push(`#prose(${typstString(block.role)}, ${writeRuns(block.runs)})`);
        break;
      case 'facts':
        written.push(`#facts(${writeFacts(block.rows)})`);
        break;
      case 'quotation':
        written.push(`#quotation[\n${writeProgramme(block.paragraphs, []).join('\n')}\n]`);
        break;
      case 'table':
        written.push(writeTable(block));
        break;
      case 'picture':
        written.push(`#prose("note", ${writeRuns(plain(block.caption ?? block.picture.alternative))})`);
        break;
      default:
        unreachable(block);
    }
  }
  return written.join('\n\n');
}

/** What the typesetter needs: `main.typ` holds the paper, `paper.typ` how it looks. The host may replace the latter by its own. */
export function typstFiles(document: ExportDocument): Readonly<Record<string, string>> {
  const words = paperWords[document.language];
  const [year, month, day] = document.generatedAt.slice(0, 10).split('-').map(Number);
  const main = [
    '#import "paper.typ": *',
    '#show: paper.with(',
    `  title: ${typstString(document.title)},`,
    `  kind: ${typstString(document.paper)},`,
    `  author: ${typstString(document.author)},`,
    `  date: datetime(year: ${typstInteger(year ?? 1970)}, month: ${typstInteger(month ?? 1)}, day: ${typstInteger(day ?? 1)}),`,
    `  language: ${typstString(document.language)},`,
    `  revision: ${typstString(document.revisionName)},`,
    `  fingerprint: ${typstString(document.shortHash)},`,
    `  page-word: ${typstString(words.page)},`,
    `  of-word: ${typstString(words.of)},`,
    `  sideways: ${String(document.landscape)},`,
    ')',
    '',
    `#cover(${document.cover.title === null ? 'none' : typstString(document.cover.title)}, ${typstString(document.paper)}, ${writeFacts(document.cover.facts)})`,
    ...(document.contents ? [`#contents(${typstString(words.contents)})`] : []),
    '',
    writeBlocks(document.blocks),
    '',
  ].join('\n');
  return { 'main.typ': main, 'paper.typ': paperTemplate };
}
