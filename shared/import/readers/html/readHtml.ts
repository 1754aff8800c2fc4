import { Parser } from 'htmlparser2';
import { formatsShifted, safeLink, withFormats } from '../../../domain/formats';
import {
  formatsPartByPart,
  joinedBy,
  noteFormat,
  singleSpacedFormats,
  type FormattedWords,
  type RawFormats,
} from '../lineFormats';
import { countAs } from '../package/counting';
import {
  singleSpaced,
  visibleLength,
  type DeclaredMark,
  type ReaderRemark,
  type ReadText,
  type SourceLine,
} from '../sourceLine';
import { blocks, empty, framing, headingDepth, isChange, isHidden, unread } from './elements';

/** Deepest nesting that is followed; pages stay below a hundred. */
const DEEPEST = 1000;
/** Columns that a list stands farther in than the one around it. */
const LIST_INDENT = 4;
/** A cell with more text than this, in characters, lays out the page and is no cell of a table. */
const LONGEST_CELL = 600;

class TooDeep extends Error {}

interface List {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
}

interface Element {
  readonly name: string;
  /** Its words are told in the report and are no text. */
  readonly aside: ReaderRemark['code'] | null;
  /** What it changes for the letters in it. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly raised: boolean;
  readonly label: boolean;
  readonly link: Link | null;
}

/** An address that words lead to. */
interface Link {
  readonly target: string;
  readonly line: number;
  /** Words of the text lead there. */
  shown: boolean;
}

/** A block on its way: letters with how they are set. */
interface OpenBlock {
  text: string;
  visible: number;
  bold: number;
  italic: number;
  readonly formats: RawFormats;
  mark: DeclaredMark | null;
}

const newBlock = (): OpenBlock => ({ text: '', visible: 0, bold: 0, italic: 0, formats: [], mark: null });

/**
 * Reads a saved page or a pasted piece of one. htmlparser2 walks through it; nothing is fetched or run. Where the page says what its main
 * part is, the rest is told in the report. `side`: with its recorded changes (`ins`, `del`) made or not. `null` where it is nested deeper than any page. Linear.
 */
export function readHtml(source: string, side: 'accepted' | 'rejected'): ReadText | null {
  const reader = new HtmlReader({
    otherSide: side === 'accepted' ? 'del' : 'ins',
    hasMain: /<main[\s>]/i.test(source),
    isOneForm: isOneForm(source),
    ownPaper: /<p class="facts-line">/.test(source),
  });
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reader.open(name, attributes);
      },
      ontext: (text) => {
        reader.add(text);
      },
      onclosetag: (name) => {
        reader.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.write(source);
    parser.end();
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
  return reader.finish();
}

/** Some servers put the whole page into one form: it is open where the main part or the great heading begins. */
function isOneForm(source: string): boolean {
  const before = source.slice(0, Math.max(0, source.search(/<(?:main|h1)[\s>]/i))).toLowerCase();
  return before.lastIndexOf('<form') > before.lastIndexOf('</form');
}

/** What is known of a page before it is walked through. */
interface Page {
  /** The element whose words stand on the other side of the recorded changes only. */
  readonly otherSide: 'del' | 'ins';
  readonly hasMain: boolean;
  readonly isOneForm: boolean;
  /** It is a paper of our own, whose frame is known. */
  readonly ownPaper: boolean;
}

class HtmlReader {
  private readonly lines: SourceLine[] = [];
  private readonly remarks: ReaderRemark[] = [];
  private readonly stack: Element[] = [];
  private readonly lists: List[] = [];
  private readonly asides = new Map<ReaderRemark['code'], string>();
  private block = newBlock();
  private unreadDepth = 0;
  private mainDepth = 0;
  private preDepth = 0;
  /** What stands before the next block of an item. */
  private marker: string | null = null;
  private label: string | null = null;
  /** Cells of the rows that are open, the innermost table last. */
  private readonly rows: { readonly cells: FormattedWords[]; readonly from: number; readonly blocks: SourceLine[] }[] =
    [];
  private line = 0;
  private blanks = 0;
  private changes = 0;

