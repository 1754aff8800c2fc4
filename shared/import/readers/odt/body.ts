import { isOwnLineEnd } from '../package/ownPaper';
import {
  addText,
  newParagraph,
  prepend,
  type Body,
  type BodyItem,
  type ListLabel,
  type Paragraph,
} from '../package/paragraph';
import { plainStyle, type Style } from '../package/style';
import { skipping, walkXml, type Attributes, type XmlVisitor } from '../package/xml';
import { wholeNumber } from '../docx/styles';
import { startOdtCounter, type OdtCounter } from './lists';
import { outerEnds, startRecordedChanges, type RecordedChanges, type RecordedPart } from './recordedChanges';
import type { OdtStyles } from './styles';

export interface OdtBody {
  readonly body: Body;
  readonly footnotes: ReadonlyMap<string, Body>;
  readonly endnotes: ReadonlyMap<string, Body>;
  /** What readers have written in the margin. */
  readonly comments: string;
}

/** Reads `office:text`, with its recorded changes made or not. `null` where the part is damaged. */
export function readOdtBody(bytes: Uint8Array, styles: OdtStyles, side: 'accepted' | 'rejected'): OdtBody | null {
  const reader = new OdtReader(styles, side);
  return walkXml(bytes, reader.visitor()) ? reader.result() : null;
}

/** Lists, sections and the like say nothing by themselves; these hold nothing that is read with the text. */
const passedOver = new Set([
  'tracked-changes',
  'forms',
  'sequence-decls',
  'variable-decls',
  'note-citation',
  'ruby-text',
  'annotation-end',
  'desc',
]);

/** Where `title` is a field that shows the title of the document, and not the name of a picture. */
const holdsFields = new Set(['p', 'h', 'span', 'a', 'meta', 'ruby-base']);

interface OpenParagraph {
  readonly paragraph: Paragraph;
  readonly boxes: BodyItem[];
  readonly spans: (Style | null)[];
  /** Addresses of the links that are open; `null` for places inside the document. */
  readonly links: (string | null)[];
  /** Counts the paragraph. Called when it is known that it is not deleted. */
  readonly label: () => ListLabel | null;
}

/** Holds what is open while the elements go by. */
class OdtReader {
  private readonly sinks: BodyItem[][] = [[]];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: { readonly rows: BodyItem[]; cells: BodyItem[][] }[] = [];
  private readonly notes: { readonly id: string; readonly kind: 'footnote' | 'endnote' }[] = [];
  private readonly footnotes = new Map<string, Body>();
  private readonly endnotes = new Map<string, Body>();
  private readonly counter: OdtCounter;
  private inText = false;
  private inChanges = false;
  private comment: string | null = null;
  private commentDepth = 0;
  private readonly comments: string[] = [];
  private noteCount = 0;
  private readonly recorded: RecordedChanges;
  private struck = 0;
  /** Begun by a paragraph whose end is gone, to go on in the next one. */
  private readonly carried = new Map<BodyItem[], OpenParagraph>();
  private readonly visit: XmlVisitor;

  constructor(
    private readonly styles: OdtStyles,
    side: 'accepted' | 'rejected',
  ) {
    this.counter = startOdtCounter(styles);
    this.recorded = startRecordedChanges(side);
    this.visit = this.makeVisitor();
  }

  result(): OdtBody {
    const [items = []] = this.sinks;
    const rest = this.carried.get(items);
    if (rest !== undefined) this.settle(rest, items);
    return {
      body: { items, changes: this.recorded.count() },
      footnotes: this.footnotes,
      endnotes: this.endnotes,
      comments: this.comments.join(' '),
    };
  }

  visitor(): XmlVisitor {
    return this.visit;
  }

  private makeVisitor(): XmlVisitor {
    const around: string[] = [];
    const isName = (name: string): boolean => name === 'title' && !holdsFields.has(around.at(-1) ?? '');
    const inner = skipping((name) => passedOver.has(name) || isName(name), {
      open: (name, attribute) => {
        around.push(name);
        this.open(name, attribute);
      },
      text: (text) => {
        this.add(text);
      },
      close: (name) => {
        around.pop();
        this.close(name);
      },
    });
    return {
      open: (name, attribute) => {
        if (name === 'tracked-changes') this.inChanges = true;
        if (this.inChanges) {
          this.recorded.open(name, attribute);
          inner.open(name, attribute);
          return;
        }
        // The citation is passed over as text, but it is the number of its note.
        if (name === 'note-citation') this.citation = '';
        inner.open(name, attribute);
      },
      text: (text) => {
        if (this.inChanges) {
          this.recorded.text(text);
          return;
        }
        if (this.citation !== null) this.citation += text;
        inner.text?.(text);
      },
      close: (name) => {
        if (name === 'tracked-changes') this.inChanges = false;
        inner.close?.(name);
        if (this.inChanges) {
          this.recorded.close(name);
          return;
        }
        if (name === 'note-citation') this.closeCitation();
      },
    };
  }

