import { readBlockBookmark, type BlockBookmark } from '../../../domain/blockBookmark';
import type { FootnoteRef } from '../../../domain/block';
import { formatsShifted, safeLink, withFormats, type FormatRun } from '../../../domain/formats';
import { formatsAround, formatsPartByPart, joinedBy, singleSpacedFormats, type FormattedWords } from '../lineFormats';
import {
  hasOddSpace,
  singleSpaced,
  type DeclaredMark,
  type ReaderRemark,
  type ReadText,
  type SourceLine,
} from '../sourceLine';
import { countAs } from './counting';
import { blockOfOwnStyle, isOwnNote } from './ownPaper';
import type { Body, BodyItem, ListLabel, NoteMark, Paragraph } from './paragraph';

/** Twentieths of a point to a column. */
const COLUMN = 120;

/** What is known of a document beside its body. */
export interface LineContext {
  /** What stands before a paragraph. Asked once for every paragraph, in document order. */
  labelOf(paragraph: Paragraph): ListLabel | null;
  /** Depth of the heading whose numbers the paragraph is counted among, from 1; `null` for none. */
  headingOfList(paragraph: Paragraph): number | null;
  readonly ownPaper: boolean;
  readonly footnotes: ReadonlyMap<string, Body>;
  readonly endnotes: ReadonlyMap<string, Body>;
}

/** Gives the paragraphs of a body as lines, in reading order. `fromLine` counts the paragraphs and rows of the document from 1. */
export function linesOf(body: Body, context: LineContext): ReadText {
  const writer = new LineWriter(context, body);
  for (const item of body.items) writer.write(item);
  return writer.finish(body.changes);
}

/** Raw text of a paragraph, a row or a note, with what is tied to places in it. */
interface RawText extends FormattedWords {
  readonly refs: readonly FootnoteRef[];
}

/** Holds what runs through the document: counts of lists and notes, empty paragraphs on the way. */
class LineWriter {
  private readonly lines: SourceLine[] = [];
  private readonly remarks: ReaderRemark[] = [];
  private readonly typedNotes: ReadonlySet<string>;
  private readonly commentCalls: { readonly line: number; readonly id: string }[] = [];
  private readonly bookmarks: { readonly line: number; readonly bookmark: BlockBookmark }[] = [];
  private readonly waitingEndnotes: { readonly id: string; readonly number: string }[] = [];
  private line = 0;
  private blanks = 0;
  private startsPage = false;
  private footnoteCount = 0;
  private endnoteCount = 0;
  private openNotes: { readonly id: string; readonly number: string }[] = [];

  constructor(
    private readonly context: LineContext,
    body: Body,
  ) {
    this.typedNotes = context.ownPaper ? ownNoteNumbers(body) : new Set();
  }

  write(item: BodyItem): void {
    this.line++;
    if (item.type === 'row') this.writeRow(item.cells);
    else this.writeParagraph(item.paragraph);
    for (const note of this.openNotes.splice(0)) this.writeNote(this.context.footnotes, note);
  }

  finish(changes: number): ReadText {
    this.line++;
    for (const note of this.waitingEndnotes) this.writeNote(this.context.endnotes, note);
    if (changes > 0) this.remarks.push({ code: 'tracked-changes', line: null, text: String(changes) });
    return { lines: this.lines, remarks: this.remarks, commentCalls: this.commentCalls, bookmarks: this.bookmarks };
  }

  private writeParagraph(paragraph: Paragraph): void {
    this.reportAside(paragraph);
    const own = paragraph.bookmarks.flatMap(({ name }) => readBlockBookmark(name) ?? []).at(0);
    if (own !== undefined) this.bookmarks.push({ line: this.line, bookmark: own });
    for (const id of paragraph.comments) this.commentCalls.push({ line: this.line, id });
    const label = this.context.labelOf(paragraph);
    const words = this.resolveNotes(paragraph);
    const { text } = words;
    if (isBlank(text)) {
      this.blanks++;
      this.startsPage ||= paragraph.startsPage;
      return;
    }
    const depth = this.depthOf(paragraph, label);
    const ofOwnStyle =
      this.context.ownPaper && depth === null ? blockOfOwnStyle(paragraph.style, label?.text ?? '') : null;
    if (ofOwnStyle === 'frame') {
      this.remarks.push({ code: 'page-frame-dropped', line: this.line, text: singleSpaced(text) });
      return;
    }
    this.push(words, ofOwnStyle ?? markOf(paragraph, label, depth), paragraph);
  }

