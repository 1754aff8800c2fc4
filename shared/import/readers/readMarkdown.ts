import { endsSentence, startsLower, startsUpper } from '../recognise/edges';
import { safeLink, withFormats } from '../../domain/formats';
import { readInline, type Definitions } from './markdownInline';
import { formatsPartByPart, joinedBy, singleSpacedFormats, type FormattedWords } from './lineFormats';
import { singleSpaced, type DeclaredMark, type ReaderRemark, type ReadText, type SourceLine } from './sourceLine';

/**
 * Reads the Markdown that programmes are written in: headings, lists, emphasis, links, notes, tables, quotes, code, tags.
 * One pass, linear in the text, total. Not a library, for measured reasons: micromark is quadratic in the
 * length of a list (25 000 items 4.2 s), overflows the stack at 4 000 nested quotes, and takes 45 ms for six kilobytes cold.
 * It serves as the oracle in the tests instead.
 */
export function readMarkdown(source: string): ReadText {
  const raws = source.split(/\r\n|\n|\r/);
  return new MarkdownReader(raws, findDefinitions(raws)).read();
}

interface OpenParagraph extends Place {
  readonly mark: DeclaredMark | null;
  readonly rows: string[];
  readonly fromLine: number;
  readonly continues: boolean;
}

/** How a paragraph stands to what is around it. */
interface Place {
  readonly startsBlock: boolean;
  /** A paragraph that belongs to an item of a list, which an item beside that one ends. */
  readonly inItem: boolean;
  /** Columns before the marker of an item. */
  readonly indent: number;
}

const nowhere: Place = { startsBlock: false, inItem: false, indent: 0 };

/** Rows of front matter, at most. */
const LONGEST_FRONT = 100;
const frontRow = /^[\w-]{1,40}:(?:\s|$)/;

/** A row so short, in characters, was not broken by the width of a page. */
const SHORT_ROW = 60;

interface OpenItem {
  /** Columns before its text: what stands that far in belongs to it. */
  readonly text: number;
  /** As written, and as «1. 1. 1.» counts. */
  readonly number: { readonly printed: string; readonly counted: number } | null;
}