  constructor(private readonly page: Page) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.stack.length >= DEEPEST) throw new TooDeep();
    if (isChange(name) && this.isText() && this.stack.at(-1)?.aside == null) this.changes++;
    if (this.isUnread(name)) this.unreadDepth++;
    if (name === 'main') this.mainDepth++;
    if (blocks.has(name)) {
      this.flush();
      this.divideAsides();
    }
    const style = attributes['style'] ?? '';
    const marks = (attributes['class'] ?? '').split(/\s+/);
    const around = this.stack.at(-1);
    this.stack.push({
      name,
      aside: around?.aside ?? this.asideOf(name, attributes),
      bold: isHeavy(style) ?? ((around?.bold ?? false) || name === 'b' || name === 'strong'),
      italic: isSlanted(style) ?? ((around?.italic ?? false) || name === 'i' || name === 'em'),
      raised: (around?.raised ?? false) || name === 'sup' || /vertical-align\s*:\s*super/i.test(style),
      label: (around?.label ?? false) || (name === 'span' && (marks.includes('label') || marks.includes('number'))),
      link: name === 'a' ? this.linkTo(attributes['href'] ?? '') : (around?.link ?? null),
    });
    if (name === 'pre') this.preDepth++;
    this.openList(name, attributes);
    if (name === 'tr') this.rows.push({ cells: [], from: this.lines.length, blocks: [] });
    else if (name === 'br') this.block.text += '\n';
    else if (name === 'hr') this.blanks++;
    else if (
      name === 'img' &&
      (attributes['alt'] ?? '').trim() !== '' &&
      around?.aside == null &&
      this.unreadDepth === 0
    )
      this.remarks.push({ code: 'markup-dropped', line: this.line + 1, text: singleSpaced(attributes['alt'] ?? '') });
    const depth = headingDepth(name);
    if (depth !== null) this.block.mark = { kind: 'heading', depth };
    else if (name === 'p' && marks.includes('lead-in')) this.block.mark = { kind: 'leadIn' };
    else if (marks.includes('sdfootnote') || (this.page.ownPaper && marks.includes('note')))
      this.block.mark = { kind: 'footnote', number: '' };
  }

  private asideOf(name: string, attributes: Readonly<Record<string, string>>): ReaderRemark['code'] | null {
    if (isHidden(attributes)) return 'hidden-text-dropped';
    if (this.page.ownPaper && /^(?:kicker|facts-line)$/.test(attributes['class'] ?? '')) return 'page-frame-dropped';
    if (name === 'form' && this.page.isOneForm) return null;
    const role = attributes['role'] ?? '';
    if (framing.has(name) || /^(?:navigation|banner|contentinfo|search|dialog)$/.test(role))
      return 'page-frame-dropped';
    // LibreOffice writes the running heads of its pages so.
    return name === 'div' && /^(?:header|footer)$/.test(attributes['title'] ?? '') ? 'page-frame-dropped' : null;
  }

  /** Words of one block and of the next do not run together in the report. */
  private divideAsides(): void {
    for (const [code, text] of this.asides) if (!text.endsWith(' ')) this.asides.set(code, `${text} `);
  }

  private openList(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'ol' || name === 'ul') {
      const start = Number.parseInt(attributes['start'] ?? '', 10);
      this.lists.push({
        ordered: name === 'ol',
        type: attributes['type'] ?? '1',
        next: Number.isNaN(start) ? 1 : start,
      });
    } else if (name === 'li') {
      const list = this.lists.at(-1);
      const value = Number.parseInt(attributes['value'] ?? '', 10);
      if (list !== undefined && !Number.isNaN(value)) list.next = value;
      this.marker = list?.ordered === true ? `${countAs(formatOf(list.type), list.next)}.` : '•';
    }
  }

  /** Only the web and mail are reported: what else an address can be is of this page alone, or is made to be run. */
  private linkTo(target: string): Link | null {
    return /^(?:https?:|mailto:)/i.test(target) && this.stack.at(-1)?.aside == null && this.isText()
      ? { target, line: this.line + 1, shown: false }
      : null;
  }

  private closeLink({ link }: Element): void {
    if (link === null || (link.shown && safeLink(link.target) !== null)) return;
    this.remarks.push({ code: 'link-target-dropped', line: link.line, text: link.target.slice(0, 500) });
  }

  private isUnread(name: string): boolean {
    return unread.has(name) || name === this.page.otherSide;
  }

  private isText(): boolean {
    return this.unreadDepth === 0 && (!this.page.hasMain || this.mainDepth > 0);
  }

  add(text: string): void {
    if (this.unreadDepth > 0) return;
    const around = this.stack.at(-1);
    const aside = around?.aside ?? (this.isText() ? null : 'page-frame-dropped');
    if (aside !== null) {
      this.asides.set(aside, (this.asides.get(aside) ?? '') + text);
      return;
    }
    if (around?.label === true && this.block.text.trim() === '') {
      this.label = (this.label ?? '') + text;
      return;
    }
    const shown = around?.raised === true && /^\s*\d{1,3}\s*$/.test(text) ? raised(text) : text;
    const start = this.block.text.length;
    this.block.text += this.preDepth > 0 ? shown : shown.replace(/[\t\n\r\f]/g, ' ');
    const visible = visibleLength(text);
    if (around !== undefined) {
      const { bold, italic, link } = around;
      if (link !== null && visible > 0) link.shown = true;
      noteFormat(
        this.block.formats,
        { start, end: this.block.text.length },
        { bold, italic, link: link?.target ?? null },
      );
    }
    this.block.visible += visible;
    if (around?.bold === true) this.block.bold += visible;
    if (around?.italic === true) this.block.italic += visible;
  }

  close(name: string): void {
    if (blocks.has(name)) this.flush();
    // Whatever was opened inside and left open ends here too.
    for (let element = this.stack.pop(); element !== undefined; element = this.stack.pop()) {
      this.leave(element);
      if (element.name === name) break;
    }
    if (!blocks.has(name) && !empty.has(name) && this.stack.length === 0) this.flush();
  }

  private leave(element: Element): void {
    const { name } = element;
    if (name === 'a') this.closeLink(element);
    if (this.isUnread(name)) this.unreadDepth--;
    if (name === 'main') this.mainDepth--;
    if (name === 'pre') this.preDepth--;
    if (name === 'ol' || name === 'ul') this.lists.pop();
    if (name === 'li') {
      const list = this.lists.at(-1);
      // An item that holds nothing but a list has no number of its own.
      if (list !== undefined) list.next++;
      this.marker = null;
    }
    if (name === 'td' || name === 'th') this.closeCell();
    if (name === 'tr') this.closeRow();
  }

  private closeCell(): void {
    const row = this.rows.at(-1);
    if (row === undefined) return;
    const lines = this.lines.splice(row.from);
    row.blocks.push(...lines);
    row.cells.push(joinedBy(' ', lines.map(withMarker)));
  }

  /** A row is one line, unless its cells only lay out the page. */
  private closeRow(): void {
    const row = this.rows.pop();
    if (row === undefined) return;
    const filled = row.cells.filter(({ text }) => text !== '');
    const laysOut =
      filled.length < 2 ||
      filled.some(({ text }) => text.length > LONGEST_CELL) ||
      row.blocks.some(({ mark }) => mark?.kind === 'heading' || mark?.kind === 'verbatim');
    if (laysOut) this.lines.push(...row.blocks);
    else {
      const [first] = row.blocks;
      if (first === undefined) return;
      const { formats: _, ...line } = first;
      const whole = joinedBy(' | ', row.cells);
      this.lines.push({
        ...line,
        text: whole.text.trim(),
        mark: { kind: 'verbatim' },
        emphasis: null,
        continues: false,
        ...withFormats(singleSpacedFormats(whole.text, whole.formats)),
      });
    }
  }

  /** Ends the open block and gives it line by line. */
  private flush(): void {
    const block = this.block;
    this.block = newBlock();
    const label = this.label === null ? null : singleSpaced(this.label);
    this.label = null;
    if (singleSpaced(block.text) === '') {
      if (label !== null) this.marker = label;
      if (block.mark !== null) this.block.mark = block.mark;
      return;
    }
    if (block.mark?.kind === 'footnote' && label === null && this.marker === null) {
      // A note of ours without a number is about the paper.
      this.remarks.push({ code: 'page-frame-dropped', line: this.line + 1, text: singleSpaced(block.text) });
      return;
    }
    this.line++;
    const marker = label ?? (this.lists.length > 0 ? this.marker : null);
    this.marker = null;
    const mark = this.preDepth > 0 ? ({ kind: 'verbatim' } as const) : declared(block.mark, marker);
    let first = true;
    const formatsIn = formatsPartByPart(block.formats);
    let end = -1;
    for (const row of block.text.split('\n')) {
      const start = end + 1;
      end = start + row.length;
      const text = singleSpaced(row);
      if (text === '') continue;
      this.lines.push({
        fromLine: this.line,
        toLine: this.line,
        text,
        indent: LIST_INDENT * Math.max(0, this.lists.length - 1),
        width: text.length,
        trailingSpaces: 0,
        blanksBefore: first ? this.blanks : 0,
        startsPage: false,
        tabbed: false,
        wideGaps: 0,
        mark: first || this.preDepth > 0 ? mark : null,
        emphasis:
          block.visible > 0 && block.bold === block.visible
            ? 'bold'
            : block.visible > 0 && block.italic === block.visible
              ? 'italic'
              : null,
        continues: !first && this.preDepth === 0,
        // An element is a block of its own, unless it plainly goes on in mid-sentence.
        ...(first && !/^\p{Ll}/u.test(text) && { startsBlock: true }),
        footnoteRefs: [],
        ...withFormats(singleSpacedFormats(row, formatsIn({ start, end }))),
      });
      first = false;
      this.blanks = 0;
    }
  }

  finish(): ReadText {
    this.flush();
    while (this.rows.length > 0) this.closeRow();
    for (const [code, text] of this.asides) {
      const words = singleSpaced(text);
      if (words !== '') this.remarks.push({ code, line: null, text: words });
    }
    if (this.changes > 0) this.remarks.push({ code: 'tracked-changes', line: null, text: String(this.changes) });
    return { lines: this.lines, remarks: this.remarks };
  }
}

function declared(mark: DeclaredMark | null, marker: string | null): DeclaredMark | null {
  if (mark?.kind === 'footnote') return { kind: 'footnote', number: (marker ?? '').replace(/\.$/, '') };
  if (mark?.kind === 'heading') return { ...mark, number: marker };
  return mark ?? (marker === null ? null : { kind: 'item', marker });
}

/** An item of a list in a cell has its marker in its text. */
function withMarker({ mark, text, formats }: SourceLine): FormattedWords {
  const marker = mark?.kind === 'item' && mark.marker !== '' ? `${mark.marker} ` : '';
  return { text: marker + text, formats: formatsShifted(formats, marker.length) };
}

/** What a style of its own says of the weight of words; `null` for nothing. */
function isHeavy(style: string): boolean | null {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  return weight === undefined ? null : /^(?:bold|bolder|[6-9]00)$/i.test(weight);
}

function isSlanted(style: string): boolean | null {
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  return slant === undefined ? null : /^(?:italic|oblique)$/i.test(slant);
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (text: string): string => text.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit);

const formatOf = (type: string): string =>
  ({ a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' })[type] ?? 'decimal';
