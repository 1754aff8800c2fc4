import type { BlockBookmark } from '../../domain/blockBookmark';
import type { FootnoteRef } from '../../domain/block';
import type { FormatRun } from '../../domain/formats';

/** A box on a page, in shares of its width and height from the upper left corner. */
export interface PagePlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the format itself declares a line to be, as opposed to what it looks like. */
export type DeclaredMark =
  /** `number`: one that the format counts itself, as printed; it does not stand in the text. */
  | { readonly kind: 'heading'; readonly depth: number; readonly number?: string | null }
  /** `marker` as printed; empty for an item without one. It does not stand in the text. */
  | { readonly kind: 'item'; readonly marker: string }
  | { readonly kind: 'title' }
  | { readonly kind: 'leadIn' }
  /** Running text, however short it is. */
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'footnote'; readonly number: string }
  /** A row of a table, code, mark-up: to be kept as it is. */
  | { readonly kind: 'verbatim' };

/** One line as every reader gives it: clean text, and hints of how it stood on the page. The recogniser sees nothing else. */
export interface SourceLine {
  /** Lines of the file (of a word processor's file: paragraphs and rows), counted from 1, both inclusive. */
  readonly fromLine: number;
  readonly toLine: number;
  /** Single-spaced, trimmed, never empty; without the marks of the format, but with markers that stand in the text. */
  readonly text: string;
  /** Columns before the text. */
  readonly indent: number;
  /** Characters the line took on the page, indent included, trailing spaces not. */
  readonly width: number;
  readonly trailingSpaces: number;
  /** Blank lines between the line before and this one. */
  readonly blanksBefore: number;
  /** The line is the first of a page, as far as the file tells. */
  readonly startsPage: boolean;
  /** Every word is divided from the next by a tab: how some PDF writers give headings. */
  readonly tabbed: boolean;
  /** Places inside the line with three spaces or more, or a tab: columns of a table. */
  readonly wideGaps: number;
  /** Places inside the line with two spaces or more, or a tab, where the file is plain text. */
  readonly gaps?: number;
  readonly mark: DeclaredMark | null;
  /** The whole line is set so. */
  readonly emphasis: 'bold' | 'italic' | null;
  /** The format itself says that this line goes on in the paragraph of the line before. */
  readonly continues: boolean;
  /** The format itself says that a block begins here, though not of what kind: it does not go on with the line before. */
  readonly startsBlock?: boolean;
  readonly footnoteRefs: readonly FootnoteRef[];
  /** What of the text is bold, italic or a link, beyond what the style of its paragraph gives; in order, without overlap. Absent where nothing is. */
  readonly formats?: readonly FormatRun[];
  /** Page of the file, from 1, where the format has pages. */
  readonly page?: number;
  /** Where on the page it stands, where the format has places. */
  readonly place?: PagePlace;
  /** Characters that would still have had room before the edge of the column, where the format has places. */
  readonly room?: number;
  /** Indent of what stands after the first gap of a line, where the format has places: after a marker the item's own text. */
  readonly bodyIndent?: number;
  /** Size of the letters; 1 is that of the running text. */
  readonly size?: number;
}

/** Something a reader had to leave out or could not read, with the line it stood on. */
export interface ReaderRemark {
  readonly code:
    | 'comments-dropped'
    | 'hidden-text-dropped'
    | 'link-target-dropped'
    | 'markup-dropped'
    | 'page-frame-dropped'
    | 'tracked-changes';
  readonly line: number | null;
  readonly text: string;
}

export interface ReadText {
  readonly lines: readonly SourceLine[];
  readonly remarks: readonly ReaderRemark[];
  /** Where comments are called: the line, and the comment's id. */
  readonly commentCalls?: readonly { readonly line: number; readonly id: string }[];
  /** Which of our own blocks a line says it is, in a file that we printed. */
  readonly bookmarks?: readonly { readonly line: number; readonly bookmark: BlockBookmark }[];
}

/** Anything in a trimmed text that is not words with one space between: looked for first, because most lines have nothing of it. */
const unusual = /[^\S ]| {2}|[\u00ad\u200b\u2060\ufeff]/;

export const hasOddSpace = (trimmed: string): boolean => unusual.test(trimmed);

/** One space for every run of white space; characters that take no room and are no letters go. */
export function singleSpaced(text: string): string {
  const trimmed = text.trim();
  if (!hasOddSpace(trimmed)) return trimmed;
  return trimmed
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The hyphens of a typesetter, soft or his own sign, which he puts where he divides a word at a line end. */
const typesetHyphen = /(?<=\p{L})[\u00ad\u2010]$/u;

/** A line of a page, single-spaced: the hyphen that is printed at its end is one, whatever sign it has there. */
export function printedLine(line: string): string {
  const trimmed = line.trim();
  const last = trimmed.charCodeAt(trimmed.length - 1);
  const isDivided = last === 0xad || last === 0x2010;
  return singleSpaced(isDivided ? trimmed.replace(typesetHyphen, '-') : trimmed);
}

export const isWhite = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0 ||
  (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)));

/** What `singleSpaced` takes out. */
export const takesNoRoom = (unit: number): boolean =>
  unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff;

/** UTF-16 units that are printed: all but white space. */
export function visibleLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) if (!isWhite(text.charCodeAt(at))) length++;
  return length;
}