  /** Depth in the outline: by itself, by its style, or because it is counted among the headings. */
  private depthOf(paragraph: Paragraph, label: ListLabel | null): number | null {
    const { outline, style } = paragraph;
    if (label !== null && outline === null && style.outline === null) {
      const depth = this.context.headingOfList(paragraph);
      if (depth !== null) return depth;
    }
    return headingDepth(paragraph, style.lineage);
  }

  /** Notes get the numbers that Word prints: counted through the document. What was typed and has no note is text. */
  private resolveNotes(paragraph: Paragraph): RawText {
    const { formats } = paragraph;
    if (paragraph.notes.length === 0) return { text: paragraph.text, refs: [], formats };
    const typed: { at: number; length: number }[] = [];
    let text = '';
    let at = 0;
    const refs: FootnoteRef[] = [];
    for (const note of paragraph.notes) {
      text += paragraph.text.slice(at, note.offset);
      at = note.offset;
      const number = this.numberOf(note);
      if (number === null) {
        text += note.id;
        typed.push({ at: note.offset, length: note.id.length });
      } else refs.push({ number, offset: text.length });
    }
    return { text: text + paragraph.text.slice(at), refs, formats: formatsAround(formats, typed) };
  }

  private numberOf(note: NoteMark): string | null {
    if (note.kind === 'typed') return this.typedNotes.has(note.id) ? note.id : null;
    if (note.kind === 'footnote') {
      const number = note.printed ?? String(++this.footnoteCount);
      this.openNotes.push({ id: note.id, number });
      return number;
    }
    const number = note.printed ?? countAs('lowerRoman', ++this.endnoteCount);
    this.waitingEndnotes.push({ id: note.id, number });
    return number;
  }

  private writeNote(
    notes: ReadonlyMap<string, Body>,
    { id, number }: { readonly id: string; readonly number: string },
  ) {
    const body = notes.get(id);
    if (body === undefined) return;
    this.push({ ...this.joined(body.items, ' '), refs: [] }, { kind: 'footnote', number }, null);
  }

  private writeRow(cells: readonly (readonly BodyItem[])[]): void {
    let text = '';
    const refs: FootnoteRef[] = [];
    const formats: FormatRun[] = [];
    for (const [at, cell] of cells.entries()) {
      if (at > 0) text += ' | ';
      for (const item of cell) {
        if (item.type === 'row') {
          text += ` ${this.plainText(item).text}`;
          continue;
        }
        this.reportAside(item.paragraph);
        const label = this.context.labelOf(item.paragraph);
        const resolved = this.resolveNotes(item.paragraph);
        const before = singleSpaced(text) === '' ? '' : `${text} `;
        const head = label === null || label.text === '' ? before : `${before}${label.text} `;
        const offset = singleSpaced(`${head}|`).length - 1;
        for (const ref of resolved.refs)
          refs.push({ ...ref, offset: offset + singleSpaced(resolved.text.slice(0, ref.offset)).length });
        formats.push(...formatsShifted(singleSpacedFormats(resolved.text, resolved.formats), offset));
        text = singleSpaced(head + resolved.text);
        if (head.endsWith(' ') && singleSpaced(resolved.text) === '') text = before.trimEnd();
      }
    }
    const row = singleSpaced(text);
    if (row.replace(/[|\s]/g, '') === '') {
      this.blanks++;
      return;
    }
    const placed = refs.map((ref) => ({ ...ref, offset: Math.min(ref.offset, row.length) }));
    this.push({ text: row, refs: placed, formats }, { kind: 'verbatim' }, null);
  }

  /** The words of what stands in a note or a cell, printed numbers among them; what they call themselves is not placed. */
  private plainText(item: BodyItem): FormattedWords {
    if (item.type === 'row')
      return joinedBy(
        ' | ',
        item.cells.map((cell) => this.joined(cell, ' ')),
      );
    this.reportAside(item.paragraph);
    const label = this.context.labelOf(item.paragraph);
    const { text, formats } = this.resolveNotes(item.paragraph);
    if (label === null || label.text === '' || text.trim() === '') return { text, formats };
    const head = `${label.text} `;
    return { text: head + text, formats: formatsShifted(formats, head.length) };
  }

  private joined(items: readonly BodyItem[], glue: string): FormattedWords {
    return joinedBy(
      glue,
      items.map((item) => this.plainText(item)),
    );
  }

