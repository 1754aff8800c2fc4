import { unreachable } from '../../core/invariant';
import {
  isAdded,
  isStruck,
  visibleRuns,
  type BlockShape,
  type CellBlock,
  type ExportBlock,
  type ExportDocument,
  type Mark,
  type ProgrammeParagraph,
  type Run,
  type Table,
} from '../document';
import { paperWords } from '../words';
import { startAuthorship, type AuthorshipSource } from '../authorship';
import { estimateWidth } from '../textWidth';
import { escapeXml } from '../xml/escape';
import type { Numbering } from '../numbering';
import {
  addedStyle,
  headingStyle,
  lineEndStyle,
  paperHeadingStyle,
  paragraphStyles,
  referenceStyle,
  strongStyle,
  struckStyle,
} from './styles';

/** How far a line may be wider than estimated: another face, other kerning. */
const safety = 1.03;

/** Room for a line in em of its own size: 453 pt of text width less the indent, by the sizes of `styles.ts`. Bold letters are a tenth wider. */
function roomInEm({ kind, level }: BlockShape): number {
  switch (kind) {
    case 'title':
      return 453 / 18 / 1.1;
    case 'heading':
      return 419 / ([15, 13, 12][(level ?? 1) - 1] ?? 11) / 1.1;
    case 'point':
      return 427 / 11;
    case 'footnote':
      return 438 / 9.5;
    case 'paragraph':
    case 'leadIn':
    case 'other':
      return 453 / 11;
  }
}

/** A4 less its margins, in twentieths of a point. */
export const textWidth = { upright: 9070, sideways: 14_000 } as const;

/** How marks are written: as changes that a word processor can accept and reject, or as colours on paper. */
type MarkMode = 'tracked' | 'painted';

interface Writer extends AuthorshipSource {
  readonly document: ExportDocument;
  readonly numbering: Numbering;
  nextId(): number;
}

const changeAttributes = (writer: Writer): string => {
  const { author, at } = writer.authorship();
  return `w:id="${writer.nextId()}" w:author="${escapeXml(author)}" w:date="${escapeXml(at)}"`;
};

const textElement = (text: string, name: 't' | 'delText'): string =>
  `<w:${name} xml:space="preserve">${escapeXml(text)}</w:${name}>`;

function writeRun(writer: Writer, { text, mark, strong, reference }: Run, mode: MarkMode, squeeze = ''): string {
  if (text === '') return '';
  const style =
    reference === true
      ? referenceStyle
      : mode === 'painted' && isStruck(mark)
        ? struckStyle
        : mode === 'painted' && isAdded(mark)
          ? addedStyle
          : strong === true
            ? strongStyle
            : null;
  const properties = `${style === null ? '' : `<w:rStyle w:val="${style}"/>`}${squeeze}`;
  const run = (element: string): string =>
    `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${element}</w:r>`;
  if (mode === 'painted') return run(textElement(isStruck(mark) ? `[${text}]` : text, 't'));
  if (isStruck(mark)) return `<w:del ${changeAttributes(writer)}>${run(textElement(text, 'delText'))}</w:del>`;
  if (isAdded(mark)) return `<w:ins ${changeAttributes(writer)}>${run(textElement(text, 't'))}</w:ins>`;
  return run(textElement(text, 't'));
}

const writeRuns = (writer: Writer, runs: readonly Run[], mode: MarkMode): string =>
  runs.map((run) => writeRun(writer, run, mode)).join('');

/** Each of our lines ends where ours ends: by a break in a style of its own, so that it can be told from a break in the text. */
function writeLines(writer: Writer, paragraph: ProgrammeParagraph): string {
  const lineEnd = `<w:r><w:rPr><w:rStyle w:val="${lineEndStyle}"/></w:rPr><w:br/></w:r>`;
  const room = roomInEm(paragraph.shape);
  return (paragraph.lines ?? [])
    .map(({ runs }) => {
      const width = estimateWidth(
        runs
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
      );
      const squeeze =
        width * safety > room ? `<w:w w:val="${Math.max(20, Math.floor((100 * room) / (width * safety)))}"/>` : '';
      return runs.map((run) => writeRun(writer, run, 'painted', squeeze)).join('');
    })
    .join(lineEnd);
}

/** Word allows letters, digits and the low line, at most 40 of them, in the name of a bookmark. */
const bookmarkName = (anchor: string): string => anchor.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 40);

function bookmarkOf(writer: Writer, anchor: string | null): readonly [open: string, close: string] {
  if (anchor === null) return ['', ''];
  const id = writer.nextId();
  return [`<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(anchor)}"/>`, `<w:bookmarkEnd w:id="${id}"/>`];
}

