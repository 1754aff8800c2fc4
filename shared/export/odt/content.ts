import { startAuthorship } from '../authorship';
import { unreachable } from '../../core/invariant';
import {
  isAdded,
  isStruck,
  visibleRuns,
  type BlockShape,
  type CellBlock,
  type ExportBlock,
  type ExportDocument,
  type ProgrammeParagraph,
  type Quotation,
  type Run,
  type Table,
} from '../document';
import { startNumbering, type ListLevel, type Numbering } from '../numbering';
import { squeezeOf } from '../lineRoom';
import { isStrongShape, quotedLabel, trackedQuotation } from '../quoted';
import { escapeXml, xmlHeader } from '../xml/escape';
import { annotationsOf } from './annotations';
import { bookmarkName, linkTo, writeContents } from './contents';
import { encodeText } from './encodeText';
import { spanOf, writeFormatted } from './formatted';
import { planNotes, type NotePlan } from '../notes';
import { writePicture } from './pictures';
import { namespaces } from './styles';
import { trackedChanges, trackText, type ChangedRegions } from './trackedText';

/** Styles made for one place only, by what they say: the same properties are the same style. */
interface AutomaticStyles {
  readonly definitions: string[];
  readonly names: Map<string, string>;
}

function automaticStyle(styles: AutomaticStyles, prefix: string, define: (name: string) => string): string {
  const key = define('');
  const known = styles.names.get(key);
  if (known !== undefined) return known;
  const name = `${prefix}${styles.definitions.length + 1}`;
  styles.definitions.push(define(name));
  styles.names.set(key, name);
  return name;
}

const textStyleOf = ({ mark, reference }: Run): string | null => {
  if (reference === true) return 'Reference';
  if (isStruck(mark)) return 'StruckText';
  if (isAdded(mark)) return 'AddedText';
  return null;
};

function writeRun(run: Run): string {
  const style = textStyleOf(run);
  const text = writeFormatted(run, encodeText(isStruck(run.mark) ? `[${run.text}]` : run.text));
  const written = style === null ? text : spanOf(style, text);
  const anchor = run.link ?? run.refersTo;
  return anchor === undefined ? written : linkTo(anchor, written);
}

const writeRuns = (runs: readonly Run[]): string => runs.map(writeRun).join('');

/** Words with those notes that stand at the foot of the page (ODF 1.3 part 3, 6.3). */
const writeNoted = (runs: readonly Run[], notes: NotePlan): string =>
  runs
    .map((run, at) => {
      const note = notes.noteOf(run);
      if (note === null) return writeRun(run);
      return (
        `<text:note text:id="ftn${escapeXml(run.text)}_${at}" text:note-class="footnote"><text:note-citation>${encodeText(run.text)}</text:note-citation>` +
        `<text:note-body>${paragraphOf('Footnote', writeRuns(note.runs))}</text:note-body></text:note>`
      );
    })
    .join('');

const paragraphOf = (style: string, content: string): string =>
  `<text:p text:style-name="${style}">${content}</text:p>`;

/** A place that links lead to. */
const bookmarkOf = (anchor: string | null): string =>
  anchor === null ? '' : `<text:bookmark text:name="${escapeXml(bookmarkName(anchor))}"/>`;

const styleNames = {
  title: 'Title',
  paragraph: 'Text_20_body',
  leadIn: 'LeadIn',
  point: 'Point',
  footnote: 'NoteParagraph',
  other: 'Text_20_body',
} as const;

const styleOf = ({ kind, level }: BlockShape): string =>
  kind === 'heading' ? `Heading_20_${Math.min(Math.max(level ?? 1, 1), 6)}` : styleNames[kind];

function writeLines(styles: AutomaticStyles, { shape, lines }: ProgrammeParagraph): string {
  const lineEnd = '<text:span text:style-name="LineEnd"><text:line-break/></text:span>';
  return (lines ?? [])
    .map((line) => {
      const content = writeRuns(line.runs);
      const scale = squeezeOf(line, shape);
      if (scale === null) return content;
      const name = automaticStyle(
        styles,
        'Narrow',
        (own) =>
          `<style:style style:name="${own}" style:family="text"><style:text-properties style:text-scale="${scale}%"/></style:style>`,
      );
      return `<text:span text:style-name="${name}">${content}</text:span>`;
    })
    .join(lineEnd);
}