  /** An address that no words of the text lead to, or that is not safe, is told of. */
  private reportAside({ hiddenText, links, formats }: Paragraph): void {
    const hidden = hiddenText.length === 0 ? '' : singleSpaced(hiddenText.join(''));
    if (hidden !== '') this.remarks.push({ code: 'hidden-text-dropped', line: this.line, text: hidden });
    if (links.length === 0) return;
    const kept = new Set(formats.map(({ link }) => link));
    for (const text of links)
      if (!kept.has(text) || safeLink(text) === null)
        this.remarks.push({ code: 'link-target-dropped', line: this.line, text });
  }

  /** A break inside a paragraph makes a line of its own that says it goes on. */
  private push({ text, refs, formats }: RawText, mark: DeclaredMark | null, paragraph: Paragraph | null): void {
    const formatsIn = formatsPartByPart(formats);
    let start = 0;
    let first = true;
    for (const row of text.split('\n')) {
      const end = start + row.length;
      const bare = row.trim();
      // Most rows are words with one space between: nothing more is looked for in them.
      const odd = hasOddSpace(bare);
      const clean = odd ? singleSpaced(bare) : bare;
      if (clean !== '') {
        const from = start;
        this.lines.push({
          fromLine: this.line,
          toLine: this.line,
          text: clean,
          indent: indentOf(paragraph),
          width: clean.length,
          trailingSpaces: 0,
          blanksBefore: first ? this.blanks : 0,
          startsPage: first && (this.startsPage || paragraph?.startsPage === true),
          tabbed: odd && isTabbed(bare),
          wideGaps: odd ? (bare.replace(/^\S{1,8}\t/, '').match(/\t| {3,}/g)?.length ?? 0) : 0,
          mark: first || mark?.kind === 'verbatim' ? mark : null,
          emphasis: emphasisOf(paragraph),
          continues: !first,
          footnoteRefs:
            refs.length === 0
              ? []
              : refs
                  .filter((ref) => ref.offset >= from && ref.offset <= end)
                  .map((ref) => ({ number: ref.number, offset: singleSpaced(row.slice(0, ref.offset - from)).length })),
          ...withFormats(singleSpacedFormats(row, formatsIn({ start: from, end }))),
        });
        first = false;
        this.blanks = 0;
        this.startsPage = false;
      }
      start = end + 1;
    }
  }
}

/** Nothing in it that is printed. */
const isBlank = (text: string): boolean => !/[^\s\u00ad\u200b\u2060\ufeff]/.test(text);

const indentOf = (paragraph: Paragraph | null): number =>
  paragraph === null ? 0 : Math.max(0, Math.round((paragraph.indent ?? paragraph.style.indent) / COLUMN));

const isTabbed = (bare: string): boolean => bare.includes('\t') && bare.length < 300 && !bare.includes(' ');

function emphasisOf(paragraph: Paragraph | null): SourceLine['emphasis'] {
  if (paragraph === null || paragraph.visible === 0) return null;
  if (paragraph.bold === paragraph.visible) return 'bold';
  return paragraph.italic === paragraph.visible ? 'italic' : null;
}

/** What the file says of a paragraph: by its place in the outline, the name of its style, its list. */
function markOf(paragraph: Paragraph, label: ListLabel | null, depth: number | null): DeclaredMark | null {
  const { lineage } = paragraph.style;
  const number = label === null || label.text === '' ? null : label.text;
  if (lineage.some((name) => /^(?:toc|innhold|innh|table of figures|contents (?:heading|\d))\b/.test(name)))
    return { kind: 'verbatim' };
  if (depth !== null) return { kind: 'heading', depth, number };
  if (lineage.some((name) => name === 'title' || name === 'tittel')) return { kind: 'title' };
  return number === null ? null : { kind: 'item', marker: number };
}

function headingDepth({ outline, style }: Paragraph, lineage: readonly string[]): number | null {
  const level = outline ?? style.outline;
  if (level !== null) return level >= 0 && level < 9 ? level + 1 : null;
  for (const name of lineage) {
    const found = /^(?:heading|overskrift|overskrift nivå|nivå) ?([1-9])$/.exec(name);
    if (found) return Number(found[1]);
  }
  return null;
}

/** Numbers that notes written as paragraphs can have in our own papers: one count runs through these and the notes at the foot of the page. */
function ownNoteNumbers(body: Body): ReadonlySet<string> {
  let asParagraph = 0;
  let atFoot = 0;
  for (const item of body.items) {
    if (item.type !== 'paragraph') continue;
    if (isOwnNote(item.paragraph.style)) asParagraph += 1;
    else atFoot += item.paragraph.notes.filter(({ kind }) => kind === 'footnote').length;
  }
  return new Set(asParagraph === 0 ? [] : Array.from({ length: asParagraph + atFoot }, (_, at) => String(at + 1)));
}
