import type {
  CellBlock,
  ExportBlock,
  ExportDocument,
  Facts,
  PaperHeading,
  Picture,
  ProgrammeParagraph,
  Run,
  Table,
} from '../document';
import { readRuns, visibleRuns } from '../document';
import { headingsOf, stretchesOf } from '../outline';
import { printedLabel } from '../../domain/label';
import { estimateRunsWidth } from '../lineRoom';
import { paperWords } from '../words';
import { bytesOfPicture } from '../pictures';
import { unreachable } from '../../core/invariant';
import type { BlockKind } from '../../domain/block';
import { typstArray, typstInteger, typstString } from './literal';
import { paperTemplate } from './template';

/** Running text holds some 40 em of its own size. A line that comes near is measured, and set smaller where it does not fit. */
const comfortableWidthInEm = 37;

/** The place in the paper that others lead to. */
const typstLabel = (anchor: string): string => `label(${typstString(anchor)})`;

const markFunctions = {
  kept: null,
  inserted: 'added',
  deleted: 'struck',
  movedFrom: 'moved-away',
  movedTo: 'moved-here',
} as const;

function writeRun({ text, mark, strong, italic, reference, link, address }: Run): string {
  const literal = typstString(text);
  const leaning = italic === true ? `emph(${literal})` : literal;
  const formatted = strong === true ? `strong(${leaning})` : leaning;
  const weighted = reference === true ? `super(${literal})` : formatted;
  const marker = markFunctions[mark];
  const marked = marker === null ? weighted : `${marker}(${weighted})`;
  if (address !== undefined) return `link(${typstString(address)}, ${marked})`;
  return link === undefined ? marked : `to-place(${typstLabel(link)}, ${marked})`;
}

/** Twenty signs, each with what is drawn on it or joined to it. */
const partOfLongWord = /(?:.[\p{M}\u200d\ufe0f]*){20}/gu;

/** Rule E15: a word longer than a narrow column may be divided there, for it would leave the page. Lines that are numbered never are. */
const divisibleRuns = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run) => ({
    ...run,
    text: run.text.replace(/[^\s\u200b]{32,}/gu, (word) => word.replace(partOfLongWord, '$&\u200b')),
  }));

/** Content, in code, of runs of text. */
const writeRuns = (runs: readonly Run[]): string => `[${runs.map((run) => `#${writeRun(run)}`).join('')}]`;

const withoutTrailingSpace = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run, at) => (at === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run));

/** A function from the body's indent to its content: a line's number stands in the margin, however far in its words begin. */
function writeBody(paragraph: ProgrammeParagraph): string {
  const { lines, remark } = paragraph;
  if (lines === null) {
    return `indent => [${divisibleRuns(visibleRuns(paragraph))
      .map((run) => `#${writeRun(run)}`)
      .join('')}${remark === null ? '' : `#remark(${typstString(remark)})`}]`;
  }
  const printed = lines.map((line) => {
    const words = withoutTrailingSpace(line.runs);
    const isLong = estimateRunsWidth(words) > comfortableWidthInEm;
    return `${isLong ? 'long-line' : 'line-of'}(${typstInteger(line.number)}, ${writeRuns(words)}, indent)`;
  });
  return `indent => numbered(${typstArray(printed)})`;
}

/** As it now reads; what is struck as a whole, as it read. */
const plainText = ({ runs }: ProgrammeParagraph): string => readRuns(runs, 'current') || readRuns(runs, 'previous');

function writeParagraph(paragraph: ProgrammeParagraph, outlineLevel: number | null): string {
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
      written.push(writeParagraph(paragraph, levels[index] ?? null));
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
      ? `#cell-text(${writeRuns(divisibleRuns(block.runs))})`
      : `#cell-block(${typstString(printedLabel(block.shape.kind, block.shape.number))}, ${typstString(block.shape.kind)}, ${writeBody(block)})`,
  );
  return `[${parts.join('')}]`;
}

/** The ranks of rows that head those below them: a chapter's heading, and a lead-in to points within it. */
const headerLevels: Partial<Record<BlockKind, number>> = { heading: 2, leadIn: 3 };

/** What a row heads others as, or `null` where it is one of them. */
function headerLevelOf(row: readonly (readonly CellBlock[])[]): number | null {
  const levels = row
    .flat()
    .flatMap((block) => (block.type === 'programme' ? [headerLevels[block.shape.kind] ?? null] : []));
  const [first = null] = levels;
  return levels.every((level) => level === first) ? first : null;
}

/** Points: as high as some lines of handwriting, and higher where the text that is answered is long. */
const answerHeight = (row: readonly (readonly CellBlock[])[]): number => {
  const signs = Math.max(...row.map((cell) => cell.reduce((sum, block) => sum + textLength(block), 0)));
  return Math.min(Math.max(30, Math.round(signs / 5)), 110);
};

