import {
  isAdded,
  isStruck,
  visibleRuns,
  type Authorship,
  type BlockShape,
  type Comment,
  type Mark,
  type ProgrammeParagraph,
  type Quotation,
} from '../document';
import type { MoveRange } from '../moves';
import { isStrongShape, quotedLabel, trackedQuotation } from '../quoted';
import { bookmarkOf, plainRun, writeLines, writeRuns } from './runs';
import { commentReferenceStyle, headingStyle, paragraphStyles } from './styles';
import { changeAttributes, changeElement, type MarkMode, type Writer } from './writer';

export const paragraphOf = (style: string, content: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${content}</w:p>`;

const styleOf = ({ kind, level }: BlockShape): string =>
  kind === 'heading' ? headingStyle(level ?? 1) : paragraphStyles[kind];

/** Styles that number; a paragraph of one of them that has no number must say so. */
const numbersItself: ReadonlySet<BlockShape['kind']> = new Set(['heading', 'point', 'leadIn', 'footnote']);

function shapeProperties({ numbering }: Writer, shape: BlockShape, counts: boolean): string {
  const reference = counts ? numbering.referTo(shape) : numbering.referWithoutCounting(shape);
  const list =
    reference === null
      ? numbersItself.has(shape.kind)
        ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        : ''
      : `<w:numPr><w:ilvl w:val="${reference.level}"/><w:numId w:val="${reference.list}"/></w:numPr>`;
  return `<w:pStyle w:val="${styleOf(shape)}"/>${list}`;
}

/** Always as new or struck, also in a move: LibreOffice leaves an empty paragraph behind where an end was moved, and to Word it is the same. */
function endMark(writer: Writer, { end, endBy }: ProgrammeParagraph): string {
  const element = changeElement(end, null);
  return element === null ? '' : `<w:rPr><w:${element} ${changeAttributes(writer, endBy)}/></w:rPr>`;
}

/** The beginning and the end of one side of a move, as ranges around the paragraphs (ECMA-376 part 1, 17.13.5.21–28). */
function moveMarks(writer: Writer, paragraph: ProgrammeParagraph, range: MoveRange | null): readonly [string, string] {
  if (range === null) return ['', ''];
  const element = range.side === 'movedFrom' ? 'moveFromRange' : 'moveToRange';
  const id = writer.rangeId(`${range.name} ${range.side}`);
  const start = `<w:${element}Start ${changeAttributes(writer, paragraph.endBy, id)} w:name="${range.name}"/>`;
  return [range.starts ? start : '', range.ends ? `<w:${element}End w:id="${id}"/>` : ''];
}

interface Commented {
  readonly comments?: readonly Comment[];
  readonly end?: Mark;
  readonly endBy?: Authorship;
}

/** What others say of a paragraph: the range that it is about, and the sign that calls each comment. */
export function commentMarks(
  writer: Writer,
  { comments = [], end = 'kept', endBy }: Commented,
  mode: MarkMode,
): readonly [string, string] {
  const ids = comments.map((comment) => writer.addComment(comment));
  const starts = ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`);
  const ends = ids.map((id) => {
    const call = `<w:r><w:rPr><w:rStyle w:val="${commentReferenceStyle}"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
    // What is new goes away as a whole when it is rejected, and what is said of it too.
    const isNew = mode === 'tracked' && isAdded(end);
    return `<w:commentRangeEnd w:id="${id}"/>${isNew ? `<w:ins ${changeAttributes(writer, endBy)}>${call}</w:ins>` : call}`;
  });
  return [starts.join(''), ends.join('')];
}

/** A paragraph of the programme on the page itself, with its number, its lines or its changes. `section` ends with it. */
export function writeParagraph(
  writer: Writer,
  paragraph: ProgrammeParagraph,
  range: MoveRange | null = null,
  section = '',
): string {
  const { shape, previousShape, end, lines, runs, anchor, remark } = paragraph;
  const tracked = writer.mode === 'tracked';
  if (tracked) writer.enter(paragraph);
  const properties = shapeProperties(writer, shape, !isStruck(end));
  const uncounted = runs.length === 0 ? '<w:suppressLineNumbers/>' : '';
  const mark = tracked ? endMark(writer, paragraph) : '';
  const change =
    tracked && previousShape !== null
      ? `<w:pPrChange ${changeAttributes(writer)}><w:pPr>${shapeProperties(writer, previousShape, false)}</w:pPr></w:pPrChange>`
      : '';
  const [open, close] = bookmarkOf(writer, anchor);
  const [moveStart, moveEnd] = tracked ? moveMarks(writer, paragraph, range) : ['', ''];
  const [commentStart, commentEnd] = commentMarks(writer, paragraph, writer.mode);
  const shown = tracked ? runs : visibleRuns(paragraph);
  const body = lines === null ? writeRuns(writer, shown, writer.mode, range) : writeLines(writer, paragraph);
  const aside = remark === null || tracked ? '' : plainRun(` (${remark})`);
  return (
    `<w:p><w:pPr>${properties}${uncounted}${mark}${section}${change}</w:pPr>` +
    `${moveStart}${open}${commentStart}${body}${commentEnd}${aside}${close}</w:p>${moveEnd}`
  );
}

/** Inside quotations and cells a number says where the text stands; nothing is counted there. */
export function writeQuoted(
  writer: Writer,
  paragraph: ProgrammeParagraph,
  container: 'quotation' | 'cell',
  more = '',
): string {
  const { remark } = paragraph;
  const label = quotedLabel(paragraph);
  const strong = isStrongShape(paragraph);
  const runs = visibleRuns(paragraph).map((run) => (strong ? { ...run, strong } : run));
  const [commentStart, commentEnd] = commentMarks(writer, paragraph, 'painted');
  const aside = remark === null ? '' : plainRun(` (${remark})`);
  return paragraphOf(
    paragraphStyles[container],
    `${label === '' ? '' : plainRun(`${label} `)}${commentStart}${writeRuns(writer, runs, 'painted')}${commentEnd}${aside}`,
    more,
  );
}

export function writeQuotation(writer: Writer, quotation: Quotation): string {
  const keeps = quotation.keepsWithNext === true ? '<w:keepNext/>' : '';
  if (writer.quotationMode === 'painted') {
    return quotation.paragraphs.map((paragraph) => writeQuoted(writer, paragraph, 'quotation', keeps)).join('');
  }
  return trackedQuotation(quotation)
    .map((paragraph) => {
      writer.enter(paragraph);
      const [commentStart, commentEnd] = commentMarks(writer, paragraph, 'tracked');
      const content = `${commentStart}${writeRuns(writer, paragraph.runs, 'tracked')}${commentEnd}`;
      return paragraphOf(paragraphStyles.quotation, content, keeps + endMark(writer, paragraph));
    })
    .join('');
}