/** A list's style: as in Word, a level that prints nothing lets the points below it start anew. */
function listStyle(levels: readonly ListLevel[], at: number): string {
  const written = levels.map(({ format, text, start, place }, level) => {
    const counts = format === 'decimal';
    const display = (text.match(/%\d/g) ?? []).length;
    const literal = counts ? text.replace(/^.*%\d/, '') : text;
    const [left, indent] = listIndents[place];
    return (
      `<text:list-level-style-number text:level="${level + 1}" style:num-format="${counts ? '1' : ''}" ` +
      `${counts ? `style:num-suffix="${escapeXml(literal)}"` : `style:num-prefix="${escapeXml(literal)}"`}${display > 1 ? ` text:display-levels="${display}"` : ''} text:start-value="${start}">` +
      '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment ' +
      `text:label-followed-by="${text === '' ? 'nothing' : 'listtab'}" text:list-tab-stop-position="${left}cm" fo:text-indent="${indent}cm" fo:margin-left="${left}cm"/>` +
      '</style:list-level-properties></text:list-level-style-number>'
    );
  });
  return `<text:list-style style:name="L${at + 1}">${written.join('')}</text:list-style>`;
}

/** Where the words begin, and where the number does from there, in cm. */
const listIndents: Readonly<Record<ListLevel['place'], readonly [left: number, indent: number]>> = {
  heading: [0.8, -0.8],
  subheading: [1.2, -1.2],
  point: [0.9, -0.7],
  footnote: [0.5, -0.5],
  silent: [0, 0],
};

/** Puts paragraphs into lists. */
type ListWriter = (content: string, reference: { readonly list: number; readonly level: number } | null) => string;

/** A paragraph inside as many lists as it stands deep. Each list names the one of its sort that it continues (ODF 1.3 part 3, 19.775). */
function startLists(): ListWriter {
  const latest = new Map<number, string>();
  let ids = 0;
  return (content, reference) => {
    if (reference === null) return content;
    const { list, level } = reference;
    const id = `list${(ids += 1)}`;
    const before = latest.get(list);
    latest.set(list, id);
    const continues = before === undefined ? '' : ` text:continue-list="${before}"`;
    const deeper = '<text:list><text:list-item>'.repeat(level);
    const ends = '</text:list-item></text:list>'.repeat(level + 1);
    return `<text:list xml:id="${id}" text:style-name="L${list}"${continues}><text:list-item>${deeper}${content}${ends}`;
  };
}

interface PlacedParagraph {
  readonly source: ProgrammeParagraph;
  readonly content: string;
  /** The number its first line must have where counting does not give it; `null` elsewhere. */
  readonly startLine: number | null;
}

function writeParagraph(
  styles: AutomaticStyles,
  numbering: Numbering,
  inList: ListWriter,
  { source, content: words, startLine }: PlacedParagraph,
): string {
  const { shape } = source;
  const isEmpty = words === '';
  const content = isEmpty ? '' : bookmarkOf(source.anchor) + words;
  const parent = styleOf(shape);
  const style =
    startLine === null && !isEmpty
      ? parent
      : automaticStyle(
          styles,
          'Para',
          (name) =>
            `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ` +
            `${isEmpty ? 'text:number-lines="false"' : `text:number-lines="true" text:line-number="${startLine ?? 0}"`}/></style:style>`,
        );
  const reference = numbering.referTo(shape);
  if (shape.kind !== 'heading') return inList(paragraphOf(style, content), reference);
  const level = Math.min(Math.max(shape.level ?? 1, 1), 6);
  const header = reference === null ? ' text:is-list-header="true"' : '';
  return inList(
    `<text:h text:style-name="${style}" text:outline-level="${level}"${header}>${content}</text:h>`,
    reference,
  );
}