/** A row that is short is kept on one page; a long one may be divided, since it might not fit on any. */
const longestWholeRow = 1_200;

const textLength = (block: CellBlock): number => block.runs.reduce((sum, { text }) => sum + text.length, 0);

function writeTable({ columns, rows }: Table): string {
  const shares = typstArray(columns.map(({ share }) => `${share}fr`));
  const labels = typstArray(columns.map(({ label }) => typstString(label)));
  const written = rows.map((row) => {
    const isWhole = row.flat().reduce((sum, block) => sum + textLength(block), 0) <= longestWholeRow;
    const cells = row.map((cell, at) => {
      const box = columns[at]?.box;
      if (cell.length > 0 || box === undefined) return writeCell(cell);
      return box === 'count' ? '[#count-box]' : `[#answer-box(${typstInteger(answerHeight(row))}pt)]`;
    });
    const kind = headerLevelOf(row) ?? (isWhole ? 'whole-row' : 'divisible-row');
    return `\n  (${kind}, ${typstArray(cells)}),`;
  });
  return `#paper-table(${shares}, ${labels}, (${written.join('')}\n))`;
}

/** Bytes as the source spells them: the typesetter reads no file of the machine's. */
function writePicture(picture: Picture): string {
  const { data, alternative, width, height } = picture;
  const bytes =
    data.format === 'svg'
      ? `bytes(${typstString(data.source)})`
      : `bytes(${typstArray(Array.from(bytesOfPicture(picture), String))})`;
  return `picture(${bytes}, ${typstString(data.format)}, ${typstString(alternative)}, ${String(width)}mm, ${String(height)}mm)`;
}

const writeHeading = ({ text, anchor, startsPage, thumb }: PaperHeading, level: number): string => {
  const place = anchor === null ? 'none' : typstLabel(anchor);
  // A chapter's tab ends where the next heading of its rank begins.
  const tab = thumb ?? (level === 1 ? '' : null);
  const heading = `#paper-heading(${typstInteger(level)}, ${typstString(text)}, ${place}, ${tab === null ? 'none' : typstString(tab)})`;
  return startsPage === true ? `#pagebreak(weak: true)\n${heading}` : heading;
};

function writeBlock(block: Exclude<ExportBlock, ProgrammeParagraph>, level: number): string {
  switch (block.type) {
    case 'heading':
      return writeHeading(block, level);
    case 'prose':
      return `#prose(${typstString(block.role)}, ${writeRuns(divisibleRuns(block.runs))})`;
    case 'facts':
      return `#facts(${writeFacts(block.rows)})`;
    case 'quotation':
      return `#quotation(keeps: ${String(block.keepsWithNext === true)})[\n${writeProgramme(block.paragraphs, []).join('\n')}\n]`;
    case 'table':
      return writeTable(block);
    case 'picture':
      return `#picture-block(${writePicture(block.picture)}, ${block.caption === null ? 'none' : typstString(block.caption)})`;
    default:
      return unreachable(block);
  }
}

/** What is said between the lines of the programme is set in, smaller, so that nobody takes it for the text itself. */
function writeBlocks({ blocks, view }: Pick<ExportDocument, 'blocks' | 'view'>): string {
  const written: string[] = [];
  let aside: string[] = [];
  const endAside = (): void => {
    if (aside.length > 0) written.push(`#set-in[\n${aside.join('\n\n')}\n]`);
    aside = [];
  };
  for (const stretch of stretchesOf(blocks)) {
    if (stretch.type === 'programme') {
      endAside();
      written.push(...writeProgramme(stretch.paragraphs, stretch.levels));
      continue;
    }
    const { block, level } = stretch;
    const isSetIn =
      view === 'proposal' && block.type !== 'heading' && !(block.type === 'prose' && block.role === 'note');
    if (!isSetIn) endAside();
    (isSetIn ? aside : written).push(writeBlock(block, level));
  }
  endAside();
  return written.join('\n\n');
}

/** Contents of many headings would fill pages: then only the first level is listed, and the bookmarks have the rest. */
const mostListed = 70;

const contentsDepth = (blocks: readonly ExportBlock[]): number => {
  const headings = blocks.filter(
    (block) => block.type === 'heading' || (block.type === 'programme' && block.shape.kind === 'heading'),
  );
  return headings.length > mostListed ? 1 : 2;
};

/** What the contents list of blocks that are not shown: level and words of each. */
function writeLater(blocks: readonly ExportBlock[], shown: readonly ExportBlock[]): string {
  const depth = contentsDepth(blocks);
  return typstArray(
    headingsOf(blocks)
      .slice(headingsOf(shown).length)
      .filter(({ level }) => level <= depth)
      .map(({ level, number, text }) =>
        typstArray([typstInteger(level), typstString(number === '' ? text : `${number} ${text}`)]),
      ),
  );
}

