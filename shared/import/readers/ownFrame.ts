import { paperWords } from '../../export/words';
import type { ReadText, SourceLine } from './sourceLine';

/** Lines of a cover, at most. */
const COVER = 16;
/** Rows of a list of contents, at most. */
const MOST_ROWS = 2_000;

const all = Object.values(paperWords);
const fingerprint = new RegExp(`(?:^|· )(?:${all.map((words) => words.fingerprint).join('|')}):? [0-9a-f]{7,64}$`);
const contents = new Set(all.map((words) => words.contents));
const lineNotes = new Set(all.map((words) => words.lineNote));

/** Without a number before it, and dots and a page after it. */
const headingOfRow = (text: string): string =>
  text
    .replace(/^\d{1,3}(?:\.\d{1,3})*\.? /, '')
    .replace(/(?: ?\.){3,} ?\d{0,4}$/, '')
    .trim();

/**
 * Takes off what one of our own papers says about itself, where no style is left to tell: the cover down to the fingerprint, the list of contents, and the
 * sentence about the line numbers. All of it is in the report. Any other text stays as it is.
 */
export function withoutOwnFrame(read: ReadText): ReadText {
  const { lines } = read;
  const last = lines.slice(0, COVER).findIndex(({ text }) => fingerprint.test(text));
  if (last < 0) return read;
  const end = endOfContents(lines, last + 1);
  const isFrame = (line: SourceLine, at: number): boolean => at < end || lineNotes.has(line.text);
  const dropped = lines.filter(isFrame);
  return {
    ...read,
    lines: lines.filter((line, at) => !isFrame(line, at)),
    remarks: [
      ...read.remarks,
      ...dropped.map(({ text, fromLine }) => ({ code: 'page-frame-dropped' as const, line: fromLine, text })),
    ],
  };
}

/** Shortest first line of a heading that stands on several, in characters. */
const SHORTEST_BEGINNING = 10;

/** A text, and what of it may stand on the first line where it takes several. */
const beginningsOf = (text: string): readonly string[] => [
  text,
  ...Array.from(text.matchAll(/ /g), ({ index }) => text.slice(0, index)).filter(
    ({ length }) => length >= SHORTEST_BEGINNING,
  ),
];

/** The number of a page at the end of a row without dots. */
const page = / \d{1,4}$/;

/** What comes again further down of a row without dots. */
const wordsOfRow = (text: string): readonly string[] => {
  const heading = headingOfRow(text);
  return [...beginningsOf(heading), heading.replace(page, '')];
};

/** Index of the first line after the list of contents: its rows are the headings that come later. `from` where there is no such list. */
function endOfContents(lines: readonly SourceLine[], from: number): number {
  if (!contents.has(lines[from]?.text ?? '')) return from;
  const textAt = (at: number): string => lines[at]?.text ?? '';
  const later = new Map<string, number>();
  for (const at of lines.keys()) {
    later.set(headingOfRow(textAt(at)), at);
    later.set(headingOfRow(`${textAt(at)} ${textAt(at + 1)}`), at);
  }
  const isLater = (words: string, at: number): boolean => (later.get(words) ?? at) > at;
  const isDotted = (text: string): boolean => /(?: ?\.){6,} ?\d{1,4}$/.test(text);
  const leaders = lines.slice(from + 1, from + 4).some(({ text }) => isDotted(text));
  let at = from + 1;
  for (; at < Math.min(lines.length, from + MOST_ROWS); at++) {
    const [text, next] = [textAt(at), textAt(at + 1)];
    // A row of two lines has its dots, or its page, in the second.
    if (isDotted(text) || (leaders && isDotted(next))) continue;
    if (leaders) break;
    if (page.test(next) && isLater(headingOfRow(`${text} ${next}`).replace(page, ''), at + 1)) at++;
    else if (!wordsOfRow(text).some((words) => isLater(words, at))) break;
  }
  return at;
}
