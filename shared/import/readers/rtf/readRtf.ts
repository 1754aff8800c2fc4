import { hasLetterOrDigit } from '../../../core/letters';
import { decodeText, textOfUnits } from '../../decodeText';
import { linesOf } from '../package/lines';
import { linkOfField } from '../package/linkOfField';
import { isOwnLineEnd, isOwnPaper } from '../package/ownPaper';
import { addText, newParagraph, type Body, type BodyItem, type Paragraph } from '../package/paragraph';
import { plainStyle, type Style } from '../package/style';
import type { ReaderRemark, ReadText } from '../sourceLine';

/** Deepest nesting of groups that is followed; word processors stay below a hundred. */
const DEEPEST = 1000;
/** Where the letters of a group go. */
type Destination = 'text' | 'label' | 'frame' | 'remark' | 'instruction' | 'stylesheet' | 'shape' | 'nowhere';

interface Group {
  destination: Destination;
  bold: boolean;
  italic: boolean;
  hidden: boolean;
  raised: boolean;
  deleted: boolean;
  added: boolean;
  characterStyle: Style | null;
  /** The field that is open: what it is told to do. */
  field: { instruction: string } | null;
  /** Where the words lead to, outside the document. */
  link: string | null;
  /** Bytes that stand in for a letter of `\u`, for readers that do not know it. */
  fallback: number;
  /** Set where `{\*` opened it: a destination that is not known is passed over. */
  optional: boolean;
}

const destinations: Readonly<Record<string, Destination>> = {
  listtext: 'label',
  pntext: 'label',
  header: 'frame',
  headerl: 'frame',
  headerr: 'frame',
  headerf: 'frame',
  footer: 'frame',
  footerl: 'frame',
  footerr: 'frame',
  footerf: 'frame',
  annotation: 'remark',
  fldinst: 'instruction',
  stylesheet: 'stylesheet',
  shpinst: 'shape',
};
const LONGEST_INSTRUCTION = 5000;
const unread = new Set(
  `fonttbl colortbl info pict object listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping
  latentstyles datastore filetbl ftnsep ftnsepc aftnsep aftnsepc bkmkstart bkmkend atnid atnauthor atnref atndate private template nonshppict shprslt pgdsctbl`.split(
    /\s+/,
  ),
);
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  column: '\n',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

const token = /\\([a-zA-Z]+)(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([\r\n]+)|([^\\{}\r\n]+)/gy;

/** Reads a rich text file, with its recorded changes made or not. `null` where it is damaged or nested deeper than any document. Linear. */
export function readRtf(bytes: Uint8Array, side: 'accepted' | 'rejected'): ReadText | null {
  const source = textOfUnits(bytes);
  const reader = new RtfReader(side);
  token.lastIndex = 0;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(source);
    if (found === null) return null;
    const [, word, value, hex, sign, brace, , text] = found;
    if (word === 'bin') token.lastIndex += Math.max(0, Number(value ?? 0));
    else if (word !== undefined) reader.word(word, value === undefined ? null : Number(value));
    else if (hex !== undefined) reader.byte(Number.parseInt(hex, 16));
    else if (sign !== undefined) reader.sign(sign);
    else if (brace === '{') {
      if (!reader.open()) return null;
    } else if (brace === '}') reader.close();
    else if (text !== undefined) reader.bytes(text);
  }
  return reader.finish();
}

/** Characters as a document begins with them, and as `\plain` makes them again. */
const plain = {
  bold: false,
  italic: false,
  hidden: false,
  raised: false,
  deleted: false,
  added: false,
  characterStyle: null,
} as const;

/** Where paragraphs go. */
interface Sink {
  readonly items: BodyItem[];
  paragraph: Paragraph;
  /** What hangs on the paragraph. */
  readonly boxes: BodyItem[];
  /** Groups around it. */
  readonly depth: number;
  readonly close: (items: readonly BodyItem[]) => void;
}

const newSink = (depth: number, close: Sink['close']): Sink => ({
  items: [],
  paragraph: newParagraph(plainStyle),
  boxes: [],
  depth,
  close,
});

class RtfReader {
  private readonly groups: Group[] = [];
  private group: Group = {
    destination: 'text',
    ...plain,
    field: null,
    link: null,
    fallback: 1,
    optional: false,
  };
  private readonly styles = new Map<number, Style>();
  private readonly characterStyles = new Map<number, Style>();
  private readonly footnotes = new Map<string, Body>();
  /** Sinks of paragraphs: the body, then the notes and text boxes that are open. */
  private readonly sinks: Sink[] = [newSink(0, () => undefined)];
  private cells: BodyItem[][] = [];
  private inTable = false;
  private label = '';
  private frame = '';
  private remark = '';
  private changes = 0;
  private skip = 0;
  private styleName = '';
  private styleNumber: { readonly character: boolean; readonly number: number } | null = null;
  private styleOutline: number | null = null;

  constructor(private readonly side: 'accepted' | 'rejected') {}

  /** What stands here is on the other side of the recorded changes only. Inserted and then deleted it is on neither. */
  private get isGone(): boolean {
    return this.side === 'accepted' ? this.group.deleted : this.group.added;
  }