/** Each chapter's tab has its place on the edge of the page, so the page has to know them all. */
const thumbsOf = (blocks: readonly ExportBlock[]): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'heading' && block.thumb !== undefined ? [block.thumb] : []));

/** What the typesetter needs: `main.typ` holds the paper, `paper.typ` how it looks. The host may replace the latter by its own. */
export const typstFiles = (document: ExportDocument): Readonly<Record<string, string>> => ({
  'main.typ': writeMain(document),
  'paper.typ': paperTemplate,
});

/** Signs on a page, at the most. */
const signsOnPage = { upright: 2_900, sideways: 4_500 } as const;

const signsIn = (blocks: readonly CellBlock[]): number => blocks.reduce((sum, block) => sum + textLength(block), 0);

/** The first blocks of a paper, until `room` signs are reached; of the table that reaches it, the first rows. */
function firstBlocks(blocks: readonly ExportBlock[], room: number): readonly ExportBlock[] {
  const first: ExportBlock[] = [];
  let left = room;
  for (const block of blocks) {
    if (left <= 0) break;
    if (block.type === 'table') {
      const rows = block.rows.filter((row) => {
        const isFirst = left > 0;
        // A row takes some room even where it is to be written in.
        left -= signsIn(row.flat()) + 60;
        return isFirst;
      });
      first.push({ ...block, rows });
      continue;
    }
    first.push(block);
    if (block.type === 'quotation') left -= signsIn(block.paragraphs);
    else if ('runs' in block) left -= textLength(block);
    else left -= 60;
  }
  return first;
}

export interface TypstBeginning {
  readonly files: Readonly<Record<string, string>>;
  /** True where the paper is no longer than that. */
  readonly isWhole: boolean;
}

/**
 * The first pages of a paper, at least `pages` of them, so that they can be looked at before all of it is set. The contents are those of the whole, without
 * the pages that are not known yet; neither is how many there are.
 */
export function typstBeginning(document: ExportDocument, pages: number): TypstBeginning {
  const blocks = firstBlocks(document.blocks, pages * signsOnPage[document.landscape ? 'sideways' : 'upright']);
  const isWhole = blocks.length === document.blocks.length && isSameLength(blocks.at(-1), document.blocks.at(-1));
  if (isWhole) return { files: typstFiles(document), isWhole };
  return { files: { 'main.typ': writeMain(document, blocks), 'paper.typ': paperTemplate }, isWhole };
}

const isSameLength = (a: ExportBlock | undefined, b: ExportBlock | undefined): boolean =>
  a?.type !== 'table' || b?.type !== 'table' || a.rows.length === b.rows.length;

/** `shown` are the first of the document's blocks, or all of them. */
function writeMain(document: ExportDocument, shown: readonly ExportBlock[] = document.blocks): string {
  const words = paperWords[document.language];
  const { organisation, furniture, cover, blocks } = document;
  const isWhole = shown === blocks;
  const [year, month, day] = document.generatedAt.slice(0, 10).split('-').map(Number);
  // A page of its own names the programme, whether or not the text does so again.
  const title = cover.ownPage ? document.title : cover.title;
  const logo = organisation.logo === null ? 'none' : writePicture(organisation.logo);
  return [
    '#import "paper.typ": *',
    '#show: paper.with(',
    `  title: ${typstString(document.title)},`,
    `  kind: ${typstString(document.paper)},`,
    `  author: ${typstString(document.author)},`,
    `  date: datetime(year: ${typstInteger(year ?? 1970)}, month: ${typstInteger(month ?? 1)}, day: ${typstInteger(day ?? 1)}),`,
    `  language: ${typstString(document.language)},`,
    `  colour: ${typstString(organisation.colour)},`,
    `  head: ${typstArray(furniture.header.map(typstString))},`,
    `  foot: ${typstString(furniture.footer)},`,
    `  page-word: ${typstString(words.page)},`,
    `  of-word: ${typstString(words.of)},`,
    `  page-short: ${typstString(words.pageShort)},`,
    ...(isWhole ? [] : ['  is-whole: false,']),
    `  thumbs: ${typstArray(thumbsOf(blocks).map(typstString))},`,
    `  sideways: ${String(document.landscape)},`,
    ')',
    '',
    `#${cover.ownPage ? 'cover-page' : 'masthead'}(`,
    `  ${title === null ? 'none' : typstString(title)}, ${typstString(document.paper)}, ${writeFacts(cover.facts)},`,
    `  ${typstString(organisation.name)}, ${logo},`,
    ')',
    ...(document.contents
      ? [`#contents(${typstString(words.contents)}, ${contentsDepth(blocks)}, later: ${writeLater(blocks, shown)})`]
      : []),
    ...(cover.ownPage ? ['#pagebreak(weak: true)'] : []),
    '',
    writeBlocks({ blocks: shown, view: document.view }),
    '',
  ].join('\n');
}
