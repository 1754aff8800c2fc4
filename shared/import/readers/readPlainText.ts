import { hasOddSpace, printedLine, type ReadText, type SourceLine } from './sourceLine';

/** Width of a tab stop when columns are counted. */
const TAB = 8;

function indentOf(raw: string): number {
  let columns = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (unit === 0x09) columns += TAB - (columns % TAB);
    else if (unit === 0x20 || unit === 0xa0) columns++;
    else break;
  }
  return columns;
}

/** Words divided by tabs and nothing else, or one word with a tab after it. */
function isTabbed(raw: string): boolean {
  if (!raw.includes('\t')) return false;
  const bare = raw.trim();
  return (
    bare.length > 0 &&
    bare.length < 300 &&
    !bare.includes(' ') &&
    (bare.includes('\t') || raw.trimEnd().length < raw.length)
  );
}

/** CRLF, LF and CR end lines. */
const linesOf = (text: string): readonly string[] =>
  (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).split('\n');

/** Reads text line by line. CRLF, LF and CR end lines, a form feed begins a page; nothing is interpreted. */
export function readPlainText(text: string): ReadText {
  const lines: SourceLine[] = [];
  let blanks = 0;
  let newPage = false;
  let number = 0;
  for (const raw of linesOf(text)) {
    number++;
    const bare = raw.trim();
    // Most lines are words with one space between, at the margin: nothing more is looked for in them.
    const odd = hasOddSpace(bare);
    const edged = raw.length > bare.length;
    const withFeed = (odd || edged) && raw.includes('\f');
    if (withFeed) newPage = true;
    const clean = printedLine(bare);
    if (clean === '') {
      blanks++;
      continue;
    }
    const indent = edged ? indentOf(withFeed ? raw.replaceAll('\f', '') : raw) : 0;
    lines.push({
      fromLine: number,
      toLine: number,
      text: clean,
      indent,
      width: indent + clean.length,
      trailingSpaces: edged ? raw.length - raw.trimEnd().length : 0,
      blanksBefore: blanks,
      startsPage: newPage,
      tabbed: (odd || edged) && isTabbed(raw),
      gaps: odd ? (bare.match(/\t| {2,}/g)?.length ?? 0) : 0,
      wideGaps: odd ? (bare.match(/\t| {3,}/g)?.length ?? 0) : 0,
      mark: null,
      emphasis: null,
      continues: false,
      footnoteRefs: [],
    });
    blanks = 0;
    newPage = false;
  }
  return { lines: markPages(lines), remarks: [] };
}

/**
 * Text from a PDF often keeps of a page break only one space before the first line of the page. Where nearly all lines
 * stand at the margin and end in a space, such a line starts a page.
 */
function markPages(lines: readonly SourceLine[]): readonly SourceLine[] {
  const single = lines.filter((line) => line.indent === 1).length;
  const spaced = lines.filter((line) => line.trailingSpaces > 0).length;
  const atMargin = lines.filter((line) => line.indent === 0).length;
  if (spaced < lines.length * 0.5 || atMargin < lines.length * 0.8 || single > lines.length * 0.1) return lines;
  return lines.map((line) => (line.indent === 1 ? { ...line, indent: 0, startsPage: true } : line));
}