  private citation: string | null = null;

  private open(name: string, attribute: Attributes): void {
    if (name === 'text' && !this.inText) {
      this.inText = true;
      return;
    }
    if (!this.inText) return;
    if (name === 'annotation') {
      this.comment = '';
      this.commentDepth = 0;
    }
    if (this.comment !== null) {
      this.commentDepth++;
      if (name === 'p') this.comment += ' ';
      return;
    }
    switch (name) {
      case 'p':
      case 'h':
        this.openParagraph(name, attribute);
        return;
      case 'change-start':
      case 'change-end':
        if (this.recorded.isGone(attribute('change-id') ?? '')) this.struck += name === 'change-start' ? 1 : -1;
        return;
      case 'change':
        this.putBack(this.recorded.takenAway(attribute('change-id') ?? ''));
        return;
      case 'list':
        this.counter.openList(
          attribute('style-name'),
          attribute('id'),
          attribute('continue-numbering') === 'true',
          attribute('continue-list'),
        );
        return;
      case 'list-item':
        this.counter.openItem(false, wholeNumber(attribute('start-value')));
        return;
      case 'list-header':
        this.counter.openItem(true, null);
        return;
      case 'table':
        this.tables.push({ rows: [], cells: [] });
        return;
      case 'table-cell': {
        const cell: BodyItem[] = [];
        this.tables.at(-1)?.cells.push(cell);
        this.sinks.push(cell);
        return;
      }
      case 'text-box':
        this.sinks.push(this.paragraphs.at(-1)?.boxes ?? this.sinks.at(-1) ?? []);
        return;
      case 'note':
        this.notes.push({
          id: String(++this.noteCount),
          kind: attribute('note-class') === 'endnote' ? 'endnote' : 'footnote',
        });
        return;
      case 'note-body':
        this.sinks.push([]);
        return;
    }
    this.openInline(name, attribute);
  }

  /**
   * Reads what was deleted here as if it still stood here. Inside a paragraph its first and last paragraphs lose their outer ends, as the
   * standard has it (OpenDocument 1.2, 5.5.4): the words before go on in the first, and the last goes on in the words after. At the head
   * of a paragraph there are no words before: what was deleted are whole paragraphs then, and the one that stands here keeps its look.
   */
  private putBack(parts: readonly RecordedPart[]): void {
    if (parts.length === 0 || this.struck > 0) return;
    const holder = this.paragraphs.at(-1);
    const ends = holder === undefined ? null : outerEnds(parts);
    const atHead = holder?.paragraph.text.trim() === '' && ends !== null && ends.first !== ends.lastOpens;
    const around = this.counter.stepOut();
    if (atHead) this.paragraphs.pop();
    for (const [at, part] of parts.entries()) {
      if (at === ends?.last) continue;
      if (atHead && at === ends.lastOpens) {
        this.counter.claimItem(null);
        this.paragraphs.push(holder);
      }
      // The paragraph that holds the place has its number already.
      else if (!atHead && at === ends?.first) this.counter.claimItem(null);
      else part(this.visit);
    }
    this.counter.stepIn(around);
  }

  private openInline(name: string, attribute: Attributes): void {
    const open = this.paragraphs.at(-1);
    if (open === undefined) return;
    switch (name) {
      case 'span':
        open.spans.push(this.styles.texts.get(attribute('style-name') ?? '') ?? null);
        return;
      case 'a': {
        const address = attribute('href') ?? '';
        const leadsOut = address !== '' && !address.startsWith('#');
        open.links.push(leadsOut ? address : null);
        if (leadsOut) open.paragraph.links.push(address);
        return;
      }
      case 's':
        this.add(' '.repeat(Math.min(wholeNumber(attribute('c')) ?? 1, 100)));
        return;
      case 'tab':
        this.add('\t');
        return;
      case 'line-break':
        if (!open.spans.some(isOwnLineEnd)) this.add('\n');
        return;
    }
  }

  private openParagraph(name: 'p' | 'h', attribute: Attributes): void {
    const id = attribute('style-name') ?? '';
    const style = this.styles.paragraphs.get(id) ?? plainStyle;
    const paragraph = newParagraph(style);
    paragraph.startsPage = this.styles.startsPage.has(id);
    const claimed = this.counter.claimItem(style.list);
    let label = () => claimed?.() ?? null;
    if (name === 'h') {
      const depth = Math.max(0, (wholeNumber(attribute('outline-level')) ?? 1) - 1);
      const start = wholeNumber(attribute('start-value'));
      paragraph.outline = depth;
      if (claimed === null && attribute('is-list-header') !== 'true' && style.list !== '')
        label = () => this.counter.labelOfHeading(depth, start);
    }
    this.paragraphs.push({ paragraph, boxes: [], spans: [], links: [], label });
  }