  private get sink() {
    return this.sinks.at(-1) ?? newSink(0, () => undefined);
  }

  open(): boolean {
    if (this.groups.length >= DEEPEST) return false;
    // What stands in for a letter ends with its group.
    this.skip = 0;
    this.groups.push(this.group);
    this.group = { ...this.group, optional: false };
    return true;
  }

  close(): void {
    this.skip = 0;
    if (this.group.destination === 'stylesheet') this.closeStyle();
    if (this.sinks.length > 1 && this.groups.length <= this.sink.depth) {
      this.endParagraph();
      const closed = this.sinks.pop();
      closed?.close(closed.items);
    }
    const outer = this.groups.pop();
    if (outer !== undefined) this.group = outer;
  }

  private closeStyle(): void {
    const name = this.styleName.replace(/;.*$/, '').trim();
    if (name !== '' && this.styleNumber !== null) {
      const style = {
        ...plainStyle,
        name,
        lineage: [name.toLowerCase()],
        outline: this.styleOutline,
        houseBold: this.group.bold,
        houseItalic: this.group.italic,
      };
      (this.styleNumber.character ? this.characterStyles : this.styles).set(this.styleNumber.number, style);
    }
    this.styleName = '';
    this.styleNumber = null;
    this.styleOutline = null;
  }

  word(name: string, value: number | null): void {
    if (this.group.destination === 'nowhere') return;
    if (unread.has(name)) {
      this.group.destination = 'nowhere';
      return;
    }
    const destination = destinations[name];
    if (destination !== undefined) {
      this.group.destination = destination;
      return;
    }
    if (this.group.destination === 'stylesheet') {
      this.styleWord(name, value);
      return;
    }
    if (this.group.destination === 'shape') {
      if (name === 'shptxt') this.openBox();
      return;
    }
    const on = value !== 0;
    switch (name) {
      case 'footnote':
        this.openNote();
        return;
      case 'field':
        this.group.field = { instruction: '' };
        return;
      case 'fldrslt':
        this.openLink(linkOfField(this.group.field?.instruction ?? ''));
        return;
      case 'u':
        this.add(String.fromCharCode(((value ?? 0) + 0x10000) % 0x10000));
        this.skip = this.group.fallback;
        return;
      case 'uc':
        this.group.fallback = Math.max(0, value ?? 1);
        return;
      case 'par':
      case 'sect':
        // Without its end a paragraph goes on in the next one, which has its own number.
        if (this.isGone) this.label = '';
        else this.endParagraph();
        return;
      case 'cell':
      case 'nestcell':
        this.endCell();
        return;
      case 'row':
      case 'nestrow':
        this.endRow();
        return;
      case 'intbl':
        this.inTable = true;
        return;
      case 'page':
        if (this.sink.paragraph.text.trim() === '') this.sink.paragraph.startsPage = true;
        else this.add('\n');
        return;
      case 'pard':
        this.resetParagraph();
        return;
      case 's':
        this.sink.paragraph.style = this.styles.get(value ?? 0) ?? plainStyle;
        return;
      case 'cs':
        this.group.characterStyle = this.characterStyles.get(value ?? 0) ?? null;
        return;
      case 'outlinelevel':
        this.sink.paragraph.outline = value;
        return;
      case 'li':
        this.sink.paragraph.indent = value;
        return;
      case 'plain':
        Object.assign(this.group, plain);
        return;
      case 'b':
        this.group.bold = on;
        return;
      case 'i':
        this.group.italic = on;
        return;
      case 'v':
        this.group.hidden = on;
        return;
      case 'super':
        this.group.raised = on;
        return;
      case 'nosupersub':
        this.group.raised = false;
        return;
      case 'deleted':
        if (on && !this.group.deleted) this.changes++;
        this.group.deleted = on;
        return;
      case 'revised':
        if (on && !this.group.added) this.changes++;
        this.group.added = on;
        return;
      case 'chftn':
        return;
    }
    if (name === 'line' && isOwnLineEnd(this.group.characterStyle)) return;
    const sign = signs[name];
    if (sign !== undefined) this.letter(sign);
    else if (this.group.optional) this.group.destination = 'nowhere';
  }

  private styleWord(name: string, value: number | null): void {
    if (name === 's' || name === 'cs') this.styleNumber = { character: name === 'cs', number: value ?? 0 };
    else if (name === 'outlinelevel') this.styleOutline = value;
    else if (name === 'b') this.group.bold = value !== 0;
    else if (name === 'i') this.group.italic = value !== 0;
    else if (name === 'u') {
      this.add(String.fromCharCode(((value ?? 0) + 0x10000) % 0x10000));
      this.skip = this.group.fallback;
    }
  }

  private openLink(target: string | null): void {
    if (target === null) return;
    this.group.link = target;
    this.sink.paragraph.links.push(target);
  }

  private openNote(): void {
    this.sink.paragraph.notes.push({
      offset: this.sink.paragraph.text.length,
      kind: 'footnote',
      id: String(this.footnotes.size + 1),
      printed: null,
    });
    this.sinks.push(
      newSink(this.groups.length, (items) => {
        this.footnotes.set(String(this.footnotes.size + 1), { items, changes: 0 });
      }),
    );
  }