/** Links to the paper's headings. Page numbers would be guesses until the word processor has counted its pages. */
function writeContents({ blocks, language }: ExportDocument): string {
  const entries = blocks.flatMap((block) =>
    block.type === 'heading' && block.anchor !== null
      ? [
          paragraphOf(
            paragraphStyles.contents,
            `<w:hyperlink w:anchor="${bookmarkName(block.anchor)}" w:history="1">${plainRun(block.text)}</w:hyperlink>`,
          ),
        ]
      : [],
  );
  // The text's own headings are not listed: what is read back from the document would take them for text.
  if (entries.length === 0) return '';
  return paragraphOf(paragraphStyles.contents, plainRun(paperWords[language].contents, strongStyle)) + entries.join('');
}

function styleOf({ kind, level }: BlockShape): string {
  return kind === 'heading' ? headingStyle(level ?? 1) : paragraphStyles[kind];
}

function shapeProperties(numbering: Numbering, shape: BlockShape, counts: boolean): string {
  const reference = counts ? numbering.referTo(shape) : numbering.referWithoutCounting(shape);
  const styleNumbers =
    shape.kind === 'heading' || shape.kind === 'point' || shape.kind === 'leadIn' || shape.kind === 'footnote';
  const list =
    reference === null
      ? styleNumbers
        ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        : ''
      : `<w:numPr><w:ilvl w:val="${reference.level}"/><w:numId w:val="${reference.list}"/></w:numPr>`;
  return `<w:pStyle w:val="${styleOf(shape)}"/>${list}`;
}

function endMark(writer: Writer, end: Mark): string {
  if (end === 'kept') return '';
  return `<w:rPr><w:${isStruck(end) ? 'del' : 'ins'} ${changeAttributes(writer)}/></w:rPr>`;
}

function writeProgramme(
  writer: Writer,
  paragraph: ProgrammeParagraph,
  mode: MarkMode,
  container: 'page' | 'quotation' | 'cell',
  section = '',
): string {
  const { shape, previousShape, end, lines, runs, anchor, remark } = paragraph;
  const tracked = mode === 'tracked';
  if (tracked) writer.enter(paragraph);
  const label = container === 'page' ? '' : markerText(shape);
  const properties =
    container === 'page'
      ? shapeProperties(writer.numbering, shape, !isStruck(end))
      : `<w:pStyle w:val="${container === 'cell' ? paragraphStyles.cell : paragraphStyles.quotation}"/>`;
  const isEmpty = runs.length === 0 && container === 'page' ? '<w:suppressLineNumbers/>' : '';
  const change =
    tracked && previousShape !== null
      ? `<w:pPrChange ${changeAttributes(writer)}><w:pPr>${shapeProperties(writer.numbering, previousShape, false)}</w:pPr></w:pPrChange>`
      : '';
  const [open, close] = bookmarkOf(writer, container === 'page' ? anchor : null);
  const strong = container !== 'page' && (shape.kind === 'heading' || shape.kind === 'title');
  const visible = tracked ? runs : visibleRuns(paragraph);
  const shown = strong ? visible.map((run) => ({ ...run, strong: true })) : visible;
  const body = lines === null ? writeRuns(writer, shown, mode) : writeLines(writer, paragraph);
  const aside = remark === null || tracked ? '' : writeRun(writer, { text: ` (${remark})`, mark: 'kept' }, 'painted');
  return `<w:p><w:pPr>${properties}${isEmpty}${tracked ? endMark(writer, end) : ''}${section}${change}</w:pPr>${open}${label}${body}${aside}${close}</w:p>`;
}

/** Inside quotations and cells a number says where the text stands; nothing is counted there. */
function markerText(shape: BlockShape): string {
  if (shape.number === null) return '';
  const dot = shape.kind === 'point' && /[\p{L}\p{N}]$/u.test(shape.number) ? '.' : '';
  return `<w:r><w:t xml:space="preserve">${escapeXml(`${shape.number}${dot} `)}</w:t></w:r>`;
}

const paragraphOf = (style: string, content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

const plainRun = (text: string, style: string | null = null): string =>
  text === ''
    ? ''
    : `<w:r>${style === null ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`}${textElement(text, 't')}</w:r>`;

function writeCell(writer: Writer, cell: readonly CellBlock[], width: number, countBox: boolean): string {
  const content = cell.map((block) =>
    block.type === 'prose'
      ? paragraphOf(paragraphStyles.cell, writeRuns(writer, block.runs, 'painted'))
      : writeProgramme(writer, block, 'painted', 'cell'),
  );
  // A cell without a paragraph makes a file that Word calls damaged.
  const filled = content.length === 0 ? paragraphOf(paragraphStyles.cell, '') : content.join('');
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="8A857C"/>`;
  const box =
    countBox && cell.length === 0
      ? `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:tcBorders>`
      : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${box}</w:tcPr>${filled}</w:tc>`;
}

function writeTable(writer: Writer, { columns, rows }: Table): string {
  const room = writer.document.landscape ? textWidth.sideways : textWidth.upright;
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((room * share) / total));
  const border = (side: string, size: number, colour: string): string =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;
  const head = columns.map(
    ({ label }, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphOf(paragraphStyles.cell, plainRun(label, strongStyle))}</w:tc>`,
  );
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((cell, at) => writeCell(writer, cell, widths[at] ?? 0, columns[at]?.box !== undefined)).join('')}</w:tr>`,
  );
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${room}" w:type="dxa"/><w:tblBorders>${border('top', 8, '7A1F2B')}${border('bottom', 4, 'BDB8B0')}` +
    `${border('insideH', 4, 'BDB8B0')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>${body.join('')}</w:tbl>` +
    // Two tables without a paragraph between them would become one.
    paragraphOf(paragraphStyles.note, '')
  );
}

