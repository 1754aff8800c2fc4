import { formatsShifted, type Format } from '../../../domain/formats';
import { noteFormat, type RawFormats } from '../lineFormats';
import { visibleLength } from '../sourceLine';
import type { Style } from './style';

/** What stands before a paragraph of a list. */
export interface ListLabel {
  /** As printed, trimmed; empty for a level that prints nothing. */
  readonly text: string;
  readonly isBullet: boolean;
}

/** A footnote's marker in a paragraph. */
export interface NoteMark {
  /** UTF-16 units into the paragraph's raw text. */
  readonly offset: number;
  /** `typed`: figures that somebody raised by hand, and that the text may hold as text. */
  readonly kind: 'footnote' | 'endnote' | 'typed';
  /** Id of the note, or the figures that were typed. */
  readonly id: string;
  /** The number as the file has it; `null` where it has to be counted. */
  readonly printed: string | null;
}

export interface Paragraph {
  text: string;
  readonly notes: NoteMark[];
  /** How the letters of the raw text are set, beyond what the paragraph's style says. */
  readonly formats: RawFormats;
  style: Style;
  /** What is printed before it, where the file's reader knows; else it follows from `list`. */
  label: ListLabel | null;
  styleId: string | null;
  list: string | null;
  listLevel: number | null;
  outline: number | null;
  indent: number | null;
  startsPage: boolean;
  /** Visible characters, and how many of them are bold, italic. */
  visible: number;
  bold: number;
  italic: number;
  /** The paragraph ends nowhere: its end is deleted, and what follows belongs to it. */
  endless: boolean;
  readonly hiddenText: string[];
  /** Addresses outside the document that links in it lead to. */
  readonly links: string[];
  /** Ids of the comments that are called in it. */
  readonly comments: string[];
  /** Names of the places that begin in it and hold words of it. */
  bookmarks: OpenBookmark[];
}

export interface OpenBookmark {
  readonly id: string;
  readonly name: string;
  /** UTF-16 units into the paragraph's raw text. */
  readonly from: number;
}

export type BodyItem =
  | { readonly type: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly type: 'row'; readonly cells: readonly (readonly BodyItem[])[] };

export interface Body {
  readonly items: readonly BodyItem[];
  /** Number of recorded changes. */
  readonly changes: number;
}

/** An empty paragraph of a style. */
export function newParagraph(style: Style): Paragraph {
  return {
    text: '',
    notes: [],
    formats: [],
    style,
    label: null,
    styleId: null,
    list: null,
    listLevel: null,
    outline: null,
    indent: null,
    startsPage: false,
    visible: 0,
    bold: 0,
    italic: 0,
    endless: false,
    hiddenText: [],
    links: [],
    comments: [],
    bookmarks: [],
  };
}

/** Adds letters that are set in one way. */
export function addText(paragraph: Paragraph, text: string, { bold, italic, link }: Format): void {
  const { style } = paragraph;
  const start = paragraph.text.length;
  paragraph.text += text;
  const visible = visibleLength(text);
  paragraph.visible += visible;
  if (bold) paragraph.bold += visible;
  if (italic) paragraph.italic += visible;
  const own = { bold: bold && !style.houseBold, italic: italic && !style.houseItalic, link };
  noteFormat(paragraph.formats, { start, end: paragraph.text.length }, own);
}

/** Puts the words of a paragraph without an end before those of the next, which keeps its own properties. */
export function prepend(before: Paragraph, paragraph: Paragraph): void {
  const shifted = paragraph.notes.map((note) => ({ ...note, offset: note.offset + before.text.length }));
  // A place of which no word is left is none.
  if (before.text.trim() !== '') paragraph.bookmarks.unshift(...before.bookmarks);
  const formats = [...before.formats, ...formatsShifted(paragraph.formats, before.text.length)];
  paragraph.formats.splice(0, paragraph.formats.length, ...formats);
  paragraph.text = before.text + paragraph.text;
  paragraph.notes.splice(0, paragraph.notes.length, ...before.notes, ...shifted);
  paragraph.visible += before.visible;
  paragraph.bold += before.bold;
  paragraph.italic += before.italic;
  paragraph.startsPage ||= before.startsPage;
  paragraph.hiddenText.unshift(...before.hiddenText);
  paragraph.links.unshift(...before.links);
  paragraph.comments.unshift(...before.comments);
}