  private closeCitation(): void {
    const paragraph = this.paragraphs.at(-1)?.paragraph;
    const note = this.notes.at(-1);
    const printed = (this.citation ?? '').trim();
    this.citation = null;
    if (paragraph === undefined || note === undefined || this.struck > 0) return;
    paragraph.notes.push({ offset: paragraph.text.length, ...note, printed: printed === '' ? null : printed });
  }

  private add(text: string): void {
    if (this.comment !== null) {
      this.comment += text;
      return;
    }
    const open = this.paragraphs.at(-1);
    if (open === undefined || this.struck > 0) return;
    const { paragraph, spans } = open;
    const says = (property: 'hidden' | 'raised'): boolean =>
      paragraph.style[property] || spans.some((style) => style?.[property] === true);
    const isSet = (property: 'bold' | 'italic'): boolean =>
      spans.findLast((style) => style !== null && style[property] !== null)?.[property] ??
      paragraph.style[property] ??
      false;
    if (says('hidden')) {
      paragraph.hiddenText.push(text);
      return;
    }
    if (says('raised') && /^\d{1,3}$/.test(text.trim()) && /\S$/.test(paragraph.text)) {
      paragraph.notes.push({ offset: paragraph.text.length, kind: 'typed', id: text.trim(), printed: null });
      return;
    }
    // A line end in the file is a space in the text.
    addText(paragraph, text === '\n' ? text : text.replace(/[\r\n]+/g, ' '), {
      bold: isSet('bold'),
      italic: isSet('italic'),
      link: open.links.at(-1) ?? null,
    });
  }

  private close(name: string): void {
    if (this.comment !== null) {
      if (--this.commentDepth > 0) return;
      const words = this.comment.replace(/\s+/g, ' ').trim();
      if (words !== '') this.comments.push(words);
      this.comment = null;
      return;
    }
    switch (name) {
      case 'span':
        this.paragraphs.at(-1)?.spans.pop();
        return;
      case 'a':
        this.paragraphs.at(-1)?.links.pop();
        return;
      case 'p':
      case 'h':
        this.closeParagraph();
        return;
      case 'list':
        this.counter.closeList();
        return;
      case 'table-cell':
      case 'text-box':
        if (this.sinks.length > 1) this.sinks.pop();
        return;
      case 'table-row': {
        const table = this.tables.at(-1);
        if (table === undefined) return;
        table.rows.push({ type: 'row', cells: table.cells });
        table.cells = [];
        return;
      }
      case 'table': {
        const table = this.tables.pop();
        for (const row of table?.rows ?? []) this.sinks.at(-1)?.push(row);
        return;
      }
      case 'note-body': {
        const items = this.sinks.length > 1 ? (this.sinks.pop() ?? []) : [];
        const note = this.notes.at(-1);
        if (note !== undefined)
          (note.kind === 'footnote' ? this.footnotes : this.endnotes).set(note.id, { items, changes: 0 });
        return;
      }
      case 'note':
        this.notes.pop();
        return;
    }
  }

  private closeParagraph(): void {
    const closed = this.paragraphs.pop();
    const sink = this.sinks.at(-1);
    if (closed === undefined || sink === undefined) return;
    const begun = this.carried.get(sink);
    if (begun !== undefined) prepend(begun.paragraph, closed.paragraph);
    this.carried.delete(sink);
    // Words that were there before keep their own look: a heading stays one when what was typed after it goes.
    const whole = begun !== undefined && begun.paragraph.text.trim() !== '' ? asBegun(begun, closed) : closed;
    if (this.struck > 0) this.carried.set(sink, whole);
    else this.settle(whole, sink);
  }

  private settle({ paragraph, label, boxes }: OpenParagraph, sink: BodyItem[]): void {
    paragraph.label = label();
    sink.push({ type: 'paragraph', paragraph });
    for (const box of boxes) sink.push(box);
  }
}

/** The words of `closed`, which hold those of `begun`, in the look of `begun`. */
function asBegun(begun: OpenParagraph, closed: OpenParagraph): OpenParagraph {
  const { style, outline, indent } = begun.paragraph;
  return {
    ...closed,
    paragraph: { ...closed.paragraph, style, outline, indent },
    boxes: [...begun.boxes, ...closed.boxes],
    label: begun.label,
  };
}