/** Inside quotations and cells a number says where the text stands; nothing is counted there. */
function writeQuoted(paragraph: ProgrammeParagraph, style: string): string {
  const label = quotedLabel(paragraph);
  const isStrong = isStrongShape(paragraph);
  const runs = visibleRuns(paragraph).map((run) => (isStrong ? { ...run, strong: true } : run));
  return paragraphOf(style, `${label === '' ? '' : `${encodeText(label)}<text:s/>`}${writeRuns(runs)}`);
}

const writeCell = (cell: readonly CellBlock[]): string =>
  cell
    .map((block) => (block.type === 'prose' ? paragraphOf('Cell', writeRuns(block.runs)) : writeQuoted(block, 'Cell')))
    .join('') || paragraphOf('Cell', '');

function writeTable(styles: AutomaticStyles, { columns, rows }: Table, number: number): string {
  const column = columns.map(({ share }) =>
    automaticStyle(
      styles,
      'Column',
      (name) =>
        `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(share * 100)}*"/></style:style>`,
    ),
  );
  const cellStyle = (countBox: boolean): string =>
    automaticStyle(
      styles,
      'CellStyle',
      (name) =>
        `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" ${countBox ? 'fo:border="0.5pt solid #8a857c"' : 'fo:border-bottom="0.5pt solid #bdb8b0"'}/></style:style>`,
    );
  const cell = (content: string, countBox = false): string =>
    `<table:table-cell table:style-name="${cellStyle(countBox)}" office:value-type="string">${content}</table:table-cell>`;
  const head = columns.map(({ label }) =>
    cell(paragraphOf('Cell', writeRuns([{ text: label, mark: 'kept', strong: true }]))),
  );
  const body = rows.map(
    (row) =>
      `<table:table-row>${row.map((content, at) => cell(writeCell(content), content.length === 0 && columns[at]?.box !== undefined)).join('')}</table:table-row>`,
  );
  return (
    `<table:table table:name="Table${number}">${column.map((name) => `<table:table-column table:style-name="${name}"/>`).join('')}` +
    `<table:table-header-rows><table:table-row>${head.join('')}</table:table-row></table:table-header-rows>${body.join('')}</table:table>`
  );
}

const proseStyles = { body: 'Prose', lead: 'Lead', apart: 'Apart', instruction: 'Instruction', note: 'Note' } as const;

/** What stands before the text; where it has a page of its own, the text begins on the next. */
function writeCover(styles: AutomaticStyles, document: ExportDocument): string {
  const { organisation, cover, paper, contents } = document;
  const { title, facts, ownPage } = cover;
  const placed = (parent: string, properties: string): string =>
    ownPage
      ? automaticStyle(
          styles,
          'Para',
          (name) =>
            `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${properties}/></style:style>`,
        )
      : parent;
  const listed = contents ? writeContents(document) : '';
  return [
    ...(organisation.logo === null ? [] : [paragraphOf('Organisation', writePicture(organisation.logo, 'Logo'))]),
    ...(organisation.name === '' ? [] : [paragraphOf('Organisation', encodeText(organisation.name))]),
    paragraphOf(placed('Kicker', 'fo:margin-top="200pt" text:number-lines="false"'), encodeText(paper)),
    // A cover of its own names the programme, though the text has its title too; only the text's is read back.
    ...(ownPage && title === null ? [paragraphOf('CoverTitle', encodeText(document.title))] : []),
    ...(title === null ? [] : [paragraphOf('Title', encodeText(title))]),
    paragraphOf(
      listed === '' ? placed('CoverFacts', 'fo:break-after="page" text:number-lines="false"') : 'CoverFacts',
      encodeText(facts.map(({ label, value }) => `${label}: ${value}`).join(' · ')),
    ),
    listed,
    ownPage && listed !== '' ? paragraphOf('ContentsEnd', '') : '',
  ].join('');
}

