import type { SourceLine } from '../readers/sourceLine';
import { endsSentence } from './edges';
import { isContentsRow } from './lineKinds';
import { rowsThatComeAgain } from './rowsThatComeAgain';

const heads = /^(?:innhold(?:sfortegnelse|soversikt)?|innhald(?:sliste|soversyn)?|(?:table of )?contents)[.:]?$/i;

/** Longest row of a list of contents, in characters. */
const LONGEST_ROW = 200;
/** Rows, at least, under a line that calls itself the contents. */
const FEWEST = 2;

/** What a row says without its number of a page. */
const withoutPage = (text: string): string => text.replace(/[ .…]*\d{1,4}$/, '');
const pageOf = (text: string): number | null => {
  const match = /(?:^|[^\d.,])(\d{1,4})$/.exec(text);
  return match === null ? null : Number(match[1]);
};

/**
 * The rows of lists of contents, by index: rows with dots before the number of a page, and what stands under «Innhold» and either ends in the number of
 * a page, none lower than the one before, or comes again as a line of its own further down. Where nothing says «Innhold», a run of rows that all come again.
 */
export function findContents(lines: readonly SourceLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  lines.forEach((line, i) => {
    if (line.mark === null && isContentsRow(line.text)) found.add(i);
  });
  const head = lines.findIndex((line) => mayHead(line) && heads.test(line.text));
  if (head < 0) {
    for (const i of rowsThatComeAgain(lines)) found.add(i);
    return found;
  }
  const end = endOfRows(lines, head + 1);
  if (end - head > FEWEST) for (let at = head; at < end; at++) found.add(at);
  return found;
}

/** Running text, or a heading that the format does not count. */
const mayHead = ({ mark }: SourceLine): boolean =>
  mark === null || (mark.kind === 'heading' && (mark.number ?? null) === null);

/** Index of the first line after the rows that begin at `from`. */
function endOfRows(lines: readonly SourceLine[], from: number): number {
  const last = new Map<string, number>();
  lines.forEach(({ text }, i) => last.set(text, i));
  let page = 0;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.mark !== null || line.text.length > LONGEST_ROW || endsSentence(line.text)) break;
    const own = pageOf(line.text);
    const counts = own !== null && own >= page && withoutPage(line.text) !== '';
    // The last row and the chapter itself may be the same words: what comes again is a row, what does not is the text.
    if (!counts && (last.get(line.text) ?? at) <= at) break;
    if (counts) page = own;
  }
  return at;
}