/** `section`: properties of the section that ends with this block; empty where none does. */
function writeBlock(writer: Writer, block: ExportBlock, mode: MarkMode, section: string): string {
  switch (block.type) {
    case 'programme':
      return writeProgramme(writer, block, mode, 'page', section);
    case 'heading': {
      const [open, close] = bookmarkOf(writer, block.anchor);
      return paragraphOf(paperHeadingStyle(block.level), open + plainRun(block.text) + close);
    }
    case 'prose':
      return paragraphOf(
        block.role === 'body' ? paragraphStyles.prose : paragraphStyles[block.role],
        writeRuns(writer, block.runs, 'painted'),
      );
    case 'facts':
      return block.rows
        .map(({ label, value }) =>
          paragraphOf(paragraphStyles.prose, `${plainRun(`${label}: `, strongStyle)}${plainRun(value)}`),
        )
        .join('');
    case 'quotation':
      return block.paragraphs.map((paragraph) => writeProgramme(writer, paragraph, 'painted', 'quotation')).join('');
    case 'table':
      return writeTable(writer, block);
    case 'picture':
      return paragraphOf(paragraphStyles.note, plainRun(block.caption ?? block.picture.alternative));
    default:
      return unreachable(block);
  }
}

interface Section {
  /** The first section begins the document; every other goes on on the same page. */
  readonly isFirst: boolean;
  readonly hasLineNumbers: boolean;
}

function sectionProperties({ document }: Writer, { isFirst, hasLineNumbers }: Section): string {
  const { landscape, lineNumbers } = document;
  const size = landscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>';
  // Word counts from the number after `w:start` (ECMA-376 part 1, 17.6.8), which it leaves out for 1.
  const numbers =
    lineNumbers === null || !hasLineNumbers
      ? ''
      : `<w:lnNumType w:countBy="1"${lineNumbers.start === 1 ? '' : ` w:start="${lineNumbers.start - 1}"`} w:distance="284" w:restart="${lineNumbers.restart === 'chapter' ? 'newSection' : 'continuous'}"/>`;
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>' +
    `${isFirst ? '' : '<w:type w:val="continuous"/>'}${size}` +
    '<w:pgMar w:top="1531" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>' +
    `${numbers}</w:sectPr>`
  );
}

/** The content of `w:body`. */
export function writeBody(document: ExportDocument, numbering: Numbering): string {
  let ids = 0;
  const writer: Writer = {
    document,
    numbering,
    nextId: () => (ids += 1),
    ...startAuthorship(document.changesBy),
  };
  const mode: MarkMode = document.view === 'tracked' ? 'tracked' : 'painted';
  const numbered = document.lineNumbers !== null;
  // LibreOffice lets the count begin with a section's first paragraph, so what is not counted stands in a section of its own.
  const coverSection = numbered ? sectionProperties(writer, { isFirst: true, hasLineNumbers: false }) : '';
  const { title, facts } = document.cover;
  const cover = [
    paragraphOf(paragraphStyles.kicker, plainRun(document.paper)),
    ...(title === null
      ? []
      : [
          `<w:p><w:pPr><w:pStyle w:val="${paragraphStyles.title}"/><w:suppressLineNumbers/></w:pPr>${plainRun(title)}</w:p>`,
        ]),
    `<w:p><w:pPr><w:pStyle w:val="${paragraphStyles.coverFacts}"/>${coverSection}</w:pPr>${plainRun(facts.map(({ label, value }) => `${label}: ${value}`).join('  ·  '))}</w:p>`,
  ];
  const perChapter = document.lineNumbers?.restart === 'chapter';
  const startsChapter = (block: ExportBlock | undefined): boolean =>
    block?.type === 'programme' && block.shape.kind === 'heading' && (block.shape.level ?? 1) === 1;
  const blocks = document.blocks.map((block, at) => {
    const endsSection = perChapter && block.type === 'programme' && startsChapter(document.blocks[at + 1]);
    return writeBlock(
      writer,
      block,
      mode,
      endsSection ? sectionProperties(writer, { isFirst: false, hasLineNumbers: true }) : '',
    );
  });
  return `${cover.join('')}${document.contents ? writeContents(document) : ''}${blocks.join('')}${sectionProperties(writer, { isFirst: !numbered, hasLineNumbers: true })}`;
}
