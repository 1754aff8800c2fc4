import { writeBlockBookmark } from '../../domain/blockBookmark';
import { isAdded, isStruck, type ExportDocument, type ProgrammeParagraph, type Run } from '../document';
import { squeezeOf } from '../lineRoom';
import type { MoveRange } from '../moves';
import { escapeXml } from '../xml/escape';
import { addedStyle, lineEndStyle, linkStyle, referenceStyle, strongStyle, struckStyle } from './styles';
import { changeAttributes, changeElement, type MarkMode, type Writer } from './writer';

/**
 * Word allows letters, digits and the low line, at most 40 of them, in the name of a bookmark. Those of the programme's blocks name the revision too, so that the
 * file can be read back when it returns.
 */
function bookmarkName({ shortHash }: ExportDocument, anchor: string): string {
  const [, index] = /^b(\d+)$/.exec(anchor) ?? [];
  if (index !== undefined) return writeBlockBookmark({ index: Number(index), shortHash });
  return anchor.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 40);
}

export function bookmarkOf(writer: Writer, anchor: string | null): readonly [open: string, close: string] {
  if (anchor === null) return ['', ''];
  const id = writer.nextId();
  return [
    `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(writer.document, anchor)}"/>`,
    `<w:bookmarkEnd w:id="${id}"/>`,
  ];
}

export const linkTo = (document: ExportDocument, anchor: string, content: string): string =>
  `<w:hyperlink w:anchor="${bookmarkName(document, anchor)}" w:history="1">${content}</w:hyperlink>`;

const textElement = (text: string, name: 't' | 'delText' = 't'): string =>
  `<w:${name} xml:space="preserve">${escapeXml(text)}</w:${name}>`;

const runOf = (content: string, style: string | null, more = ''): string => {
  const properties = `${style === null ? '' : `<w:rStyle w:val="${style}"/>`}${more}`;
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
};

/** Text that was never changed. */
export const plainRun = (text: string, style: string | null = null): string =>
  text === '' ? '' : runOf(textElement(text), style);

function styleOf({ mark, strong, italic, reference, link, address }: Run, mode: MarkMode): string | null {
  if (reference === true) return referenceStyle;
  if (mode === 'painted' && isStruck(mark)) return struckStyle;
  if (mode === 'painted' && isAdded(mark)) return addedStyle;
  if (link !== undefined || address !== undefined) return linkStyle;
  return strong === true && italic !== true ? strongStyle : null;
}

/** What of a run's format its style does not say already (ECMA-376 part 1, 17.3.2: in this order). */
function formatOf({ strong, italic, reference }: Run, style: string | null): string {
  if (reference === true) return '';
  const weight = strong === true && style !== strongStyle ? '<w:b/><w:bCs/>' : '';
  return `${weight}${italic === true ? '<w:i/><w:iCs/>' : ''}`;
}

/** A link to a place in the paper, or to an address outside of it, which the package lists by itself. */
function inLink(writer: Writer, { link, refersTo, address }: Run, content: string): string {
  const anchor = link ?? refersTo;
  if (anchor !== undefined) return linkTo(writer.document, anchor, content);
  if (address === undefined) return content;
  return `<w:hyperlink r:id="${writer.addAddress(address)}" w:history="1">${content}</w:hyperlink>`;
}

/** A run as it is on paper: what is struck stands in brackets, for prints without colour. */
function paintRun(writer: Writer, run: Run, squeeze = ''): string {
  if (run.text === '') return '';
  const shown = isStruck(run.mark) && run.reference !== true ? `[${run.text}]` : run.text;
  const style = styleOf(run, 'painted');
  return inLink(writer, run, runOf(textElement(shown), style, formatOf(run, style) + squeeze));
}

/** The marker of a note at the foot of the page; the note itself is written with the notes. */
function noteCall(writer: Writer, run: Run): string | null {
  const note = writer.notePlan.noteOf(run);
  return note === null ? null : runOf(`<w:footnoteReference w:id="${writer.addNote(note)}"/>`, referenceStyle);
}

function trackRun(writer: Writer, run: Run, range: MoveRange | null): string {
  if (run.text === '') return '';
  const element = changeElement(run.mark, range);
  const call = run.reference === true ? noteCall(writer, run) : null;
  const style = styleOf(run, 'tracked');
  const name = element === 'del' ? 'delText' : 't';
  const written = call ?? runOf(textElement(run.text, name), style, formatOf(run, style));
  const changed =
    element === null ? written : `<w:${element} ${changeAttributes(writer, run.by)}>${written}</w:${element}>`;
  return inLink(writer, run, changed);
}

/** The words of a paragraph that stands in no numbered lines. */
export function writeRuns(
  writer: Writer,
  runs: readonly Run[],
  mode: MarkMode,
  range: MoveRange | null = null,
): string {
  return runs
    .map((run) => {
      if (mode === 'tracked') return trackRun(writer, run, range);
      return (run.reference === true ? noteCall(writer, run) : null) ?? paintRun(writer, run);
    })
    .join('');
}

/** Each of our lines ends where ours ends: by a break in a style of its own, so that it can be told from a break in the text. */
export function writeLines(writer: Writer, { lines, shape }: ProgrammeParagraph): string {
  return (lines ?? [])
    .map((line) => {
      const percent = squeezeOf(line, shape);
      const squeeze = percent === null ? '' : `<w:w w:val="${percent}"/>`;
      return line.runs
        .map((run) => {
          const link = run.reference === true ? writer.anchorOfNote(run.text) : undefined;
          return paintRun(writer, link === undefined ? run : { ...run, link }, squeeze);
        })
        .join('');
    })
    .join(runOf('<w:br/>', lineEndStyle));
}