/** `content.xml` of a paper. */
export function contentPart(document: ExportDocument): string {
  const styles: AutomaticStyles = { definitions: [], names: new Map() };
  const numbering = startNumbering();
  const inList = startLists();
  const regions: ChangedRegions = { source: startAuthorship(document.changesBy), written: [] };
  let rest = '';
  let tables = 0;
  const takeRest = (): string => {
    const taken = rest;
    rest = '';
    return taken;
  };

  // A tracked text keeps its notes as paragraphs: LibreOffice loses its way where a note goes away with its paragraph.
  const notes = planNotes(document.tracked === 'text' ? { blocks: [], lineNumbers: null } : document);

  const programme = (paragraphs: readonly ProgrammeParagraph[]): string => {
    if (document.tracked === 'text') {
      const tracked = trackText(paragraphs, regions, (source, content) =>
        inList(paragraphOf(styleOf(source.shape), content), numbering.referWithoutCounting(source.shape)),
      );
      rest = tracked.rest;
      return tracked.paragraphs
        .map(({ source, content }) => writeParagraph(styles, numbering, inList, { source, content, startLine: null }))
        .join('');
    }
    let due = document.lineNumbers === null ? null : 1;
    return paragraphs
      .map((source) => {
        const first = source.lines?.[0]?.number ?? null;
        const startLine = first !== null && first !== due ? first : null;
        if (first !== null) due = (source.lines?.at(-1)?.number ?? first) + 1;
        if (notes.isNote(source)) return '';
        const words = source.lines === null ? writeNoted(visibleRuns(source), notes) : writeLines(styles, source);
        const content = words === '' ? '' : annotationsOf(source) + words;
        return writeParagraph(styles, numbering, inList, { source, content, startLine });
      })
      .join('');
  };

  const quotation = (block: Quotation): string => {
    if (document.tracked === null) return block.paragraphs.map((part) => writeQuoted(part, 'Quotation')).join('');
    const tracked = trackText(trackedQuotation(block), regions, (_, content) => paragraphOf('Quotation', content));
    return tracked.paragraphs.map(({ content }) => paragraphOf('Quotation', content)).join('') + tracked.rest;
  };

  const written: string[] = [];
  const { blocks } = document;
  for (let at = 0; at < blocks.length; at += 1) {
    const block: ExportBlock | undefined = blocks[at];
    if (block === undefined) break;
    switch (block.type) {
      case 'programme': {
        const paragraphs: ProgrammeParagraph[] = [];
        for (let next = blocks[at]; next?.type === 'programme'; next = blocks[at]) {
          paragraphs.push(next);
          at += 1;
        }
        at -= 1;
        written.push(programme(paragraphs));
        break;
      }
      case 'heading':
        written.push(
          `<text:h text:style-name="PaperHeading" text:outline-level="${Math.min(block.level, 4)}" text:is-list-header="true">${bookmarkOf(block.anchor)}${encodeText(block.text)}</text:h>`,
        );
        break;
      case 'prose':
        written.push(paragraphOf(proseStyles[block.role], takeRest() + annotationsOf(block) + writeRuns(block.runs)));
        break;
      case 'facts':
        written.push(
          ...block.rows.map(({ label, value }) =>
            paragraphOf(
              'Prose',
              writeRuns([
                { text: `${label}: `, mark: 'kept', strong: true },
                { text: value, mark: 'kept' },
              ]),
            ),
          ),
        );
        break;
      case 'quotation':
        written.push(quotation(block));
        break;
      case 'table':
        tables += 1;
        written.push(writeTable(styles, block, tables));
        break;
      case 'picture':
        written.push(
          paragraphOf('Prose', writePicture(block.picture, `Picture${String(at + 1)}`)),
          ...(block.caption === null ? [] : [paragraphOf('Note', encodeText(block.caption))]),
        );
        break;
      default:
        unreachable(block);
    }
  }
  const cover = writeCover(styles, document);
  return (
    `${xmlHeader}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${numbering.lists().map(listStyle).join('')}${styles.definitions.join('')}</office:automatic-styles>` +
    `<office:body><office:text>${trackedChanges(regions)}${cover}${written.join('')}</office:text></office:body></office:document-content>`
  );
}