const noteDefinition = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*/;
/** With more words behind it «[Styret]: …» is a sentence (CommonMark 4.7). */
const linkDefinition =
  /^ {0,3}\[([^\]^][^\]]{0,200})\]:[ \t]+(?:<([^<>\n]{0,2000})>|(\S{1,2000}))(?:[ \t]+(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t]*$/;
/** Backticks that are closed in their own row are code among words (CommonMark 4.5). */
const fence = /^[ \t]*(`{3,}(?![^`]*`)|~{3,})/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const listItem = /^[ \t]*(?:([-*+])|(\d{1,9})([.)]))(?:[ \t]+|$)/;
const glyphRow = /^\s*[•‣◦▪●○■□·\uE000-\uF8FF]/;
const dashRow = /^\s*[–—] /;
const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Labels of links and notes are known only when the whole text has been seen. */
function findDefinitions(raws: readonly string[]): Definitions {
  const links = new Map<string, string>();
  const notes = new Set<string>();
  for (const raw of raws) {
    if (!raw.includes(']:')) continue;
    const note = noteDefinition.exec(raw);
    if (note !== null) notes.add((note[1] ?? '').toLowerCase());
    const link = note === null ? linkDefinition.exec(raw) : null;
    if (link !== null) links.set((link[1] ?? '').toLowerCase(), link[2] ?? link[3] ?? '');
  }
  return { links, notes };
}

/** Holds what is open while the lines go by: a paragraph, a fence, a list's last number. */
class MarkdownReader {
  private readonly lines: SourceLine[] = [];
  private readonly remarks: ReaderRemark[] = [];
  private open: OpenParagraph | null = null;
  private lastLine = 0;
  private at = 0;
  /** The block before is an item whose last row ends long before any page does: no page break divided it. */
  private afterShortItem = false;
  /** Depth of quotation of the line before that was not blank. */
  private quoted = 0;
  /** The last item of every list that is open, the outermost first. */
  private items: readonly OpenItem[] = [];

  /** Rows that say where links lead. */
  private readonly definitionRows: { readonly line: number; readonly text: string }[] = [];

  constructor(
    private readonly raws: readonly string[],
    private readonly definitions: Definitions,
  ) {}

  read(): ReadText {
    this.readFrontMatter();
    while (this.at < this.raws.length) {
      this.readLine(this.raws[this.at] ?? '');
      this.at++;
    }
    this.flush();
    this.reportDefinitions();
    return { lines: rowsAsWritten(this.lines), remarks: this.remarks };
  }

  /** What site builders and note books write before the text, between two rules, about it. Its title is the text's where that has none. */
  private readFrontMatter(): void {
    if ((this.raws[0] ?? '').trimEnd() !== '---') return;
    const end = this.raws.findIndex((raw, i) => i > 0 && i <= LONGEST_FRONT && /^(?:---|\.\.\.)\s*$/.test(raw));
    if (end < 2 || !frontRow.test(this.raws[1] ?? '')) return;
    const hasTitle = this.raws.some((raw) => /^ {0,3}# /.test(raw));
    for (this.at = 1; this.at < end; this.at++) {
      const row = singleSpaced(this.raws[this.at] ?? '');
      const title = hasTitle ? null : /^title: ?["']?(.*?)["']?$/i.exec(row);
      if (title !== null && (title[1] ?? '') !== '') {
        this.begin({ kind: 'title' }, title[1] ?? '');
        this.flush();
      } else if (row !== '') this.remarks.push({ code: 'markup-dropped', line: this.at + 1, text: row });
    }
    this.at = end + 1;
    this.lastLine = this.at;
  }

  /** Where no words lead to the address, it is told of. */
  private reportDefinitions(): void {
    if (this.definitionRows.length === 0) return;
    const used = new Set(this.lines.flatMap(({ formats = [] }) => formats.flatMap(({ link }) => link ?? [])));
    for (const { line, text } of this.definitionRows) {
      const found = linkDefinition.exec(text);
      const address = safeLink(found?.[2] ?? found?.[3]);
      if (address === null || !used.has(address)) this.remarks.push({ code: 'link-target-dropped', line, text });
    }
  }

  private readLine(whole: string): void {
    const { raw, depth } = withoutQuotes(whole);
    const quote = this.quoteAt(raw, depth);
    if (raw.trim() === '' || rule.test(raw)) {
      if (raw.trim() === '' || !this.readUnderline(raw)) this.flush();
      return;
    }
    const opened = fence.exec(raw);
    if (opened !== null) {
      this.readFence(opened[1] ?? '```', raw);
      return;
    }
    if (raw.includes('<!--') && raw.trimStart().startsWith('<!--')) {
      this.readComment(raw);
      return;
    }
    if (this.readHeading(raw) || this.readUnderline(raw)) return;
    if (raw.includes('|') && this.readTable(raw)) return;
    const note = noteDefinition.exec(raw);
    if (note !== null) {
      this.flush();
      this.begin({ kind: 'footnote', number: note[1] ?? '' }, raw.slice(note[0].length));
      return;
    }
    if (this.open === null && linkDefinition.test(raw)) {
      this.definitionRows.push({ line: this.at + 1, text: singleSpaced(raw) });
      return;
    }
    if (this.readItem(raw)) return;
    this.readText(raw, quote);
  }

  /** A quotation begins a block where it begins, and what comes after it where a blank line ends it. */
  private quoteAt(raw: string, depth: number): 'begins' | 'ended' | null {
    if (raw.trim() === '') return null;
    const before = this.quoted;
    const began = depth > before;
    if (began) this.flush();
    const ended = depth < before && this.open === null;
    this.quoted = this.open !== null && depth < before ? before : depth;
    return this.lines.length === 0 ? null : began ? 'begins' : ended ? 'ended' : null;
  }

  private readFence(ticks: string, raw: string): void {
    this.flush();
    const info = singleSpaced(raw.trim().slice(ticks.length));
    if (info !== '') this.remarks.push({ code: 'markup-dropped', line: this.at + 1, text: info });
    const closing = ticks.slice(0, 3);
    for (this.at++; this.at < this.raws.length; this.at++) {
      const row = this.raws[this.at] ?? '';
      const bare = row.trim();
      if (bare.startsWith(closing) && bare.length >= ticks.length && bare === bare.charAt(0).repeat(bare.length))
        return;
      this.push({ text: row, formats: [] }, this.at + 1, { kind: 'verbatim' }, null, [], false);
    }
  }

  private readComment(raw: string): void {
    this.flush();
    let row = raw;
    for (;;) {
      const end = row.indexOf('-->');
      const dropped = singleSpaced(end < 0 ? row : row.slice(0, end + 3));
      if (dropped !== '') this.remarks.push({ code: 'markup-dropped', line: this.at + 1, text: dropped });
      if (end >= 0) {
        const rest = row.slice(end + 3);
        if (rest.trim() !== '') this.readText(rest, null);
        return;
      }
      if (this.at + 1 >= this.raws.length) return;
      row = this.raws[++this.at] ?? '';
    }
  }

  private readHeading(raw: string): boolean {
    const bare = raw.trim();
    if (!bare.startsWith('#') || raw.length - raw.trimStart().length > 3) return false;
    let depth = 0;
    while (bare.charAt(depth) === '#') depth++;
    if (depth > 6 || (depth < bare.length && !/\s/.test(bare.charAt(depth)))) return false;
    this.flush();
    this.items = [];
    let text = bare.slice(depth).trim();
    const closing = text.length - withoutEnd(text, '#').length;
    if (closing > 0 && (closing === text.length || /\s/.test(text.charAt(text.length - closing - 1))))
      text = text.slice(0, text.length - closing).trim();
    // What Pandoc, Kramdown and others write for the place of a heading.
    const place = /\s\{(?:[#.][^\s{}]{1,200}|[\w-]{1,40}="[^"{}]{0,200}"|-)(?: [^{}]{0,300})?\}$/u.exec(text);
    if (place !== null && place.index > 0) {
      this.remarks.push({ code: 'markup-dropped', line: this.at + 1, text: place[0].trim() });
      text = text.slice(0, place.index).trimEnd();
    }
    this.begin({ kind: 'heading', depth }, text);
    this.flush();
    return true;
  }

  /** A line of `=` or `-` under one short line makes it a heading; one of `-` under a sentence is a rule. */
  private readUnderline(raw: string): boolean {
    const bare = raw.trim();
    if (this.open === null || this.open.mark !== null || !/^(?:=+|-+)$/.test(bare)) return false;
    const only = this.open.rows.length === 1 ? (this.open.rows[0] ?? '').trim() : '';
    const isDouble = bare.startsWith('=');
    if (only === '' || only.length > 140 || (!isDouble && /[.!?:;,]$/.test(only))) return false;
    const heading: OpenParagraph = { ...this.open, mark: { kind: 'heading', depth: isDouble ? 1 : 2 } };
    this.open = heading;
    this.flush();
    this.items = [];
    return true;
  }

  private readTable(raw: string): boolean {
    if (
      !delimiterRow.test(withoutQuotes(this.raws[this.at + 1] ?? '').raw) ||
      !(this.raws[this.at + 1] ?? '').includes('|')
    )
      return false;
    this.flush();
    this.pushRow(raw);
    for (this.at += 2; this.at < this.raws.length; this.at++) {
      const row = withoutQuotes(this.raws[this.at] ?? '').raw;
      if (!row.includes('|')) break;
      this.pushRow(row);
    }
    this.at--;
    return true;
  }

  private pushRow(raw: string): void {
    const bare = raw.trim();
    const cells = bare
      .slice(bare.startsWith('|') ? 1 : 0, bare.endsWith('|') && !bare.endsWith('\\|') ? -1 : undefined)
      .split(/(?<!\\)\|/);
    const texts = cells.map((cell) => {
      const inline = readInline(cell.trim(), this.definitions);
      this.reportDropped(inline.dropped, this.at + 1);
      return inline;
    });
    this.push(joinedBy(' | ', texts), this.at + 1, { kind: 'verbatim' }, null, [], false);
  }

  private readItem(raw: string): boolean {
    const item = listItem.exec(raw);
    if (item === null) return false;
    const digits = item[2];
    const task = /^\[([ xX])\](?:[ \t]+(?=\S))/.exec(raw.slice(item[0].length));
    const rest = raw.slice(item[0].length + (task?.[0].length ?? 0));
    const column = columnsBefore(raw);
    const around = this.items.filter((open) => open.text <= column);
    const beside = this.items[around.length];
    const inText = this.open !== null && this.open.mark?.kind !== 'item' && !(this.open.inItem && beside !== undefined);
    // In running text «2023. Dette …» at a line's head is a number; only «1.» may begin a list there.
    if (inText && (rest === '' || (digits !== undefined && digits !== '1'))) return false;
    this.flush();
    // A box to tick off is the sign of a bullet; a number stays, and the box is reported.
    const box = task === null ? null : task[1] === ' ' ? '☐' : '☑';
    if (task !== null && digits !== undefined)
      this.remarks.push({ code: 'markup-dropped', line: this.at + 1, text: task[0].trim() });
    let printed = digits ?? box ?? item[1] ?? '-';
    let number: OpenItem['number'] = null;
    if (digits !== undefined) {
      // «1. 1. 1.» is how Markdown lets one write a list that counts itself.
      const last = beside?.number ?? null;
      number = {
        printed: digits,
        counted: digits === '1' && last?.printed === '1' ? last.counted + 1 : Number(digits),
      };
      printed = `${String(number.counted)}${item[3] ?? '.'}`;
    }
    this.items = [...around, { text: column + item[0].trim().length + 1, number }];
    this.begin({ kind: 'item', marker: printed }, rest, { ...nowhere, indent: column });
    return true;
  }

  private readText(raw: string, quote: 'begins' | 'ended' | null): void {
    if (this.open !== null && glyphRow.test(raw)) this.flush();
    if (this.open !== null && dashRow.test(raw)) {
      const { fromLine } = this.open;
      this.flush();
      this.open = {
        mark: null,
        rows: [raw],
        fromLine: this.at + 1,
        continues: fromLine > 0,
        ...nowhere,
      };
      return;
    }
    if (this.open !== null) {
      this.open.rows.push(raw);
      return;
    }
    const indent = columnsBefore(raw);
    this.items = this.items.filter((item) => item.text <= indent);
    const inItem = this.items.length > 0;
    // A line before a list announces it, so it must be free to be a lead-in.
    const running = (quote === 'begins' || inItem) && !raw.trimEnd().endsWith(':');
    this.begin(running ? { kind: 'paragraph' } : null, raw, {
      startsBlock: quote !== null || inItem || this.afterShortItem,
      inItem,
      indent: 0,
    });
  }

  private begin(mark: DeclaredMark | null, row: string, place: Place = nowhere): void {
    this.open = { mark, rows: [row], fromLine: this.at + 1, continues: false, ...place };
  }

  /** Ends the open paragraph: reads its inline marks as a whole, and gives it line by line. */
  private flush(): void {
    const open = this.open;
    if (open === null) return;
    this.open = null;
    this.afterShortItem = open.mark?.kind === 'item' && (open.rows.at(-1) ?? '').length < SHORT_ROW;
    const inline = readInline(open.rows.map((row) => row.trim()).join('\n'), this.definitions);
    this.reportDropped(inline.dropped, open.fromLine);
    // «Frø | 12»: a row of a table that became a paragraph on its way through an export.
    const isRow = open.mark === null && open.rows.length === 1 && this.lines.length > 0 && / \| /.test(inline.text);
    const mark: DeclaredMark | null = isRow ? { kind: 'verbatim' } : open.mark;
    const formatsIn = formatsPartByPart(inline.formats);
    let start = 0;
    let first = true;
    for (const [index, row] of inline.text.split('\n').entries()) {
      const end = start + row.length;
      const refs = inline.refs
        .filter((ref) => ref.offset >= start && (ref.offset < end || ref.offset === end))
        .map((ref) => ({ number: ref.number, offset: singleSpaced(row.slice(0, ref.offset - start)).length }));
      if (
        this.push(
          { text: row, formats: formatsIn({ start, end }) },
          open.fromLine + Math.min(index, open.rows.length - 1),
          first ? mark : null,
          inline.emphasis,
          refs,
          first ? open.continues : true,
          first && open.startsBlock,
          first ? open.indent : 0,
        )
      ) {
        first = false;
      }
      start = end + 1;
    }
  }

  private push(
    row: FormattedWords,
    line: number,
    mark: DeclaredMark | null,
    emphasis: SourceLine['emphasis'],
    footnoteRefs: SourceLine['footnoteRefs'],
    continues: boolean,
    startsBlock = false,
    indent = 0,
  ): boolean {
    const text = singleSpaced(row.text);
    if (text === '') return false;
    this.lines.push({
      fromLine: line,
      toLine: line,
      text,
      indent,
      width: text.length,
      trailingSpaces: 0,
      blanksBefore: Math.max(0, line - this.lastLine - 1),
      startsPage: false,
      tabbed: false,
      wideGaps: 0,
      mark,
      emphasis,
      continues,
      ...(startsBlock && { startsBlock }),
      footnoteRefs,
      ...withFormats(singleSpacedFormats(row.text, row.formats)),
    });
    this.lastLine = line;
    return true;
  }

  private reportDropped(
    dropped: readonly { readonly kind: 'target' | 'tag'; readonly text: string }[],
    line: number,
  ): void {
    for (const { kind, text } of dropped) {
      this.remarks.push({ code: kind === 'target' ? 'link-target-dropped' : 'markup-dropped', line, text });
    }
  }
}

/** Rows that begin large under a row without an end, at least, before that is how the text divides its paragraphs. */
const FEWEST_ROWS = 5;

/**
 * Markdown joins rows without a blank line between. Who does not know that writes one thing a row: where rows without an end are nearly always followed by
 * one that begins large, each of these is a block of its own.
 */
function rowsAsWritten(lines: readonly SourceLine[]): readonly SourceLine[] {
  const isUnderOpen = (line: SourceLine, i: number): boolean => {
    const before = lines[i - 1];
    // A row that is bold or the like is a label.
    return line.continues && before?.formats?.[0]?.end !== before?.text.length && !endsSentence(before?.text ?? '');
  };
  const open = lines.filter(isUnderOpen);
  const goesOn = open.filter(({ text }) => startsLower(text)).length;
  const anew = open.filter(({ text }) => startsUpper(text)).length;
  if (anew < FEWEST_ROWS || anew < 3 * goesOn) return lines;
  return lines.map((line, i) => {
    const before = lines[i - 1]?.text ?? '';
    return line.continues && startsUpper(line.text) && !/[,;–-]$/.test(before)
      ? { ...line, continues: false, startsBlock: true }
      : line;
  });
}

/** Takes the signs of quotation off a line; a quoted programme is still a programme. */
function withoutQuotes(raw: string): { readonly raw: string; readonly depth: number } {
  let start = 0;
  for (let depth = 0; ; depth++) {
    let at = start;
    while (at - start < 3 && raw.charAt(at) === ' ') at++;
    if (raw.charAt(at) !== '>') return { raw: raw.slice(start), depth };
    start = raw.charAt(at + 1) === ' ' ? at + 2 : at + 1;
  }
}

/** Columns before the text; a tab goes on to the next fourth column. */
function columnsBefore(raw: string): number {
  let columns = 0;
  for (const sign of raw) {
    if (sign === '\t') columns += 4 - (columns % 4);
    else if (sign === ' ') columns++;
    else break;
  }
  return columns;
}

function withoutEnd(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === sign) end--;
  return text.slice(0, end);
}