  /** What a text box holds comes after the paragraph that it hangs on; in a running head it is part of that. */
  private openBox(): void {
    const around = this.groups.findLast(({ destination }) => destination !== 'shape')?.destination ?? 'text';
    Object.assign(this.group, plain, { destination: around });
    if (around !== 'text') return;
    const { boxes } = this.sink;
    this.sinks.push(newSink(this.groups.length, (items) => boxes.push(...items)));
  }

  sign(sign: string): void {
    if (sign === '*') this.group.optional = true;
    else if (sign === '~') this.letter('\u00a0');
    else if (sign === '_') this.letter('-');
    else if (sign === '\r' || sign === '\n') this.endParagraph();
    else if (sign === '\\' || sign === '{' || sign === '}') this.add(sign);
  }

  byte(value: number): void {
    this.letter(decodeText(Uint8Array.of(value)).text);
  }

  /** A letter that is written as one sign of the format, which may also be what stands in for another. */
  private letter(text: string): void {
    if (this.skip > 0) this.skip--;
    else this.add(text);
  }

  bytes(text: string): void {
    const kept = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    if (kept !== '') this.add(kept);
  }

  private add(text: string): void {
    const { group } = this;
    switch (group.destination) {
      case 'nowhere':
      case 'shape':
        return;
      case 'label':
        this.label += text;
        return;
      case 'frame':
        this.frame += text;
        return;
      case 'remark':
        this.remark += text;
        return;
      case 'instruction':
        if (group.field !== null && group.field.instruction.length < LONGEST_INSTRUCTION)
          group.field.instruction += text;
        return;
      case 'stylesheet':
        this.styleName += text;
        return;
      case 'text':
        break;
    }
    if (this.isGone) return;
    const { paragraph } = this.sink;
    if (group.hidden) {
      paragraph.hiddenText.push(text);
      return;
    }
    if (group.raised && /^\d{1,3}$/.test(text.trim()) && /\S$/.test(paragraph.text)) {
      paragraph.notes.push({ offset: paragraph.text.length, kind: 'typed', id: text.trim(), printed: null });
      return;
    }
    addText(paragraph, text, { bold: group.bold, italic: group.italic, link: group.link });
  }

  /** A new paragraph of the same look: in RTF properties hold until they are reset. */
  private nextParagraph(): void {
    const { style, outline, indent } = this.sink.paragraph;
    this.sink.paragraph = { ...newParagraph(style), outline, indent };
    this.label = '';
  }

  private resetParagraph(): void {
    const { paragraph } = this.sink;
    paragraph.style = plainStyle;
    paragraph.outline = null;
    paragraph.indent = null;
    if (this.sinks.length === 1) this.inTable = false;
  }

  private takeParagraph(): readonly BodyItem[] {
    const { paragraph, boxes } = this.sink;
    const text = this.label.trim();
    if (text !== '') paragraph.label = { text, isBullet: !hasLetterOrDigit(text) };
    return [{ type: 'paragraph', paragraph }, ...boxes.splice(0)];
  }

  private endParagraph(): void {
    if (this.group.destination !== 'text') {
      if (this.group.destination === 'frame') this.frame += ' ';
      return;
    }
    const target = this.inTable && this.sinks.length === 1 ? (this.cells.at(-1) ?? this.openCell()) : this.sink.items;
    target.push(...this.takeParagraph());
    this.nextParagraph();
  }

  private openCell(): BodyItem[] {
    const cell: BodyItem[] = [];
    this.cells.push(cell);
    return cell;
  }

  private endCell(): void {
    const cell = this.cells.at(-1) ?? this.openCell();
    cell.push(...this.takeParagraph());
    this.openCell();
    this.nextParagraph();
  }

  private endRow(): void {
    const cells = this.cells.slice(0, -1);
    this.cells = [];
    if (cells.length > 0) this.sinks[0]?.items.push({ type: 'row', cells });
  }

  finish(): ReadText {
    const body = this.sinks[0] ?? this.sink;
    for (const cell of this.cells.splice(0)) body.items.push(...cell);
    this.inTable = false;
    this.group.destination = 'text';
    this.sinks.splice(1);
    if (body.paragraph.text.trim() !== '' || body.boxes.length > 0) this.endParagraph();
    const { lines, remarks } = linesOf(
      { items: body.items, changes: this.changes },
      {
        labelOf: ({ label }) => label,
        headingOfList: () => null,
        ownPaper: isOwnPaper(this.styles.values()),
        footnotes: this.footnotes,
        endnotes: new Map(),
      },
    );
    const beside: ReaderRemark[] = [];
    const frame = this.frame.replace(/\s+/g, ' ').trim();
    const remark = this.remark.replace(/\s+/g, ' ').trim();
    if (frame !== '') beside.push({ code: 'page-frame-dropped', line: null, text: frame });
    if (remark !== '') beside.push({ code: 'comments-dropped', line: null, text: remark });
    return { lines, remarks: [...remarks, ...beside] };
  }
}
